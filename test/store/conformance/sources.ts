import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { shifted } from '../../../src/domain/time.ts';
import { type Audience, audienceOf, everyone } from '../../../src/domain/visibility.ts';
import type { SavedState, Source, Store } from '../../../src/store/store.ts';
import { collect, decide, put, putOne, withdrawal } from '../../support/newsroom.ts';
import { NOW, release, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const newsroom = audienceOf(OPERATOR, NOW);
const SOON = shifted(NOW, 1);

async function textOf(store: Store, reference: string, audience: Audience): Promise<string | undefined> {
  const source = await store.articles.source(reference, audience);
  return source && said(source);
}

async function all(store: Store, audience: Audience): Promise<string[]> {
  const sources = await collect(store.articles.sources(audience));
  return sources.map(said);
}

/** A document, or the title of what has none. */
function said(source: Source): string {
  return 'bytes' in source ? new TextDecoder().decode(source.bytes) : `written: ${source.content.title}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Imported {
  readonly last?: string;
  readonly public?: string;
  readonly draft?: string;
  readonly isDraft?: boolean;
}

/** What is told of an article that was saved last from one document, by the documents that were imported last. */
function state(name: string, source: string | null, imported: Imported): [string, SavedState] {
  const digest = (text: string | null = null) => (text === null ? null : digestOf(text));
  const { last, isDraft = false } = imported;
  const all = { last: digest(last), public: digest(imported.public ?? last), draft: digest(imported.draft) };
  return [urlOf(name), { id: expect.any(String), sourceDigest: digest(source), imported: all, isDraft }];
}

export function describeSources(open: OpenStore): void {
  describe('a source', () => {
    it('comes back byte for byte, by id, slug and address', async () => {
      const { store } = open();
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      const request = release({ name: 'a', slug: 'wished' });
      const [result] = await store.articles.change([
        {
          ...request,
          decide(current, register) {
            const decision = request.decide(current, register);
            return {
              ...decision,
              ...(decision.save && { save: { ...decision.save, source: { bytes, digest: 'd', isDraft: false } } }),
            };
          },
        },
      ]);
      const id = result?.ok ? result.article?.id : undefined;
      for (const reference of [id ?? '', 'wished', urlOf('a')]) {
        const source = await store.articles.source(reference, everyone(NOW));
        expect(source).toMatchObject({ url: urlOf('a'), slug: 'wished' });
        expect(source && 'bytes' in source && [...source.bytes]).toEqual([...bytes]);
      }
      expect(await store.articles.source('nothing', everyone(NOW))).toBeUndefined();
    });

    it('is none of an article that is withdrawn, whatever is open of it', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', source: 'one' });
      await decide(store, id, { withdraw: withdrawal('notice') });
      await put(store, { name: 'a', source: 'two', publishAt: null });
      expect([await textOf(store, id, newsroom), await all(store, newsroom)]).toEqual([undefined, []]);
      await decide(store, id, { reinstate: true });
      expect((await all(store, newsroom)).sort()).toEqual(['one', 'two']);
    });

    it('may be empty', async () => {
      const { store } = open();
      await put(store, { name: 'a', source: '' });
      expect(await textOf(store, 'a', everyone(NOW))).toBe('');
      expect(await all(store, everyone(NOW))).toEqual(['']);
    });

    it('is the live one for the public, for the newsroom the open one too, which is the one of an address', async () => {
      const { store } = open();
      await put(
        store,
        { name: 'draft', source: 'draft 1', publishAt: null },
        { name: 'draft', source: 'draft 2', publishAt: null },
        { name: 'live', source: 'live 1' },
        { name: 'changing', source: 'changing 1' },
        { name: 'changing', source: 'changing 2', publishAt: null },
        { name: 'scheduled', source: 'scheduled 1' },
        { name: 'scheduled', source: 'scheduled 2', publishAt: SOON },
      );
      const references = ['draft', 'live', 'changing', 'scheduled'].map(urlOf);
      const read = (audience: Audience) => Promise.all(references.map((url) => textOf(store, url, audience)));
      expect(await read(everyone(NOW))).toEqual([undefined, 'live 1', 'changing 1', 'scheduled 1']);
      expect(await read(newsroom)).toEqual(['draft 2', 'live 1', 'changing 2', 'scheduled 2']);
      expect((await all(store, everyone(NOW))).sort()).toEqual(['changing 1', 'live 1', 'scheduled 1']);
      const states = (await collect(store.articles.sources(newsroom))).map(
        (source) => `${source.state}: ${said(source)}`,
      );
      expect(states.indexOf('live: changing 1')).toBe(states.indexOf('draft: changing 2') - 1);
      expect(states.sort()).toEqual([
        'draft: changing 2',
        'draft: draft 2',
        'live: changing 1',
        'live: live 1',
        'live: scheduled 1',
        'scheduled: scheduled 2',
      ]);
      expect(await textOf(store, urlOf('scheduled'), everyone(SOON))).toBe('scheduled 2');
    });

    it('has the public slug, and before there is one the slug it would like', async () => {
      const { store } = open();
      await put(store, { name: 'a', slug: 'same' }, { name: 'b', slug: 'same' });
      await put(store, { name: 'c', slug: 'same', publishAt: null });
      const slugs = await Promise.all(
        ['a', 'b', 'c'].map(async (name) => (await store.articles.source(urlOf(name), newsroom))?.slug),
      );
      expect(slugs).toEqual(['same', 'same-2', 'same']);
    });

    it('gives way to what somebody wrote here afterwards', async () => {
      const { store } = open();
      await put(store, { name: 'a', source: 'old' }, { name: 'a', source: null, title: 'New' });
      expect(await textOf(store, 'a', everyone(NOW))).toBe('written: New');
      expect(await all(store, newsroom)).toEqual(['written: New']);
      const source = await store.articles.source('a', newsroom);
      expect(source).toMatchObject({ url: urlOf('a'), slug: 'a', publishedAt: NOW, draftId: null });
    });

    it('is read of more articles than are held at a time, each once', async () => {
      const { store } = open();
      const names = Array.from({ length: 250 }, (_, at) => `r${at}`);
      await put(store, ...names.map((name) => ({ name, source: name, publishAt: null })));
      const first = await all(store, newsroom);
      expect(first.toSorted()).toEqual(names.toSorted());
      expect(await all(store, newsroom)).toEqual(first);
    });
  });

  describe('what is saved', () => {
    it('tells the digest of the newest save, and whether it is still a draft', async () => {
      const { store } = open();
      await put(
        store,
        { name: 'draft', source: 'd', publishAt: null },
        { name: 'live', source: 'l' },
        { name: 'scheduled', source: 's', publishAt: SOON },
        { name: 'changing', source: 'c1' },
        { name: 'changing', source: 'c2', publishAt: null },
        { name: 'typed', source: null },
        { name: 'superseded', source: 'p1' },
        { name: 'superseded', source: 'p2' },
        { name: 'rewritten', source: 'r' },
        { name: 'rewritten', source: null },
        { name: 'other' },
      );
      const names = ['draft', 'live', 'scheduled', 'changing', 'typed', 'superseded', 'rewritten', 'new'];
      expect(await store.articles.saved(names.map(urlOf))).toEqual(
        new Map([
          state('draft', 'd', { last: 'd', isDraft: true }),
          state('live', 'l', { last: 'l' }),
          state('scheduled', 's', { last: 's' }),
          state('changing', 'c2', { last: 'c2', isDraft: true }),
          state('typed', null, {}),
          state('superseded', 'p2', { last: 'p2' }),
          state('rewritten', null, { last: 'r' }),
        ]),
      );
      expect(await store.articles.saved([])).toEqual(new Map());
    });

    it('tells a public document and the draft of it apart, unless a document has taken the place of the draft', async () => {
      const { store } = open();
      const saved = async () => (await store.articles.saved([urlOf('a')])).get(urlOf('a'));
      const draft = { name: 'a', source: 'd', sourceIsDraft: true, publishAt: null };
      const beside = { last: 'd', public: 'p', draft: 'd' };
      await put(store, { name: 'a', source: 'p' });
      await put(store, draft);
      expect(await saved()).toEqual(state('a', 'd', { ...beside, isDraft: true })[1]);
      await put(store, { name: 'a', source: null, publishAt: null });
      expect(await saved()).toEqual(state('a', null, { ...beside, isDraft: true })[1]);
      await put(store, draft, { name: 'a', source: 'p2' });
      expect(await saved()).toEqual(state('a', 'p2', { last: 'p2' })[1]);
    });

    it('is told of thousands of addresses at once', async () => {
      const { store } = open();
      await putOne(store, { name: 'r9999', source: null });
      const urls = Array.from({ length: 40_000 }, (_, at) => urlOf(`r${at}`));
      expect(await store.articles.saved(urls)).toEqual(new Map([state('r9999', null, {})]));
    });
  });
}
