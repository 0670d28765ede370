import { describe, expect, it } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { putOne, WHOLE } from '../../support/newsroom.ts';
import { NOW, urlOf } from '../../support/release.ts';
import { instant } from '../../support/time.ts';
import type { OpenStore } from './open-store.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function describeArticles(open: OpenStore): void {
  describe('an article', () => {
    it('is served whole, by id and by slug', async () => {
      const { store } = open();
      const { id } = await putOne(store, {
        name: 'closure-order',
        title: 'Closure order extended',
        summary: 'Three more months.',
        area: 'Fenwick',
        tags: ['housing', 'anti-social behaviour'],
        text: 'The order was extended.',
        publishedAt: instant('2020-10-29T00:00:00.000Z'),
        image: { url: 'https://www.ouseshire.police.example/flats.jpg', alt: '' },
        quotes: [
          { by: 'Rebecca Shaw', rank: 'Inspector', of: 'Ouseshire Police', text: 'We are happy.\n\nVery.' },
          { of: 'tarn' },
        ],
      });
      const found = await store.articles.find('closure-order', everyone(NOW));
      expect(found).toEqual({
        id: expect.stringMatching(UUID_V4),
        slug: 'closure-order',
        url: urlOf('closure-order'),
        title: 'Closure order extended',
        summary: 'Three more months.',
        area: { slug: 'fenwick', name: 'Fenwick', path: 'fenwick' },
        tags: ['housing', 'anti-social behaviour'],
        language: 'en-GB',
        publishedAt: '2020-10-29T00:00:00.000Z',
        publishedAtPrecision: 'day',
        updatedAt: NOW,
        edition: 1,
        image: { url: 'https://www.ouseshire.police.example/flats.jpg', alt: '' },
        body: { html: '<p>The order was extended.</p>' },
        quotes: [
          {
            id: expect.stringMatching(UUID_V4),
            position: 1,
            text: 'We are happy.\n\nVery.',
            paragraphs: ['We are happy.', 'Very.'],
            official: { slug: 'rebecca-shaw', name: 'Rebecca Shaw' },
            organisation: { slug: 'ouseshire-police', name: 'Ouseshire Police' },
            attribution: {
              name: 'Rebecca Shaw',
              rank: 'Inspector',
              role: null,
              organisation: 'Ouseshire Police',
              asWritten: 'Inspector, Rebecca Shaw, Ouseshire Police',
            },
          },
          {
            id: expect.stringMatching(UUID_V4),
            position: 2,
            text: 'Statement 2.',
            paragraphs: ['Statement 2.'],
            official: null,
            organisation: { slug: 'tarn', name: 'tarn' },
            attribution: { name: null, rank: null, role: null, organisation: 'tarn', asWritten: 'tarn' },
          },
        ],
        officials: [{ slug: 'rebecca-shaw', name: 'Rebecca Shaw' }],
        corrections: [],
        areaGss: null,
      });
      expect(await store.articles.find(id, everyone(NOW))).toEqual(found);
    });

    it('has null and nothing where the release says nothing', async () => {
      const { store } = open();
      await putOne(store, { name: 'plain' });
      const { rows } = await store.articles.list({ ...WHOLE, sort: '-publishedAt' }, everyone(NOW));
      expect(rows).toEqual([
        {
          id: expect.stringMatching(UUID_V4),
          slug: 'plain',
          url: urlOf('plain'),
          title: 'Title of plain',
          summary: null,
          area: null,
          tags: [],
          language: 'en-GB',
          publishedAt: NOW,
          publishedAtPrecision: 'instant',
          updatedAt: NOW,
          edition: 1,
          image: null,
        },
      ]);
    });

    it('names each official once, in the order in which they speak', async () => {
      const { store } = open();
      await putOne(store, { name: 'a', quotes: [{ by: 'Bo' }, { by: 'Al' }, { by: 'Bo' }] });
      const found = await store.articles.find('a', everyone(NOW));
      expect(found?.officials.map(({ name }) => name)).toEqual(['Bo', 'Al']);
    });

    it('keeps its day of publication when a later edition gives none', async () => {
      const { store } = open();
      const later = shifted(NOW, 60_000);
      await putOne(store, { name: 'a' });
      await putOne(store, { name: 'a', text: 'Corrected.', now: later });
      expect(await store.articles.find('a', everyone(later))).toMatchObject({
        publishedAt: NOW,
        updatedAt: later,
        edition: 2,
        body: { html: '<p>Corrected.</p>' },
      });
    });

    it.each(['missing', '', 'closure-order%', "x' or '1'='1", '\u0000'])('is not found by %j', async (reference) => {
      const { store } = open();
      await putOne(store, { name: 'closure-order' });
      expect(await store.articles.find(reference, everyone(NOW))).toBeUndefined();
    });
  });
}
