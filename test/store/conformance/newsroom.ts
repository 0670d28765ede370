import { describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, OPERATOR, type Role } from '../../../src/domain/actor.ts';
import type { NewsroomQuery } from '../../../src/domain/query.ts';
import { parseSearch } from '../../../src/domain/search.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { collect, decide, deciding, put, WHOLE, withdrawal } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW, release, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const SOON = shifted(NOW, 1);
const EVERYTHING = audienceOf(OPERATOR, NOW);

function keyOf(role: Role, name: string, ...areaKeys: string[]): Actor {
  return { kind: 'key', keyId: name, name, role, areaKeys };
}

/** A county with a town in it, a shire beside it, and an article of each of two people in each of them. */
async function fill(store: Store): Promise<void> {
  await store.areas.register([place('County'), place('Town', { parentKey: 'county' }), place('Shire')], NOW);
  for (const by of ['sam', 'kim']) {
    const requests = ['County', 'Town', 'Shire', null].map((name, millis) =>
      release({
        name: `${by}-${name?.toLowerCase() ?? null}`,
        area: name,
        publishAt: null,
        now: shifted(NOW, millis - 10),
      }),
    );
    await store.articles.change(requests.map((request) => ({ ...request, by })));
  }
}

async function namesOf(store: Store, query: Partial<NewsroomQuery> = {}, audience = EVERYTHING): Promise<string[]> {
  const { rows } = await store.newsroom.list({ ...WHOLE, ...query }, audience);
  return rows.map(({ url }) => url?.split('/').at(-1) ?? '');
}

const MAY_SEE: [string, Actor, string[]][] = [
  ['nobody in particular', ANONYMOUS, []],
  ['a partner', keyOf('partner', 'sam'), []],
  ['an author', keyOf('author', 'sam'), ['sam-county', 'sam-null', 'sam-shire', 'sam-town']],
  ['an author of one county', keyOf('author', 'sam', 'county'), ['sam-county', 'sam-town']],
  ['an editor of one town', keyOf('editor', 'sam', 'town'), ['kim-town', 'sam-town']],
  ['an editor of two areas', keyOf('editor', 'x', 'town', 'shire'), ['kim-shire', 'kim-town', 'sam-shire', 'sam-town']],
  ['an editor of nowhere', keyOf('editor', 'sam', 'nowhere'), []],
];

export function describeNewsroom(open: OpenStore): void {
  describe('the newsroom', () => {
    it('finds by words of the title, tags and the time of the last change, and counts what it finds', async () => {
      const { store } = open();
      await put(store, { name: 'a', title: 'Pont Aberŵern ar gau', tags: ['roads'], now: shifted(NOW, -3) });
      await put(store, {
        name: 'b',
        title: 'Wern Bridge: closed',
        tags: ['roads', 'council'],
        publishAt: null,
        now: shifted(NOW, -2),
      });
      await put(store, { name: 'c', title: 'Bridge opens', publishAt: null, now: shifted(NOW, -1) });
      const found = async (query: Partial<NewsroomQuery>) => {
        const { total } = await store.newsroom.list({ ...WHOLE, ...query, count: true }, EVERYTHING);
        const names = await namesOf(store, query);
        expect(total).toBe(names.length);
        return names;
      };
      const q = (text: string) => found({ search: parseSearch(text) });
      expect(await q('bridge')).toEqual(['c', 'b']);
      expect(await q('BRIDGE wern')).toEqual(['b']);
      expect(await q('aberwern')).toEqual(['a']);
      expect(await q('wern')).toEqual(['b', 'a']);
      expect(await q('"wern bridge"')).toEqual(['b']);
      expect(await q('"bridge wern"')).toEqual([]);
      expect(await q('%')).toEqual([]);
      expect(await found({ tag: 'roads' })).toEqual(['b', 'a']);
      expect(await found({ tag: 'road' })).toEqual([]);
      expect(await found({ from: shifted(NOW, -2) })).toEqual(['c', 'b']);
      expect(await found({ before: shifted(NOW, -2) })).toEqual(['a']);
      expect(await found({ tag: 'roads', open: 'draft', from: shifted(NOW, -9), before: NOW })).toEqual(['b']);
      const [article] = await put(store, { name: 'a', title: 'Another', publishAt: null });
      expect(await q('another')).toEqual(['a']);
      await decide(store, article?.id ?? '', { open: 'discarded' });
      expect([await q('another'), await q('pont')]).toEqual([[], ['a']]);
      expect(
        (await store.articles.list({ ...WHOLE, sort: 'title', search: parseSearch('closed') }, everyone(NOW))).rows,
      ).toEqual([]);
    });

    it.each(MAY_SEE)(
      'shows %s what is theirs to see, and lets them change that alone',
      async (_who, actor, expected) => {
        const { store } = open();
        await fill(store);
        const all = (await store.newsroom.list(WHOLE, EVERYTHING)).rows;
        expect(all).toHaveLength(8);
        const audience = audienceOf(actor, SOON);
        expect((await namesOf(store, {}, audience)).sort()).toEqual(expected);
        const sources = audience.sees === 'newsroom' ? await collect(store.articles.sources(audience)) : [];
        expect(sources.map(({ url }) => url).sort()).toEqual(expected.map(urlOf));
        for (const article of all) {
          const isTheirs = expected.map(urlOf).includes(article.url ?? '');
          expect(await store.newsroom.find(article.id, audience)).toEqual(isTheirs ? article : undefined);
          expect((await store.newsroom.revisions(article.id, WHOLE, audience)).rows).toHaveLength(Number(isTheirs));
          const seen: unknown[] = [];
          await store.articles.change([
            {
              ...deciding(article.id, {}, { audience }),
              decide: (current) => {
                seen.push(current?.id);
                return {};
              },
            },
          ]);
          expect(seen).toEqual([isTheirs ? article.id : undefined]);
          const [byUrl] = await store.articles.change([
            deciding('', {}, { audience, article: { url: article.url ?? '' } }),
          ]);
          expect(byUrl).toMatchObject(isTheirs ? { ok: true } : { ok: false, error: { code: 'forbidden' } });
        }
      },
    );

    it('lets nobody put an article where they would not see it', async () => {
      const { store } = open();
      await fill(store);
      const audience = audienceOf(keyOf('editor', 'sam', 'town'), NOW);
      const moves = ['Town', 'County', 'Nowhere', null].map((area) =>
        release({ name: 'sam-town', area, publishAt: null }),
      );
      const moved = await store.articles.change(moves.map((request) => ({ ...request, audience })));
      expect(moved.map(({ ok }) => ok)).toEqual([true, false, false, false]);
      const created = await store.articles.change(
        ['Town', 'Shire', null].map((area) => ({
          ...release({ name: `new-${area}`, area, publishAt: null }),
          audience,
        })),
      );
      expect(created).toMatchObject([{ ok: true }, { ok: false, error: { code: 'forbidden' } }, { ok: false }]);
      expect(await namesOf(store, { area: 'shire' })).toHaveLength(2);
    });

    it('is filtered by state, area and person, all together', async () => {
      const { store } = open();
      await fill(store);
      const [live, submitted] = (await store.newsroom.list({ ...WHOLE, area: 'town' }, EVERYTHING)).rows;
      await decide(store, live?.id ?? '', { publishAt: NOW });
      await decide(store, submitted?.id ?? '', { open: 'submitted' });
      const nameOf = (url: string | null | undefined) => url?.split('/').at(-1);
      expect(await namesOf(store, { public: 'live' })).toEqual([nameOf(live?.url)]);
      expect(await namesOf(store, { open: 'none' })).toEqual([nameOf(live?.url)]);
      expect(await namesOf(store, { open: 'submitted', public: 'none' })).toEqual([nameOf(submitted?.url)]);
      expect(await namesOf(store, { open: 'submitted', public: 'live' })).toEqual([]);
      expect((await namesOf(store, { area: 'county', createdBy: 'kim' })).sort()).toEqual(['kim-county', 'kim-town']);
      expect(await namesOf(store, { url: live?.url ?? '' })).toEqual([nameOf(live?.url)]);
      expect(await namesOf(store, { url: live?.url ?? '', public: 'withdrawn' })).toEqual([]);
      await decide(store, live?.id ?? '', { withdraw: withdrawal() });
      expect(await namesOf(store, { public: 'withdrawn' })).toEqual([nameOf(live?.url)]);
      expect(await namesOf(store, { area: 'nowhere' })).toEqual([]);
    });

    it('is listed last changed first, page by page, in both directions', async () => {
      const { store } = open();
      await fill(store);
      const whole = await namesOf(store);
      expect(whole.map((name) => name.split('-')[1])).toEqual([
        'null',
        'null',
        'shire',
        'shire',
        'town',
        'town',
        'county',
        'county',
      ]);
      const pages: string[][] = [];
      let position: NewsroomQuery['position'] = null;
      for (let page = 0; page < 3; page += 1) {
        const { rows, next } = await store.newsroom.list({ limit: 3, position }, EVERYTHING);
        pages.push(rows.map(({ url }) => url?.split('/').at(-1) ?? ''));
        position = next;
      }
      expect(position).toBeNull();
      expect(pages.flat()).toEqual(whole);
      const second = await store.newsroom.list({ limit: 3, position: null }, EVERYTHING);
      const third = await store.newsroom.list({ limit: 3, position: second.next }, EVERYTHING);
      expect((await store.newsroom.list({ limit: 3, position: third.prev }, EVERYTHING)).rows).toEqual(second.rows);
    });

    it('shows what is due as public', async () => {
      const { store } = open();
      await put(store, { name: 'a', publishAt: SOON });
      expect(await namesOf(store, { open: 'scheduled' })).toEqual(['a']);
      expect(await namesOf(store, { public: 'live' }, audienceOf(OPERATOR, SOON))).toEqual(['a']);
    });

    it('keeps every save, newest first, each with all that it said', async () => {
      const { store } = open();
      const [first, , , last] = await put(
        store,
        { name: 'a', title: 'One', publishAt: null },
        { name: 'a', title: 'Two' },
        { name: 'a', title: 'Three', publishAt: null, now: SOON },
        { name: 'a', title: 'Four', publishAt: null, now: SOON },
      );
      const id = first?.id ?? '';
      const audience = audienceOf(OPERATOR, SOON);
      const { rows } = await store.newsroom.revisions(id, WHOLE, audience);
      expect(
        rows.map(({ title, number, edition, savedAt, savedBy }) => [title, number, edition, savedAt, savedBy]),
      ).toEqual([
        ['Four', 2, null, SOON, 'operator'],
        ['Three', 1, null, SOON, 'operator'],
        ['Two', 2, 1, NOW, 'operator'],
        ['One', 1, 1, NOW, 'operator'],
      ]);
      const [newest, , published, oldest] = rows;
      expect(await store.newsroom.revision(id, newest?.id ?? '', audience)).toEqual({
        ...newest,
        content: last?.open?.content,
      });
      expect(await store.newsroom.revision(id, oldest?.id ?? '', audience)).toMatchObject({
        content: { title: 'One' },
      });
      expect(await store.newsroom.revision(id, 'none', audience)).toBeUndefined();
      const other = await put(store, { name: 'b' });
      expect(await store.newsroom.revision(other[0]?.id ?? '', newest?.id ?? '', audience)).toBeUndefined();
      const page = await store.newsroom.revisions(id, { limit: 2, position: null }, audience);
      const following = await store.newsroom.revisions(id, { limit: 2, position: page.next }, audience);
      expect(following.rows).toEqual([published, oldest]);
      expect(following.next).toBeNull();
    });
  });
}
