import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import type { Article } from '../../../src/domain/article.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import type { Once } from '../../../src/store/once.ts';
import { deciding, putOne, slugsOf } from '../../support/newsroom.ts';
import { NOW, release } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const ONCE: Once<Article> = {
  scope: 'key:1 POST /v1/editorial/articles',
  key: 'k',
  fingerprint: 'f',
  expiresAt: shifted(NOW, 10),
  answer: (article) => `made ${article?.slug}`,
};

const create = (name: string, once: Partial<Once<Article>> = {}) => ({
  ...release({ name }),
  article: null,
  once: { ...ONCE, ...once },
});

export function describeOnce(open: OpenStore): void {
  describe('a request that comes again', () => {
    it('gets the answer of the first, and is not carried out', async () => {
      const { store } = open();
      const [first] = await store.articles.change([create('a')]);
      expect(first).toMatchObject({ ok: true, article: { slug: 'a' } });
      expect(first).not.toHaveProperty('kept');
      const again = await store.articles.change([create('a'), create('b')]);
      expect(again).toMatchObject([
        { ok: true, article: undefined, kept: 'made a' },
        { ok: true, article: undefined, kept: 'made a' },
      ]);
      expect(await slugsOf(store)).toEqual(['a']);
    });

    it('is refused when it is another under the same key', async () => {
      const { store } = open();
      await store.articles.change([create('a')]);
      const [refused] = await store.articles.change([create('b', { fingerprint: 'g' })]);
      expect(refused).toMatchObject({ ok: false, error: { code: 'idempotency_key_reused' } });
      expect(await slugsOf(store)).toEqual(['a']);
    });

    it('is another one in another scope, or under another key', async () => {
      const { store } = open();
      await store.articles.change([create('a'), create('b', { scope: 'key:2 POST' }), create('c', { key: 'l' })]);
      expect((await slugsOf(store)).sort()).toEqual(['a', 'b', 'c']);
    });

    it('is carried out again once its time is over', async () => {
      const { store } = open();
      await store.articles.change([create('a')]);
      const at = (millis: number) => ({ audience: audienceOf(OPERATOR, shifted(NOW, millis)) });
      expect(await store.articles.change([{ ...create('b'), ...at(9) }])).toMatchObject([{ kept: 'made a' }]);
      const [late] = await store.articles.change([
        { ...create('b', { fingerprint: 'g', expiresAt: shifted(NOW, 20) }), ...at(10) },
      ]);
      expect(late).toMatchObject({ ok: true, article: { slug: 'b' } });
    });

    it('was never carried out when the first was refused or a dry run', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', publishAt: null });
      const impossible = { ...deciding(id, { reinstate: true }), once: ONCE };
      expect((await store.articles.change([impossible]))[0]?.ok).toBe(false);
      expect(await store.articles.change([{ ...create('b'), dryRun: true }])).toMatchObject([
        { article: { slug: 'b' } },
      ]);
      expect(await slugsOf(store)).toEqual([]);
      expect(await store.articles.change([create('b')])).toMatchObject([{ ok: true, article: { slug: 'b' } }]);
    });
  });
}
