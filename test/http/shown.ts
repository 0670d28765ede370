import { expect } from 'vitest';
import { WHOLE_ARTICLE } from '../../src/domain/article.ts';
import type { Instant } from '../../src/domain/time.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { MAKER } from '../../src/http/views/shown-article.ts';
import type { Store } from '../../src/store/store.ts';

const NEWEST = { limit: 100, position: null, sort: '-publishedAt' } as const;

/**
 * Whatever a test has done before: what is kept of the articles as they are shown is what would be made of them now. Then
 * keeps what is not, so that the next change has something to spoil.
 */
export async function checkShown({ articles }: Pick<Store, 'articles'>, now: Instant): Promise<void> {
  const audience = everyone(now);
  const { rows } = await articles.list(NEWEST, audience, WHOLE_ARTICLE);
  const shown = await articles.listShown(NEWEST, audience, MAKER);
  const listed = rows.map((row) => MAKER.listing(row));
  expect(Buffer.from(shown.text).toString()).toBe(listed.join(','));
  expect(shown.digests).toBe(listed.map(MAKER.digest).join(''));
  for (const row of rows) {
    const { id, slug, url, area, officials } = row;
    const whole = await articles.show(slug, audience, MAKER);
    const text = MAKER.whole(row);
    const facts = { id, slug, url, area, officials };
    expect({ ...whole, text: String(whole?.text) }).toEqual({ ...facts, text, digest: MAKER.digest(text) });
  }
  while ((await articles.keepShown(MAKER, 1_000)) > 0);
}
