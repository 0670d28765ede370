import * as z from 'zod';
import { AUDIT_OUTCOMES } from '../../../domain/audit.ts';
import { isWithin } from '../../../domain/characters.ts';
import { listAudit } from '../../../usecases/audit.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { momentsInOrder } from '../../request/combinations.ts';
import { momentParameters, parameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { auditPageView, toAuditEntryView } from '../../views/audit.ts';
import { EXAMPLE_AUDIT_ENTRY, examplePage } from '../../views/examples.ts';

/** Characters of a name that the trail is searched for. */
const MAX_NAME_LENGTH = 200;

function nameParameter(id: string, description: string, example: string) {
  return parameter((text) => (text !== '' && isWithin(text, MAX_NAME_LENGTH) ? text : undefined), {
    id,
    description,
    expected: `1 to ${MAX_NAME_LENGTH} characters.`,
    schema: { type: 'string', minLength: 1, maxLength: MAX_NAME_LENGTH },
    example,
  });
}

const moments = momentParameters('Audit', 'Happened');

export const listAuditRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/audit',
  operationId: 'listAudit',
  summary: 'List who did what',
  description:
    'Every change that was made with a key or on the command line, and every one that was refused to a key, newest first. ' +
    'Each entry carries the hash of the one before in its own; `npm run audit -- verify` checks the chain.',
  tag: 'Administration',
  query: z
    .strictObject({
      subject: nameParameter('AuditSubject', 'Id of what it was done to.', EXAMPLE_AUDIT_ENTRY.subject ?? ''),
      actor: nameParameter(
        'AuditActor',
        'Who did it: `key:<id>`, `operator`, `anonymous`, `clock` or `system`.',
        EXAMPLE_AUDIT_ENTRY.actor,
      ),
      action: nameParameter('AuditAction', 'What happened.', EXAMPLE_AUDIT_ENTRY.action),
      outcome: z
        .enum(AUDIT_OUTCOMES)
        .exactOptional()
        .meta({ description: 'What came of it.', param: { id: 'AuditOutcome' }, example: 'refused' }),
      ...moments,
      ...PAGE_PARAMETERS,
    })
    .refine(...momentsInOrder),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of entries.',
    mediaType: 'application/json',
    schema: auditPageView,
    example: examplePage(toAuditEntryView(EXAMPLE_AUDIT_ENTRY)),
    isPage: true,
  },
  problems: [],
  handle: ({ query: { limit, cursor, ...filters } }, context) => {
    const { to, ...same } = filters;
    return answerClosedPage(
      { limit, cursor },
      {
        operationId: 'listAudit',
        filters,
        read: (page) => listAudit(context.deps, { ...same, ...(to && { before: to }), ...page }),
        toView: toAuditEntryView,
      },
      context,
    );
  },
});
