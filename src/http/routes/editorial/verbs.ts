import * as z from 'zod';
import { CHECK_IDS } from '../../../domain/check.ts';
import { MAX_EXPLANATION_LENGTH, MAX_NOTE_LENGTH, MAX_REASON_LENGTH } from '../../../domain/withdrawal.ts';
import { VERBS, type Verb, WORKFLOW } from '../../../domain/workflow.ts';
import type { Act } from '../../../usecases/act-on-article.ts';
import { REPLAY_HEADERS, WRITE_HEADERS } from '../../answer/response-headers.ts';
import { addressField, proseField } from '../../request/fields.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { readPublishAt } from '../../request/publish-at.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { defineRoute, type Route } from '../../route.ts';
import { answerWrite } from '../../writing/article-write.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { articleParams, oneArticle } from './articles.ts';
import { embargoBody, toEmbargo } from './embargo-body.ts';

/** What a verb takes, and how that becomes the act. */
interface VerbBody<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly example: z.input<Schema>;
  readonly toAct: (body: z.output<Schema>) => Act;
  /** What there is to know beyond the table. */
  readonly notes?: string;
}

const nothing = z.strictObject({}).optional();

/** Of a verb that needs nothing but its name. */
function bare(verb: 'submit' | 'unschedule' | 'reinstate' | 'discard'): Route {
  return actRoute(verb, { schema: nothing, example: {}, toAct: () => ({ verb }) });
}

/** What every verb takes that makes something public. */
const publishing = {
  overrides: z
    .array(
      z
        .strictObject({
          check: z.enum(CHECK_IDS),
          reason: proseField(MAX_REASON_LENGTH).meta({ description: 'Kept in the audit trail.' }),
        })
        .meta({ id: 'Override' }),
    )
    .max(CHECK_IDS.length)
    .exactOptional()
    .meta({ description: 'Editorial rules of severity `error` that are not to stop it.' }),
};

/** Of a verb that makes something public and needs nothing else. */
function barePublishing(verb: 'publish' | 'amend', notes = ''): Route {
  const schema = z.strictObject(publishing).optional();
  return actRoute(verb, { schema, example: {}, toAct: (body) => ({ verb, ...body }), notes });
}

const reason = proseField(MAX_REASON_LENGTH).meta({ description: 'Why, for the newsroom only.' });
const explanation = proseField(MAX_EXPLANATION_LENGTH).meta({ description: 'What readers are told.' });

const withdrawalBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), explanation, reason: reason.exactOptional() }),
  z.strictObject({ kind: z.literal('gone'), explanation, reason: reason.exactOptional() }),
  z.strictObject({
    kind: z.literal('redirect'),
    alternative: addressField.meta({ description: 'Where readers are sent.' }),
    explanation: explanation.exactOptional(),
    reason: reason.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('vanish'), reason: reason.exactOptional() }),
]);

const ROUTES: Readonly<Record<Verb, Route>> = {
  submit: bare('submit'),
  return: actRoute('return', {
    schema: z.strictObject({ note: proseField(MAX_NOTE_LENGTH).meta({ description: 'What is to be changed.' }) }),
    example: { note: 'Who said this? Please name the officer.' },
    toAct: ({ note }) => ({ verb: 'return', note }),
  }),
  schedule: actRoute('schedule', {
    schema: z.strictObject({
      publishAt: z.string().meta({
        description: 'An RFC 3339 instant, or a wall time without an offset such as `2026-03-29T09:30`.',
      }),
      zone: z.string().exactOptional().meta({
        description:
          'IANA zone of a wall time, by its place, or UTC; no abbreviation. Europe/London when it is not said.',
      }),
      embargo: embargoBody.exactOptional().meta({ description: 'Partners who may read it before that instant.' }),
      ...publishing,
    }),
    example: { publishAt: '2020-10-29T09:30', zone: 'Europe/London' },
    toAct: ({ overrides, embargo, ...body }) => ({
      verb: 'schedule',
      publishAt: readPublishAt(body),
      ...(overrides && { overrides }),
      ...(embargo && { embargo: toEmbargo(embargo) }),
    }),
    notes:
      'It is public from that instant on and not a millisecond before, whether or not anything runs then. A wall time that ' +
      'a clock change skips or repeats is refused with both instants that it could mean.',
  }),
  unschedule: bare('unschedule'),
  publish: barePublishing('publish'),
  'force-publish': actRoute('force-publish', {
    schema: z.strictObject({
      reason: proseField(MAX_REASON_LENGTH).meta({ description: 'Kept in the audit trail.' }),
      ...publishing,
    }),
    example: { reason: 'A threat to life; nobody else is on duty.' },
    toAct: (body) => ({ verb: 'force-publish', ...body }),
  }),
  correct: actRoute('correct', {
    schema: z.strictObject({
      note: proseField(MAX_NOTE_LENGTH).meta({ description: 'What readers are told.' }),
      ...publishing,
    }),
    example: { note: 'An earlier version gave the wrong date of the hearing.' },
    toAct: (body) => ({ verb: 'correct', ...body }),
  }),
  amend: barePublishing('amend', 'Readers see no new `updatedAt`; caches see a new `ETag`.'),
  withdraw: actRoute('withdraw', {
    schema: withdrawalBody,
    example: { kind: 'gone', explanation: 'The appeal has ended.', reason: 'The family has asked for it.' },
    toAct: ({ kind, reason: why = null, ...told }) => ({
      verb: 'withdraw',
      withdrawal: {
        kind,
        reason: why,
        explanation: ('explanation' in told && told.explanation) || null,
        alternative: 'alternative' in told ? told.alternative : null,
      },
    }),
    notes:
      'Readers get, by `kind`: `notice` the explanation in place of the text (200), `gone` the explanation (410), ' +
      '`redirect` the alternative (308), `vanish` what they would get had it never been (404).',
  }),
  reinstate: bare('reinstate'),
  discard: bare('discard'),
};

/** One route for each verb of the workflow, in the order of its table. */
export const verbRoutes: readonly Route[] = VERBS.map((verb) => ROUTES[verb]);

function actRoute<Schema extends z.ZodType>(
  verb: Verb,
  { schema, example, toAct, notes = '' }: VerbBody<Schema>,
): Route {
  const { summary, roles, from } = WORKFLOW[verb];
  const operationId = `${verb.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Article`;
  return defineRoute({
    door: 'editorial',
    roles,
    method: 'POST',
    url: `/v1/editorial/articles/{id}/${verb}`,
    operationId,
    summary,
    description:
      `Possible while the open edition is ${listOf(from.open)} and what the public has is ${listOf(from.public)}. ${notes}`.trim(),
    tag: 'Newsroom',
    query: z.strictObject({ dryRun: dryRunParameter }),
    params: articleParams,
    headers: z.object({ 'If-Match': ifMatchHeader, 'Idempotency-Key': idempotencyKeyHeader }),
    body: { schema, example },
    success: {
      ...oneArticle,
      description: 'The article afterwards.',
      headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS },
    },
    problems: [
      'not_found',
      'precondition_required',
      'stale_edition',
      'verb_not_allowed',
      'conflict',
      'two_person_rule',
      'checks_failed',
      'idempotency_key_reused',
    ],
    handle: ({ params, body, query, headers }, context) => {
      const version = requireVersion(headers['If-Match']);
      return answerWrite(
        { operationId, dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
        async (options) => {
          const { actOnArticle } = await newsroomDesk();
          const { deps, publicUrl } = context;
          return actOnArticle(deps, params.id, toAct(body), { ...options, version, publicUrl });
        },
        context,
      );
    },
  });
}

function listOf(states: readonly string[]): string {
  return states.map((state) => `\`${state}\``).join(' or ');
}
