import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../src/domain/visibility.ts';
import type { ArticleDecision, ChangeRequest } from '../../../src/store/article-change.ts';
import { put, putOne, slugsOf, WHOLE } from '../../support/newsroom.ts';
import { NOW, release, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const SOON = shifted(NOW, 1);
const LATER = shifted(NOW, 2);

/** A change that decides nothing of its own. */
function deciding(name: string, decide: ChangeRequest['decide']): ChangeRequest {
  return {
    article: { url: urlOf(name) },
    mentions: { areas: [], organisations: [], officials: [] },
    audience: audienceOf(OPERATOR, NOW),
    by: 'operator',
    decide,
  };
}

/** The decision of another change with something of it replaced. */
function altered(request: ChangeRequest, alter: (decision: ArticleDecision) => ArticleDecision): ChangeRequest {
  return { ...request, decide: (current, register) => alter(request.decide(current, register)) };
}

export function describeChanges(open: OpenStore): void {
  describe('a change', () => {
    it('saves, schedules and publishes editions, and says what stands then', async () => {
      const { store } = open();
      const draft = await putOne(store, { name: 'a', publishAt: null });
      const edition = { state: 'draft', number: null, publishAt: null, content: { title: 'Title of a' } };
      expect(draft).toMatchObject({ url: urlOf('a'), slug: null, createdAt: NOW, open: edition, live: null });
      const scheduled = await putOne(store, { name: 'a', title: 'Second', publishAt: SOON });
      expect(scheduled).toMatchObject({
        id: draft.id,
        slug: null,
        open: { id: draft.open?.id, state: 'scheduled', number: null, publishAt: SOON, content: { title: 'Second' } },
        live: null,
      });
      const live = await putOne(store, { name: 'a', title: 'Third' });
      expect(live).toMatchObject({
        slug: 'a',
        open: null,
        live: { id: draft.open?.id, state: 'live', number: 1, publishAt: NOW, content: { title: 'Third' } },
      });
      const next = await putOne(store, { name: 'a', title: 'Fourth', publishAt: null, now: LATER });
      expect(next.live).toEqual(live.live);
      expect(next.open?.id).not.toBe(live.live?.id);
      const second = await putOne(store, { name: 'a', title: 'Fifth', now: LATER });
      expect(second).toMatchObject({ slug: 'a', createdAt: NOW, open: null, live: { number: 2, publishAt: LATER } });
    });

    it('keeps a schedule when its text is saved again', async () => {
      const { store } = open();
      await put(store, { name: 'a', publishAt: SOON });
      const saved = await putOne(store, { name: 'a', title: 'Corrected', publishAt: null });
      expect(saved.open).toMatchObject({ state: 'scheduled', publishAt: SOON });
      expect((await store.articles.find('a', everyone(SOON)))?.title).toBe('Corrected');
    });

    it('moves a schedule', async () => {
      const { store } = open();
      await put(store, { name: 'a', publishAt: SOON });
      const [moved] = await store.articles.change([deciding('a', () => ({ publishAt: LATER }))]);
      expect(moved).toMatchObject({ ok: true, article: { open: { state: 'scheduled', publishAt: LATER } } });
      expect(await slugsOf(store, {}, SOON)).toEqual([]);
      expect(await slugsOf(store, {}, LATER)).toEqual(['a']);
    });

    it('gives the decision what stands now, the due lifted, and the names it asked for', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann', of: 'tarn' }], publishAt: SOON });
      const seen: unknown[] = [];
      const mentions = { areas: ['fenwick', 'harrowmere'], organisations: ['tarn'], officials: ['ann', 'bob'] };
      await store.articles.change([
        {
          ...deciding('a', (current, register) => {
            seen.push(current, register);
            return {};
          }),
          mentions,
          audience: audienceOf(OPERATOR, SOON),
        },
      ]);
      expect(seen).toEqual([
        expect.objectContaining({ open: null, live: expect.objectContaining({ number: 1, publishAt: SOON }) }),
        {
          areas: new Map([['fenwick', expect.objectContaining({ key: 'fenwick', name: 'Fenwick', listed: false })]]),
          organisations: new Map([['tarn', expect.objectContaining({ key: 'tarn', name: 'tarn' })]]),
          officials: new Map([['ann', expect.objectContaining({ key: 'ann', name: 'Ann' })]]),
        },
      ]);
    });

    it('with nothing in it changes nothing', async () => {
      const { store } = open();
      await put(store, { name: 'a' });
      const before = await store.articles.find('a', everyone(NOW));
      const newest = await store.changes.newest(everyone(NOW));
      const results = await store.articles.change([deciding('a', () => ({})), deciding('b', () => ({}))]);
      expect(results).toEqual([
        {
          ok: true,
          article: expect.objectContaining({ slug: 'a' }),
          id: expect.any(String),
          decision: {},
          isNew: false,
        },
        { ok: true, article: undefined, id: undefined, decision: {}, isNew: false },
      ]);
      expect(await store.articles.find('a', everyone(NOW))).toEqual(before);
      expect(await store.changes.newest(everyone(NOW))).toEqual(newest);
      expect(await store.articles.change([])).toEqual([]);
    });

    it('whose decision throws keeps nothing and hinders no other', async () => {
      const { store } = open();
      await put(store, { name: 'due', publishAt: SOON });
      const refusal = new Error('refused');
      const later = { now: SOON } as const;
      const results = await store.articles.change([
        release({ name: 'first', ...later }),
        {
          ...deciding('refused', () => {
            throw refusal;
          }),
          ...later,
        },
        release({ name: 'last', area: 'Fenwick', ...later }),
      ]);
      expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
      expect(results[1]).toEqual({ ok: false, error: refusal });
      expect((await slugsOf(store, {}, SOON)).sort()).toEqual(['due', 'first', 'last']);
      expect(await store.articles.saved([urlOf('refused')])).toEqual(new Map());
      expect(await store.changes.newest(everyone(SOON))).toMatchObject({ sequence: 3 });
    });

    it.each<[string, ChangeRequest]>([
      ['publishes what does not exist', deciding('b', () => ({ publishAt: NOW }))],
      ['publishes where nothing is open', deciding('a', () => ({ publishAt: NOW }))],
      ['schedules where nothing is open', deciding('a', () => ({ publishAt: SOON }))],
      [
        'registers a name twice',
        altered(release({ name: 'b', area: 'Fenwick' }), ({ register, ...decision }) => ({
          ...decision,
          register: { organisations: [], officials: [], ...register, areas: twice(register?.areas ?? []) },
        })),
      ],
      [
        'mentions a name that nobody registered',
        altered(release({ name: 'b', area: 'Fenwick' }), ({ register: _names, ...decision }) => decision),
      ],
    ])('that %s is refused alone', async (_what, impossible) => {
      const { store, check } = open();
      await put(store, { name: 'a' });
      const [first, refused, last] = await store.articles.change([
        release({ name: 'first' }),
        impossible,
        release({ name: 'last' }),
      ]);
      expect([first?.ok, refused?.ok, last?.ok]).toEqual([true, false, true]);
      expect((await slugsOf(store)).sort()).toEqual(['a', 'first', 'last']);
      expect((await store.areas.list(WHOLE, everyone(NOW))).rows).toEqual([]);
      expect(await store.articles.saved([urlOf('b')])).toEqual(new Map());
      check();
    });

    it('sees the changes before it in the same batch', async () => {
      const { store } = open();
      const articles = await put(store, { name: 'a' }, { name: 'a', title: 'Second' }, { name: 'b', slug: 'a' });
      expect(articles.map(({ slug, live }) => [slug, live?.number])).toEqual([
        ['a', 1],
        ['a', 2],
        ['a-2', 1],
      ]);
    });

    it('gives out slugs at publication, and hidden articles take none', async () => {
      const { store } = open();
      await put(
        store,
        { name: 'draft', slug: 'wish', publishAt: null },
        { name: 'scheduled', slug: 'wish', publishAt: SOON },
        { name: 'one', slug: 'wish' },
        { name: 'two', slug: 'wish' },
        { name: 'three', slug: 'wish-2' },
      );
      const slugs = async () => {
        const { rows } = await store.articles.list({ ...WHOLE, sort: 'title' }, everyone(SOON));
        return rows.map(({ slug, title }) => `${title}: ${slug}`).sort();
      };
      expect(await slugs()).toEqual([
        'Title of one: wish',
        'Title of scheduled: wish-3',
        'Title of three: wish-2-2',
        'Title of two: wish-2',
      ]);
      await put(store, { name: 'one', slug: 'another', now: SOON });
      expect((await store.articles.find('wish', everyone(SOON)))?.title).toBe('Title of one');
      expect(await store.articles.find('another', everyone(SOON))).toBeUndefined();
    });

    it('numbers editions in the order of publication, without gaps for what never was public', async () => {
      const { store } = open();
      await put(store, { name: 'a' }, { name: 'a', publishAt: null }, { name: 'a', publishAt: null });
      expect((await store.articles.find('a', everyone(NOW)))?.edition).toBe(1);
      await put(store, { name: 'a', publishAt: SOON }, { name: 'a', now: LATER });
      expect((await store.articles.find('a', everyone(LATER)))?.edition).toBe(3);
    });

    it('has a random id that tells neither order nor age', async () => {
      const { store } = open();
      const articles = await put(store, ...Array.from({ length: 20 }, (_, at) => ({ name: `r${at}` })));
      const ids = articles.map(({ id }) => id);
      expect(new Set(ids).size).toBe(20);
      expect(ids.toSorted()).not.toEqual(ids);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    });
  });

  describe('the log of changes', () => {
    it('is empty before anything is public', async () => {
      const { store } = open();
      await put(store, { name: 'a', publishAt: null });
      expect(await store.changes.newest(everyone(NOW))).toBeUndefined();
    });

    it('counts publications alone, without gaps', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a' });
      expect(await store.changes.newest(everyone(NOW))).toEqual({
        sequence: 1,
        articleId: id,
        kind: 'upsert',
        edition: 1,
        at: NOW,
      });
      await put(store, { name: 'b', publishAt: null }, { name: 'c', publishAt: LATER });
      await store.articles.change([
        altered(release({ name: 'd' }), () => {
          throw new Error('refused');
        }),
      ]);
      await put(store, { name: 'a', now: SOON });
      expect(await store.changes.newest(everyone(SOON))).toMatchObject({
        sequence: 2,
        articleId: id,
        edition: 2,
        at: SOON,
      });
    });

    it('enters a lift at its instant, in the order of instants, however late it is seen', async () => {
      const { store } = open();
      const second = await putOne(store, { name: 'second', publishAt: LATER });
      await put(store, { name: 'first', publishAt: SOON });
      const muchLater = shifted(NOW, 1_000_000);
      expect(await store.changes.newest(everyone(muchLater))).toMatchObject({
        sequence: 2,
        articleId: second.id,
        at: LATER,
      });
      expect(await store.articles.find('second', everyone(muchLater))).toMatchObject({
        publishedAt: LATER,
        updatedAt: LATER,
      });
    });
  });
}

function twice<Row>(rows: readonly Row[]): readonly Row[] {
  return [...rows, ...rows];
}
