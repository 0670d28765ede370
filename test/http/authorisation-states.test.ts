import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { shifted } from '../../src/domain/time.ts';
import {
  allows,
  OPEN_STATES,
  PUBLIC_STATES,
  type Stage,
  stageAfter,
  VERBS,
  type Verb,
} from '../../src/domain/workflow.ts';
import { describeApi } from '../../src/http/app.ts';
import { revokeKey } from '../../src/usecases/keys.ts';
import { bearer, NOW } from './installation.ts';
import { type Desk, openPressOffice, type PressOffice } from './press-office.ts';

/*
 * What everybody may do to an article, wherever it stands: every operation of the OpenAPI document on one article, asked
 * by everybody, in every stage of the workflow. Writes are dry runs, so that one article in each stage is enough. With
 * AUTHORISATION_TABLE=1 the answers are printed.
 */

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly operationId: string;
  readonly roles: readonly string[];
}

const ASKERS = [
  'nobody',
  'author',
  'other author',
  'editor',
  'elsewhere',
  'admin',
  'partner',
  'expired',
  'revoked',
] as const;
type Asker = (typeof ASKERS)[number];

/** The role of each key that is valid. */
const ROLES = {
  author: 'author',
  'other author': 'author',
  editor: 'editor',
  elsewhere: 'editor',
  admin: 'admin',
  partner: 'partner',
} as const;

/** A step on the way to a stage: a verb, or a save that opens a draft. */
type Step = Verb | 'save';
const WAYS = ways();
const OPERATIONS = operations();

let office: PressOffice;
let headers: Record<Asker, Record<string, string>>;
let partnerId: string;
const articles = new Map<string, { readonly id: string; readonly version: number; readonly revision: string }>();
const table: string[] = [];

beforeAll(async () => {
  office = await openPressOffice();
  const author = await office.desk('author', { name: 'Ada' });
  const editor = await office.desk('editor', { name: 'Sam' });
  for (const [stage, way] of WAYS) articles.set(stage, await bring(way, author, editor));
  const partner = await office.createKey('partner');
  partnerId = partner.key.partnerId ?? '';
  const expired = await office.createKey('admin', { expiresAt: shifted(NOW, 1) });
  const revoked = await office.createKey('admin');
  await revokeKey(office.deps, OPERATOR, revoked.key.prefix);
  headers = {
    nobody: {},
    author: bearer(await office.createKey('author', { name: 'Ada' })),
    'other author': bearer(await office.createKey('author', { name: 'Abe' })),
    editor: bearer(await office.createKey('editor', { name: 'Eve' })),
    elsewhere: bearer(await office.createKey('editor', { name: 'Eli', areaKeys: ['harrowmere'] })),
    admin: bearer(await office.createKey('admin', { name: 'Kim' })),
    partner: bearer(partner),
    expired: bearer(expired),
    revoked: bearer(revoked),
  };
  office.setTime(shifted(NOW, 1));
});
afterAll(async () => {
  await office.close();
  if (process.env['AUTHORISATION_TABLE']) process.stdout.write(`\n${table.join('\n')}\n`);
});

describe('in every stage', () => {
  test('there is an article', () => {
    const all = OPEN_STATES.flatMap((open) => PUBLIC_STATES.map((shown): Stage => ({ open, public: shown })));
    expect([...WAYS.keys()].sort()).toEqual(all.map(nameOf).sort());
  });

  test.each(OPERATIONS)('$method $path does what it may for whom it may', async (operation) => {
    const answers: [string, Asker, number, number][] = [];
    for (const asker of ASKERS) {
      for (const stage of WAYS.keys()) {
        const { status } = await ask(operation, asker, stage);
        answers.push([stage, asker, expectation(operation, asker, stage), status]);
      }
    }
    note(operation, answers);
    expect(answers.filter(([, , expected, status]) => status !== expected)).toEqual([]);
  });
});

async function ask({ method, path, operationId }: Operation, asker: Asker, stage: string) {
  const { id, version, revision } = articles.get(stage) ?? { id: '', version: 0, revision: '' };
  const address = path.replace('{id}', id).replace('{revisionId}', revision).replace('{previewId}', 'nothing');
  const query = method === 'GET' ? (operationId === 'diffRevisions' ? `?against=${revision}` : '') : '?dryRun=true';
  const body = BODIES[operationId]?.(partnerId);
  const mediaType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const { statusCode } = await office.app.inject({
    method,
    url: `${address}${query}`,
    headers: {
      ...headers[asker],
      ...(method !== 'GET' && { 'if-match': `"${version}"` }),
      ...(body && { 'content-type': mediaType }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: statusCode };
}

const BODIES: Readonly<Record<string, (partner: string) => object>> = {
  patchArticle: () => ({ title: 'Another one' }),
  returnArticle: () => ({ note: 'Who said this?' }),
  scheduleArticle: () => ({ publishAt: '2099-01-01T00:00:00Z' }),
  forcePublishArticle: () => ({ reason: 'A test' }),
  correctArticle: () => ({ note: 'A test' }),
  withdrawArticle: () => ({ kind: 'vanish' }),
  createPreview: () => ({}),
  putEmbargo: (partner) => ({ partners: [partner], conditions: 'Hold it.' }),
  revokeAccess: (partner) => ({ partners: [partner], reason: 'A test' }),
};

/** What is done to an article where it stands by somebody who may. A new operation must say so here. */
const OUTCOMES: Readonly<Record<string, (stage: Stage) => number>> = {
  ...Object.fromEntries(VERBS.map((verb) => [operationOf(verb), (stage: Stage) => (allows(verb, stage) ? 200 : 409)])),
  readNewsroomArticle: () => 200,
  listArticleEvents: () => 200,
  listRevisions: () => 200,
  readRevision: () => 200,
  diffRevisions: () => 200,
  listPreviews: () => 200,
  listOpenings: () => 200,
  readHoldings: () => 200,
  patchArticle: ({ open }) => (open === 'scheduled' ? 409 : 200),
  restoreRevision: ({ open }) => (open === 'scheduled' ? 409 : 200),
  createPreview: ({ open }) => (open === 'none' ? 409 : 201),
  revokePreview: () => 404,
  putEmbargo: ({ open, public: shown }) => (open === 'scheduled' && shown === 'none' ? 200 : 409),
  revokeAccess: () => 409,
};

function expectation({ operationId, roles }: Operation, asker: Asker, stage: string): number {
  if (asker === 'nobody' || asker === 'expired' || asker === 'revoked') return 401;
  if (!roles.includes(ROLES[asker])) return 403;
  if (asker === 'other author' || asker === 'elsewhere') return 404;
  const outcome = OUTCOMES[operationId];
  if (!outcome) throw new Error(`nothing is said of ${operationId}`);
  return outcome(stageOf(stage));
}

/** Creates an article and brings it where it is to stand. */
async function bring(way: readonly Step[], author: Desk, editor: Desk) {
  const { id } = (
    await author.create({ title: `After ${way.join(', ') || 'nothing'}`, area: 'Fenwick', summary: 'So.' })
  ).body;
  let version = 1;
  for (const step of way) {
    const body = step === 'save' ? { summary: 'Anew' } : BODIES[operationOf(step)]?.('');
    const desk = step === 'submit' ? author : editor;
    const { status } =
      step === 'save' ? await desk.patch(id, version, { summary: 'Anew' }) : await desk.act(id, step, version, body);
    if (status !== 200) throw new Error(`${step} on the way ${way} was answered ${status}`);
    version += 1;
  }
  const { body } = await editor.ask('get', `/v1/editorial/articles/${id}/revisions`);
  return { id, version, revision: body.data[0].id };
}

/** The shortest way to every stage that can be reached. */
function ways(): ReadonlyMap<string, readonly Step[]> {
  const found = new Map<string, readonly Step[]>();
  const waiting: { readonly stage: Stage; readonly way: readonly Step[] }[] = [
    { stage: { open: 'draft', public: 'none' }, way: [] },
  ];
  for (const { stage, way } of waiting) {
    if (found.has(nameOf(stage))) continue;
    found.set(nameOf(stage), way);
    for (const verb of VERBS)
      if (allows(verb, stage)) waiting.push({ stage: stageAfter(verb, stage), way: [...way, verb] });
    if (stage.open === 'none') waiting.push({ stage: { ...stage, open: 'draft' }, way: [...way, 'save'] });
  }
  return found;
}

function nameOf(stage: Stage): string {
  return `${stage.open}/${stage.public}`;
}

function stageOf(name: string): Stage {
  const [open, shown] = name.split('/');
  return { open, public: shown } as Stage;
}

function operationOf(verb: Verb): string {
  return `${verb.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Article`;
}

function operations(): Operation[] {
  const { paths }: { paths: Record<string, Record<string, { operationId: string; 'x-roles'?: string[] }>> } =
    JSON.parse(describeApi('https://news.example'));
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/editorial/articles/{id}'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, 'x-roles': roles = [] }]) => ({
        method: method.toUpperCase() as Method,
        path,
        operationId,
        roles,
      })),
    );
}

/** One row: what each asker is answered, and in how many stages. */
function note({ method, path }: Operation, answers: readonly [string, Asker, number, number][]): void {
  const cells = ASKERS.map((asker) => {
    const mine = answers.filter(([, who]) => who === asker).map(([, , , status]) => status);
    const counts = [...Map.groupBy(mine, (status) => status)].map(([status, all]) => `${status}×${all.length}`);
    return counts.join(' ').padEnd(14);
  });
  if (table.length === 0) table.push(`${' '.repeat(66)} ${ASKERS.map((asker) => asker.padEnd(14)).join(' ')}`);
  table.push(`${method.padEnd(7)}${path.slice('/v1/editorial'.length).padEnd(59)} ${cells.join(' ')}`);
}
