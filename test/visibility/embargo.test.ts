import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import { QUESTIONS } from './questions.ts';
import { LIFE, LIFT, WORDS } from './secret-life.ts';
import { openTwin, type Plant, type Twin } from './twins.ts';

const BEFORE_LIFT = '2026-03-02T08:59:59.999Z';
const withoutSecret = LIFE.filter(({ hidden }) => !hidden);

/** Everything that a partner can ask, the id of the secret included, which a partner who lost it still knows. */
function questions(secretId = ''): string[] {
  const list = '/v1/syndication/articles';
  return [
    ...Object.values(QUESTIONS).flat(),
    ...[list, `${list}?limit=1`, `${list}?limit=2`, `${list}?tag=raids`, `${list}?from=2026-02-20`],
    ...WORDS.areas.map((area) => `${list}?area=${area}`),
    ...WORDS.articles.map((slug) => `${list}/${slug}`),
    '/v1/syndication/changes',
    '/v1/syndication/changes?limit=2',
    '/v1/syndication/receipts',
    `${list}/${secretId}`,
    `/v1/articles/${secretId}`,
  ];
}

function asPartner({ keys }: Twin, which: 0 | 1 | 2): Record<string, string> {
  return { Authorization: `Bearer ${keys[which]}` };
}

async function compare(which: 0 | 1 | 2, now: string, plant?: Plant): Promise<string[]> {
  await using plain = await openTwin(withoutSecret, now);
  await using secretive = await openTwin(LIFE, now, plant);
  const headers = [asPartner(plain, which), asPartner(secretive, which)] as const;
  const found = await differences(plain, secretive, { paths: questions(secretive.secretId), headers });
  return found.map(({ path }) => path.replace(secretive.secretId ?? '', 'SECRET'));
}

describe('an article under an embargo', () => {
  it('changes no byte for a partner that was never named, up to the last millisecond before its lift', async () => {
    expect(await compare(2, BEFORE_LIFT)).toEqual([]);
  });

  it('is to a partner that lost it what never was, but in its own log and in what it owes', async () => {
    const paths = await compare(1, BEFORE_LIFT);
    const own = /^\/v1\/syndication\/(changes|receipts)/;
    expect(paths.filter((path) => !own.test(path))).toEqual([]);
  });

  it('shows behind the syndication door alone to the partner that it names', async () => {
    const paths = await compare(0, BEFORE_LIFT);
    expect(paths).toEqual(expect.arrayContaining(['/v1/syndication/articles', '/v1/syndication/articles/SECRET']));
    expect(paths.filter((path) => !path.startsWith('/v1/syndication/'))).toEqual([]);
  });

  it('is public at its instant, for the other partner too', async () => {
    expect(await compare(1, LIFT)).toEqual(expect.arrayContaining(['/v1/articles', '/v1/syndication/articles/SECRET']));
  });

  it('would be found out through a grant that does not end', async () => {
    const paths = await compare(1, BEFORE_LIFT, (database) =>
      database.exec('update embargo_grants set ended_at = null'),
    );
    expect(paths).toContain('/v1/syndication/articles/SECRET');
  });
});
