import { describe, expect, it } from 'vitest';
import { LISTING, WHOLE_ARTICLE } from '../../../src/domain/article.ts';
import type { FollowedChange, Follower, FollowQuery } from '../../../src/domain/change.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { WITHDRAWAL_KINDS } from '../../../src/domain/withdrawal.ts';
import type { Store } from '../../../src/store/store.ts';
import { caughtUp, newCopy, shown } from '../../support/copy.ts';
import { decide, put, putOne, withdrawal } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const LATER = shifted(NOW, 1_000);

async function follow(store: Store, follower: Follower | null, query: Partial<FollowQuery> = {}, now = NOW) {
  const followed = await store.changes.follow({ limit: 100, wish: LISTING, ...query, follower }, everyone(now));
  if (!followed) throw new Error('this is another log');
  return followed;
}

/** What was told, shortly: kind and article. */
function told(changes: readonly FollowedChange[]): string[] {
  return changes.map((change) => (change.kind === 'upsert' ? `upsert ${change.article.slug}` : change.kind));
}

export function describeFollowing(open: OpenStore): void {
  describe('following the log', () => {
    it('begins with the present state, each article at its newest change, and goes on behind it', async () => {
      const { store } = open();
      await put(store, { name: 'a' }, { name: 'b' }, { name: 'a', title: 'Again' }, { name: 'draft', publishAt: null });
      const begun = await follow(store, null);
      expect(told(begun.changes)).toEqual(['upsert b', 'upsert a']);
      expect(begun).toMatchObject({ more: false, changes: [{ sequence: 2 }, { sequence: 3, edition: 2, at: NOW }] });
      const still = await follow(store, begun.follower);
      expect(still).toEqual({ changes: [], follower: begun.follower, more: false });
      await put(store, { name: 'c' });
      expect(told((await follow(store, begun.follower)).changes)).toEqual(['upsert c']);
    });

    it('is cut into pages that tell everything once, whatever happens between them', async () => {
      const { store } = open();
      await put(store, ...['a', 'b', 'c', 'd'].map((name) => ({ name })));
      const first = await follow(store, null, { limit: 2 });
      expect([told(first.changes), first.more]).toEqual([['upsert a', 'upsert b'], true]);
      await put(store, { name: 'c', title: 'Again' }, { name: 'a', title: 'Again' });
      const second = await follow(store, first.follower, { limit: 2 });
      expect([told(second.changes), second.more]).toEqual([['upsert d', 'upsert c'], true]);
      const third = await follow(store, second.follower, { limit: 2 });
      expect([told(third.changes), third.more]).toEqual([['upsert a'], false]);
    });

    it('tells again of articles that show an official by another name, since a newer one writes it so', async () => {
      const { store } = open();
      const old = { name: 'old', publishedAt: shifted(NOW, -1_000) };
      await put(store, { name: 'other' }, { ...old, quotes: [{ by: 'Ann lee' }] });
      const begun = await follow(store, null);
      const { id } = await putOne(store, { name: 'new', quotes: [{ by: 'Ann Lee' }] });
      const renamed = await follow(store, begun.follower, { wish: WHOLE_ARTICLE });
      expect(told(renamed.changes)).toEqual(['upsert new', 'upsert old']);
      expect(renamed.changes[1]).toMatchObject({ article: { officials: [{ name: 'Ann Lee' }] } });
      await put(store, { name: 'new', title: 'Again', quotes: [{ by: 'Ann Lee' }] });
      const corrected = await follow(store, renamed.follower);
      expect(told(corrected.changes)).toEqual(['upsert new']);
      await decide(store, id, { withdraw: withdrawal('gone') });
      expect(told((await follow(store, corrected.follower)).changes)).toEqual(['withdraw', 'upsert old']);
    });

    it('brings articles as lists show them, or whole', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann' }] });
      const { rows } = await store.articles.list({ limit: 1, position: null, sort: 'title' }, everyone(NOW));
      const article = await store.articles.find(id, everyone(NOW));
      const light = await follow(store, null);
      expect(light.changes).toEqual([
        { kind: 'upsert', sequence: 1, articleId: id, edition: 1, at: NOW, article: rows[0] },
      ]);
      expect((await follow(store, null, { wish: WHOLE_ARTICLE })).changes).toMatchObject([{ article }]);
    });

    it.each(WITHDRAWAL_KINDS)(
      'tells of a withdrawal (%s) to whoever had the article, and not to those who begin after it',
      async (kind) => {
        const { store } = open();
        const { id } = await putOne(store, { name: 'a', tags: ['x'] });
        const before = await follow(store, null);
        const ofAnotherTag = await follow(store, null, { tag: 'y' });
        await decide(store, id, { withdraw: withdrawal(kind) });
        const entry = { sequence: 2, articleId: id, edition: 1, at: NOW };
        const expected = kind === 'vanish' ? { ...entry, kind } : { ...entry, kind: 'withdraw', withdrawal: kind };
        expect((await follow(store, before.follower)).changes).toEqual([expected]);
        expect((await follow(store, ofAnotherTag.follower, { tag: 'y' })).changes).toEqual([expected]);
        const after = await follow(store, null);
        expect(after.changes).toEqual([]);
        await decide(store, id, { reinstate: true });
        expect(told((await follow(store, after.follower)).changes)).toEqual(['upsert a']);
        expect(told((await follow(store, before.follower)).changes)).toEqual(['upsert a']);
      },
    );

    it('tells by id alone of what does not match the filters any more, and nothing of what is new elsewhere', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick', tags: ['x'] });
      const filters = { area: 'fenwick', tag: 'x' };
      const begun = await follow(store, null, filters);
      expect(told(begun.changes)).toEqual(['upsert a']);
      await put(store, { name: 'a', area: 'Fenwick' }, { name: 'elsewhere', area: 'Harrowmere' });
      const left = await follow(store, begun.follower, filters);
      expect(left).toMatchObject({ changes: [{ kind: 'access-lost', articleId: id }], more: false });
      expect(Object.keys(left.changes[0] ?? {})).toEqual(['kind', 'articleId']);
      await put(store, { name: 'a', area: 'Fenwick', tags: ['x'] });
      expect(told((await follow(store, left.follower, filters)).changes)).toEqual(['upsert a']);
    });

    it('tells of a loss even where the filter names what is no more', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick' });
      const copy = await caughtUp(store, newCopy({ area: 'fenwick' }), NOW);
      await put(store, { name: 'a', area: 'Harrowmere' });
      expect(await store.areas.find('fenwick', everyone(NOW))).toBeUndefined();
      expect((await caughtUp(store, copy, NOW)).held).toEqual(new Map());
    });

    it('passes over more than one answer looks at, a bounded number at a time', { timeout: 60_000 }, async () => {
      const { store } = open();
      const names = Array.from({ length: 5_100 }, (_, at) => ({ name: `r${at}` }));
      await put(store, ...names, { name: 'last', tags: ['x'] });
      const begun = await follow(store, null, { tag: 'x' });
      expect(begun).toMatchObject({ changes: [], more: true });
      const rest = await follow(store, begun.follower, { tag: 'x' });
      expect([told(rest.changes), rest.more]).toEqual([['upsert last'], false]);
    });

    it('tells of a lift from its instant on, although nobody carried it out', async () => {
      const { store } = open();
      await put(store, { name: 'a', publishAt: LATER });
      const begun = await follow(store, null, {}, shifted(LATER, -1));
      expect(begun.changes).toEqual([]);
      const lifted = await follow(store, begun.follower, {}, shifted(LATER, 5_000));
      expect(lifted.changes).toMatchObject([{ kind: 'upsert', at: LATER }]);
    });

    it('refuses a place that this log never had', async () => {
      const { store } = open();
      const { store: other } = open();
      await put(store, { name: 'a' });
      const ahead = await follow(store, null);
      const query = { limit: 100, wish: LISTING, follower: ahead.follower };
      expect(await other.changes.follow(query, everyone(NOW))).toBeUndefined();
      await put(other, { name: 'b' }, { name: 'c' });
      expect(await other.changes.follow(query, everyone(NOW))).toBeUndefined();
    });

    it('goes on from any place after superseded entries were forgotten', async () => {
      const { store, check } = open();
      await put(store, { name: 'a' }, { name: 'b' });
      const places = [await caughtUp(store, newCopy(), NOW)];
      for (const title of ['One', 'Two', 'Three']) {
        await put(store, { name: 'a', title });
        places.push(await caughtUp(store, newCopy(), NOW));
      }
      expect(await store.changes.compact(LATER, 2)).toBe(2);
      expect(await store.changes.compact(LATER, 100)).toBe(1);
      expect(await store.changes.compact(LATER, 100)).toBe(0);
      check();
      await put(store, { name: 'b', title: 'Last' });
      expect(await store.changes.compact(NOW, 100)).toBe(0);
      for (const place of places) expect((await caughtUp(store, place, NOW)).held).toEqual(await shown(store, {}, NOW));
    });
  });
}
