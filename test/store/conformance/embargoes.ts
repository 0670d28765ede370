import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import type { Article } from '../../../src/domain/article.ts';
import type { EmbargoedListing } from '../../../src/domain/embargo.ts';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone, isDue, isOpenTo } from '../../../src/domain/visibility.ts';
import type { ArticleDecision } from '../../../src/store/article-change.ts';
import type { Store } from '../../../src/store/store.ts';
import { decide, putOne, WHOLE } from '../../support/newsroom.ts';
import { audienceFor, partner, savePartners } from '../../support/partners.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const T = shifted(NOW, 60_000);
const FENWICK = partner('1', ['fenwick']);
const ANYWHERE = partner('2', []);
const OPENER = { keyId: 'k1', keyName: 'Pat', through: 'article' } as const;
const ALL = (rows: readonly EmbargoedListing[]) => rows;

export function describeEmbargoes(open: OpenStore): void {
  describe('an embargo', () => {
    it.each(stages())('lets in whom the rule says, for %s', async (_name, steps) => {
      const { store } = open();
      await savePartners(store, FENWICK, ANYWHERE);
      let article = await putOne(store, { name: 'a', area: 'Fenwick', publishAt: null });
      for (const step of steps) article = await decide(store, article.id, step);
      for (const millis of [-1, 0, 1]) {
        for (const who of [FENWICK, ANYWHERE]) {
          const audience = audienceFor(who, shifted(T, millis));
          const found = await store.syndication.open(article.id, audience, OPENER);
          expect([who.id, millis, found !== undefined]).toEqual([who.id, millis, isOpenTo(article, audience)]);
          const listed = await store.syndication.embargoed(audience, OPENER, ALL);
          expect(listed.map(({ id }) => id)).toEqual(found ? [article.id] : []);
          const isPublic = await store.syndication.gets(article.id, audience);
          expect(isPublic).toBe(isDue(article, audience.at) || article.live !== null);
        }
        const anybody = everyone(shifted(T, millis));
        expect(await store.syndication.open(article.id, anybody, OPENER)).toBeUndefined();
        expect(await store.syndication.embargoed(anybody, OPENER, ALL)).toEqual([]);
      }
    });

    it('shows the edition as it was saved last, with its terms', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick', tags: ['x'], publishAt: T });
      await decide(store, id, { embargo: { partnerIds: [FENWICK.id], conditions: 'Quiet, please.' } });
      await putOne(store, { name: 'a', title: 'Saved again', area: 'Fenwick', publishAt: null });
      expect(await store.syndication.open(id, audienceFor(FENWICK, NOW), OPENER)).toMatchObject({
        id,
        title: 'Saved again',
        area: { slug: 'fenwick', name: 'Fenwick', path: 'fenwick' },
        publishedAt: T,
        embargo: { until: T, conditions: 'Quiet, please.' },
        quotes: [],
      });
    });

    it('keeps who was shown what, lists once for each text and key', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await underEmbargo(store, 'a');
      const audience = audienceFor(FENWICK, NOW);
      const inList = { ...OPENER, through: 'list' } as const;
      await store.syndication.embargoed(audience, inList, () => []);
      for (const by of [inList, inList, { ...inList, keyId: 'k2' }])
        await store.syndication.embargoed(audience, by, ALL);
      await store.syndication.open(id, audience, OPENER);
      await store.syndication.open(id, audience, OPENER);
      const { rows } = await store.syndication.openings(id, WHOLE, audienceOf(OPERATOR, NOW));
      expect(rows.map(({ keyId, through }) => [keyId, through])).toEqual([
        ['k1', 'article'],
        ['k1', 'article'],
        ['k2', 'list'],
        ['k1', 'list'],
      ]);
      expect(rows[0]).toMatchObject({ at: NOW, partner: { id: FENWICK.id, name: FENWICK.name }, revision: 1 });
      const page = { limit: 2, position: null };
      const { next } = await store.syndication.openings(id, page, audienceOf(OPERATOR, NOW));
      const second = await store.syndication.openings(id, { limit: 2, position: next }, audienceOf(OPERATOR, NOW));
      expect(second.rows).toEqual(rows.slice(2));
      const stranger = { kind: 'key', role: 'author', keyId: 'k', name: 'Sam', areaKeys: [] } as const;
      for (const unseeing of [audience, audienceOf(stranger, NOW)])
        expect((await store.syndication.openings(id, WHOLE, unseeing)).rows).toEqual([]);
    });

    it('shows nothing when it cannot be written down who was shown it', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await underEmbargo(store, 'a');
      const unknown = { ...OPENER, keyName: undefined as unknown as string };
      await expect(store.syndication.open(id, audienceFor(FENWICK, NOW), unknown)).rejects.toThrow();
    });
  });

  describe('what a partner gets of what is public', () => {
    it('is what lies in one of its areas, page by page', async () => {
      const { store } = open();
      const many = partner('3', ['fenwick', 'harrowmere', 'nowhere']);
      const nowhere = partner('4', ['nowhere']);
      const areas = ['Fenwick', 'Harrowmere', 'Elsewhere', undefined];
      for (const [at, area] of areas.entries()) {
        await putOne(store, { name: `r${at}`, ...(area && { area }), now: shifted(NOW, at) });
      }
      const slugs = async (who: Partner) => {
        const got: string[] = [];
        let position = null;
        do {
          const slice = await store.syndication.list({ limit: 1, position }, audienceFor(who, T));
          got.push(...slice.rows.map(({ slug }) => slug));
          position = slice.next;
        } while (position !== null);
        return got;
      };
      const found = async (who: Partner) => {
        const { rows } = await store.articles.list({ ...WHOLE, sort: '-publishedAt' }, everyone(T));
        const got = await Promise.all(rows.map(({ id }) => store.syndication.gets(id, audienceFor(who, T))));
        return rows.filter((_, at) => got[at]).map(({ slug }) => slug);
      };
      for (const [who, expected] of [
        [FENWICK, ['r0']],
        [many, ['r1', 'r0']],
        [ANYWHERE, ['r3', 'r2', 'r1', 'r0']],
        [nowhere, []],
      ] as const) {
        expect([who.id, await slugs(who)]).toEqual([who.id, expected]);
        expect([who.id, await found(who)]).toEqual([who.id, expected]);
      }
      const tagged = { ...WHOLE, tag: 'x' };
      expect((await store.syndication.list(tagged, audienceFor(many, T))).rows).toEqual([]);
      expect((await store.syndication.list(WHOLE, everyone(T))).rows).toEqual([]);
    });
  });
}

/** Every way in which an article can come to stand, as the decisions that lead there. */
function stages(): [string, ArticleDecision[]][] {
  const both = { partnerIds: [FENWICK.id, ANYWHERE.id], conditions: null };
  const one = { partnerIds: [FENWICK.id], conditions: 'Hold.' };
  const none = { partnerIds: [], conditions: 'Hold.' };
  const scheduled = [{ open: 'submitted' }, { publishAt: T }] as const;
  return [
    ['a draft', []],
    ['one that is submitted', [{ open: 'submitted' }]],
    ['a schedule without an embargo', [...scheduled]],
    ['a schedule with one', [{ open: 'submitted' }, { publishAt: T, embargo: both }]],
    ['one that is laid later', [...scheduled, { embargo: one }]],
    ['one that lost a partner', [...scheduled, { embargo: both }, { embargo: one }]],
    ['one that lost all of them', [...scheduled, { embargo: both }, { embargo: none }]],
    ['one whose partner came back', [...scheduled, { embargo: one }, { embargo: none }, { embargo: one }]],
    ['one that has ended', [...scheduled, { embargo: both }, { embargo: null }]],
    ['one that was unscheduled', [...scheduled, { embargo: both }, { open: 'submitted' }]],
    [
      'one that was scheduled again without',
      [...scheduled, { embargo: both }, { open: 'submitted' }, { publishAt: T }],
    ],
    ['one that is public', [...scheduled, { embargo: both }, { publishAt: NOW }]],
    ['one that was lifted at once', [{ publishAt: NOW }]],
  ];
}

async function underEmbargo(store: Store, name: string): Promise<Article> {
  const { id } = await putOne(store, { name, publishAt: T });
  return decide(store, id, { embargo: { partnerIds: [FENWICK.id], conditions: null } });
}
