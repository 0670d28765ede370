import { describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, OPERATOR, ROLES, type Role } from '../../../src/domain/actor.ts';
import type { Article } from '../../../src/domain/article.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone, isDue, isVisible } from '../../../src/domain/visibility.ts';
import { collect, put, putOne, slugsOf } from '../../support/newsroom.ts';
import { NOW, type ReleaseOptions, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

/** The instant of reading. */
const T = shifted(NOW, 60_000);
const OPEN_STATES = ['none', 'draft', -1, 0, 1] as const;

const ACTORS: readonly Actor[] = [
  ANONYMOUS,
  OPERATOR,
  ...ROLES.flatMap((role) => ['operator', 'Somebody else'].map((name) => keyOf(role, name))),
];

/** A key without limits to areas; the articles of these tests are the operator's. */
function keyOf(role: Role, name: string): Actor {
  return { kind: 'key', keyId: role, name, role, areaKeys: [] };
}

/** Every state an article can be in: live or not, with an open edition or none, scheduled around T. */
const STATES = [true, false]
  .flatMap((isLive) => OPEN_STATES.map((openState) => ({ isLive, openState })))
  .filter(({ isLive, openState }) => isLive || openState !== 'none')
  .map((state) => ({ ...state, name: `${state.isLive ? 'live' : 'new'}-${state.openState}` }));

function releasesOf({ name, isLive, openState }: (typeof STATES)[number]): ReleaseOptions[] {
  const publishAt = typeof openState === 'number' ? shifted(T, openState) : null;
  return [
    ...(isLive ? [{ name, title: 'live', source: 'live' }] : []),
    ...(openState === 'none' ? [] : [{ name, title: 'open', source: 'open', publishAt }]),
  ];
}

export function describeVisibility(open: OpenStore): void {
  describe('what is visible', () => {
    it.each(STATES)('is what the rule says, for $name', async (state) => {
      const { store } = open();
      const article = (await put(store, ...releasesOf(state))).at(-1);
      if (!article) throw new Error('no article');
      for (const millis of [-1, 0, 1]) {
        for (const actor of ACTORS) {
          const audience = audienceOf(actor, shifted(T, millis));
          const source = await store.articles.source(urlOf(state.name), audience);
          expect([actor, millis, source !== undefined]).toEqual([actor, millis, isVisible(article, audience)]);
        }
      }
    });

    it('is the same through every public read, a millisecond before, at and after the instant', async () => {
      const { store } = open();
      const articles = new Map<string, Article>();
      for (const state of STATES) {
        for (const options of releasesOf(state)) articles.set(state.name, await putOne(store, options));
      }
      for (const millis of [-1, 0, 1]) {
        const audience = everyone(shifted(T, millis));
        const visible = [...articles].filter(([, article]) => isVisible(article, audience));
        const slugs = visible.map(([name]) => name).sort();
        expect((await slugsOf(store, {}, audience.at)).sort()).toEqual(slugs);
        for (const [name, article] of articles) {
          const found = await store.articles.find(name, audience);
          const title = isDue(article, audience.at) ? 'open' : 'live';
          expect([name, found?.title]).toEqual([name, isVisible(article, audience) ? title : undefined]);
          expect(await store.articles.find(article.id, audience)).toEqual(found);
        }
      }
    });

    it('lets a scheduled edition take the place of the live one at its instant, everywhere', async () => {
      const { store, check } = open();
      await put(
        store,
        { name: 'a', title: 'Old', tags: ['old'], area: 'Oldtown', quotes: [{ by: 'Old Man', of: 'Old Firm' }] },
        {
          name: 'a',
          title: 'New',
          tags: ['new'],
          area: 'Newtown',
          quotes: [{ by: 'New Man', of: 'New Firm' }],
          publishAt: T,
        },
      );
      const shown = async (millis: number) => {
        const audience = everyone(shifted(T, millis));
        const page = { limit: 10, position: null };
        const list = await store.articles.list({ ...page, sort: 'title' }, audience);
        return [
          ...list.rows.map(({ title }) => title),
          ...(await store.tags.list(page, audience)).rows.map(({ tag }) => tag),
          ...(await store.areas.list(page, audience)).rows.map(({ name }) => name),
          ...(await store.officials.list(page, audience)).rows.map(({ name }) => name),
          ...(await store.organisations.list(page, audience)).rows.map(({ name }) => name),
          ...(await store.quotes.list(page, audience)).rows.map(({ attribution }) => attribution.name),
        ];
      };
      expect(await shown(-1)).toEqual(['Old', 'old', 'Oldtown', 'Old Man', 'Old Firm', 'Old Man']);
      expect(await shown(0)).toEqual(['New', 'new', 'Newtown', 'New Man', 'New Firm', 'New Man']);
      check();
    });

    it('needs no other read to have come first', async () => {
      const reads: ((store: ReturnType<OpenStore>['store']) => Promise<unknown>)[] = [
        (store) => store.articles.find('a', everyone(T)),
        async (store) => (await store.articles.list({ limit: 1, position: null, sort: 'title' }, everyone(T))).rows[0],
        (store) => store.articles.source('a', everyone(T)),
        async (store) => (await collect(store.articles.sources(everyone(T))))[0],
        (store) => store.areas.find('fenwick', everyone(T)),
        async (store) => (await store.areas.list({ limit: 1, position: null }, everyone(T))).rows[0],
        (store) => store.officials.find('ann', everyone(T)),
        async (store) => (await store.officials.list({ limit: 1, position: null }, everyone(T))).rows[0],
        (store) => store.organisations.find('tarn', everyone(T)),
        async (store) => (await store.organisations.list({ limit: 1, position: null }, everyone(T))).rows[0],
        async (store) => (await store.quotes.list({ limit: 1, position: null }, everyone(T))).rows[0],
        async (store) => (await store.tags.list({ limit: 1, position: null }, everyone(T))).rows[0],
        (store) => store.changes.newest(everyone(T)),
        async (store) => (await store.changes.state(everyone(T))).changedAt ?? undefined,
      ];
      for (const read of reads) {
        const { store } = open();
        await put(store, {
          name: 'a',
          area: 'Fenwick',
          tags: ['x'],
          quotes: [{ by: 'Ann', of: 'tarn' }],
          publishAt: T,
        });
        expect(await read(store)).toBeDefined();
      }
    });
  });
}
