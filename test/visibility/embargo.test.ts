import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import { QUESTIONS } from './questions.ts';
import { LIFE, LIFT, WORDS } from './secret-life.ts';
import { openTwin, type Twin } from './twins.ts';

const BEFORE_LIFT = '2026-03-02T08:59:59.999Z';
const withoutSecret = LIFE.filter(({ hidden }) => !hidden);

const LIST = '/v1/syndication/articles';

/** Everything that a partner can ask, the id of the secret included, which a partner who lost it still knows. */
function questions(secretId = ''): string[] {
  return [
    ...Object.values(QUESTIONS).flat(),
    ...[LIST, `${LIST}?limit=1`, `${LIST}?limit=2`, `${LIST}?tag=raids`, `${LIST}?from=2026-02-20`],
    ...WORDS.areas.map((area) => `${LIST}?area=${area}`),
    ...WORDS.articles.map((slug) => `${LIST}/${slug}`),
    '/v1/syndication/changes',
    '/v1/syndication/changes?limit=2',
    '/v1/syndication/receipts',
    `${LIST}/${secretId}`,
    `/v1/articles/${secretId}`,
  ];
}

function asPartner({ keys }: Twin, which: 0 | 1 | 2): Record<string, string> {
  return { Authorization: `Bearer ${keys[which]}` };
}

/** Asking changes nothing but that a partner has opened what it may read, which no other partner is told. */
let plain: Twin;
let withSecret: Twin;
beforeAll(async () => {
  [plain, withSecret] = [await openTwin(withoutSecret, BEFORE_LIFT), await openTwin(LIFE, BEFORE_LIFT)];
});
afterAll(async () => {
  for (const twin of [plain, withSecret]) await twin[Symbol.asyncDispose]();
});

async function compare(which: 0 | 1 | 2, twins = { plain, withSecret }, ask = questions): Promise<string[]> {
  const secretive = twins.withSecret;
  const headers = [asPartner(twins.plain, which), asPartner(secretive, which)] as const;
  const found = await differences(twins.plain, secretive, { paths: ask(secretive.secretId), headers });
  return found.map(({ path }) => path.replace(secretive.secretId ?? '', 'SECRET'));
}

describe('an article under an embargo', () => {
  it('changes no byte for a partner that was never named, up to the last millisecond before its lift', async () => {
    expect(await compare(2)).toEqual([]);
  });

  it('is to a partner that lost it what never was, but in its own log and in what it owes', async () => {
    const paths = await compare(1);
    const own = /^\/v1\/syndication\/(changes|receipts)/;
    expect(paths.filter((path) => !own.test(path))).toEqual([]);
  });

  it('shows behind the syndication door alone to the partner that it names', async () => {
    const paths = await compare(0);
    expect(paths).toEqual(expect.arrayContaining(['/v1/syndication/articles', '/v1/syndication/articles/SECRET']));
    expect(paths.filter((path) => !path.startsWith('/v1/syndication/'))).toEqual([]);
  });

  it('is public at its instant, for the other partner too', async () => {
    await using before = await openTwin(withoutSecret, LIFT);
    await using lifted = await openTwin(LIFE, LIFT);
    const asked = ['/v1/articles', `${LIST}/SECRET`];
    const ask = (id = '') => asked.map((path) => path.replace('SECRET', id));
    expect(await compare(1, { plain: before, withSecret: lifted }, ask)).toEqual(expect.arrayContaining(asked));
  });

  it('would be found out through a grant that does not end', async () => {
    await using leaking = await openTwin(LIFE, BEFORE_LIFT, (database) =>
      database.exec('update embargo_grants set ended_at = null'),
    );
    const ask = (id = '') => [`${LIST}/${id}`];
    expect(await compare(1, { plain, withSecret: leaking }, ask)).toContain(`${LIST}/SECRET`);
  });
});
