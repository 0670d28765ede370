import { describe, expect, it } from 'vitest';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Maker } from '../../../src/store/shown.ts';
import type { Store } from '../../../src/store/store.ts';
import { decide, put, putOne, withdrawal } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const NEWEST = { limit: 10, position: null, sort: '-publishedAt' } as const;

/** A maker that counts what it makes. */
function counting(id: string): Maker & { made: string[] } {
  const made: string[] = [];
  const make = (kind: string) => (article: { readonly title: string; readonly area: { name: string } | null }) => {
    const text = `${id} ${kind} ${article.title} in ${article.area?.name}`;
    made.push(text);
    return text;
  };
  return { id, made, listing: make('lists'), whole: make('shows'), digest: (text) => `<${text}>` };
}

async function shown({ articles }: Store, slug: string, maker: Maker): Promise<string> {
  return String((await articles.show(slug, everyone(NOW), maker))?.text);
}

async function listed({ articles }: Store, maker: Maker): Promise<string[]> {
  const { text } = await articles.listShown(NEWEST, everyone(NOW), maker);
  return Buffer.from(text)
    .toString()
    .split(',')
    .filter((entry) => entry !== '');
}

export function describeShown(open: OpenStore): void {
  describe('articles as they are shown', () => {
    it('are made for whoever asks, and not again once they are kept', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick' });
      const maker = counting('one');
      expect(await listed(store, maker)).toEqual(maker.made);
      expect(await store.articles.keepShown(maker, 10)).toBeGreaterThan(0);
      maker.made.length = 0;
      expect([await shown(store, 'a', maker), ...(await listed(store, maker)), ...maker.made]).toEqual([
        'one shows Title of a in Fenwick',
        'one lists Title of a in Fenwick',
      ]);
    });

    it('are named by their digests, each as its maker says it, kept or not', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick' }, { name: 'b', area: 'Fenwick' });
      const maker = counting('one');
      const named = async () => {
        const { text, digests } = await store.articles.listShown(NEWEST, everyone(NOW), maker);
        const whole = await store.articles.show('a', everyone(NOW), maker);
        expect([digests, whole?.digest]).toEqual([`<${String(text).replace(',', '><')}>`, `<${String(whole?.text)}>`]);
        return digests;
      };
      const made = await named();
      while ((await store.articles.keepShown(maker, 10)) > 0);
      expect(await named()).toBe(made);
      expect(made).toMatch(/^<one lists [^<]*><one lists [^<]*>$/);
    });

    it('are listed with the state of the public that they were read in', async () => {
      const { store } = open();
      const states = async () => [
        (await store.articles.listShown(NEWEST, everyone(NOW), counting('one'))).state,
        await store.changes.state(everyone(NOW)),
      ];
      const [empty, ...others] = await states();
      expect(others).toEqual([empty]);
      await put(store, { name: 'a', area: 'Fenwick' });
      const [after, asked] = await states();
      expect(after).toEqual(asked);
      expect(after).not.toEqual(empty);
    });

    it('are those of the maker that asks, whatever another one has kept', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick' });
      const [one, other] = [counting('one'), counting('other')];
      while ((await store.articles.keepShown(one, 1)) > 0);
      expect((await listed(store, other))[0]).toMatch(/^other lists/);
      while ((await store.articles.keepShown(other, 1)) > 0);
      other.made.length = 0;
      expect([(await listed(store, other))[0], other.made]).toEqual([expect.stringMatching(/^other lists/), []]);
      expect((await listed(store, one))[0]).toMatch(/^one lists/);
    });

    it('are what they have become as soon as anything in them changes, and nothing once they are gone', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      const maker = counting('one');
      const keepAll = async () => {
        while ((await store.articles.keepShown(maker, 10)) > 0);
      };
      await keepAll();
      await put(store, { name: 'a', area: 'Fenwick', title: 'Another' });
      expect(await shown(store, 'a', maker)).toBe('one shows Another in Fenwick');
      await keepAll();
      await store.areas.register([place('Fenwick Vale', { key: 'fenwick' })], NOW);
      expect([await shown(store, 'a', maker), await listed(store, maker)]).toEqual([
        'one shows Another in Fenwick Vale',
        ['one lists Another in Fenwick Vale'],
      ]);
      await keepAll();
      await decide(store, id, { withdraw: withdrawal('vanish') });
      expect([await store.articles.show('a', everyone(NOW), maker), await listed(store, maker)]).toEqual([
        undefined,
        [],
      ]);
    });
  });
}
