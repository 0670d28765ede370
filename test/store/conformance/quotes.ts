import { describe, expect, it } from 'vitest';
import type { QuoteQuery } from '../../../src/domain/query.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { put, putOne, WHOLE } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

/** Three articles; the middle one is the newest. */
async function fill(store: Store): Promise<void> {
  await store.areas.register([place('County'), place('Town', { parentKey: 'county' })], NOW);
  const [ann, bob] = [
    { by: 'Ann', of: 'Police' },
    { by: 'Bob', of: 'Council' },
  ];
  await put(
    store,
    {
      name: 'old',
      area: 'Town',
      publishedAt: shifted(NOW, -3),
      quotes: [
        { ...ann, text: 'Old one.' },
        { ...bob, text: 'Old two.' },
      ],
    },
    {
      name: 'new',
      area: 'County',
      publishedAt: shifted(NOW, -1),
      quotes: [
        { ...bob, text: 'New one.' },
        { ...ann, text: 'New two.' },
        { ...ann, text: 'New three.' },
      ],
    },
    { name: 'middle', publishedAt: shifted(NOW, -2), quotes: [{ of: 'Council', text: 'Middle one.' }] },
    { name: 'silent', area: 'Town' },
    { name: 'draft', area: 'Town', quotes: [{ ...ann, text: 'Secret one.' }], publishAt: null },
  );
}

async function textsOf(store: Store, query: Partial<QuoteQuery>): Promise<string[]> {
  const { rows } = await store.quotes.list({ ...WHOLE, ...query }, everyone(NOW));
  return rows.map(({ text }) => text);
}

export function describeQuotes(open: OpenStore): void {
  describe('a list of quotes', () => {
    it.each<[Partial<QuoteQuery>, readonly string[]]>([
      [{}, ['New one.', 'New two.', 'New three.', 'Middle one.', 'Old one.', 'Old two.']],
      [{ official: 'ann' }, ['New two.', 'New three.', 'Old one.']],
      [{ official: 'nobody' }, []],
      [{ organisation: 'council' }, ['New one.', 'Middle one.', 'Old two.']],
      [{ organisation: 'nobody' }, []],
      [{ area: 'town' }, ['Old one.', 'Old two.']],
      [{ area: 'county' }, ['New one.', 'New two.', 'New three.', 'Old one.', 'Old two.']],
      [{ area: 'nowhere' }, []],
      [{ area: 'town', official: 'bob' }, ['Old two.']],
      [{ area: 'county', official: 'ann', organisation: 'police' }, ['New two.', 'New three.', 'Old one.']],
      [{ official: 'ann', organisation: 'council' }, []],
      [{ search: [{ words: ['two'], prefix: false }] }, ['New two.', 'Old two.']],
      [{ search: [{ words: ['two'], prefix: false }], official: 'bob' }, ['Old two.']],
      [{ search: [{ words: ['council'], prefix: false }], area: 'town' }, ['Old two.']],
      [{ search: [{ words: ['secret'], prefix: false }] }, []],
      [{ search: [] }, []],
    ])('of %j is newest first, and inside an article in the order of its text', async (query, expected) => {
      const { store } = open();
      await fill(store);
      expect(await textsOf(store, query)).toEqual(expected);
    });

    it('names the article that each one stands in', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', publishedAt: NOW, quotes: [{ by: 'Ann', rank: 'PC' }] });
      const { rows } = await store.quotes.list(WHOLE, everyone(NOW));
      expect(rows).toEqual([
        {
          id: expect.any(String),
          position: 1,
          text: 'Statement 1.',
          paragraphs: ['Statement 1.'],
          official: { slug: 'ann', name: 'Ann' },
          organisation: null,
          attribution: { name: 'Ann', rank: 'PC', role: null, organisation: null, asWritten: 'PC, Ann' },
          article: {
            id,
            slug: 'a',
            url: urlOf('a'),
            title: 'Title of a',
            publishedAt: NOW,
            publishedAtPrecision: 'day',
          },
        },
      ]);
    });

    it('keeps more than nine quotes of an article in the order of the text', async () => {
      const { store } = open();
      await put(store, { name: 'a', quotes: Array.from({ length: 12 }, () => ({ by: 'Ann' })) });
      const { rows } = await store.quotes.list(WHOLE, everyone(NOW));
      expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });
  });
}
