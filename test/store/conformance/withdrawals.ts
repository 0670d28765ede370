import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../src/domain/visibility.ts';
import { WITHDRAWAL_KINDS, type Withdrawal, type WithdrawalKind } from '../../../src/domain/withdrawal.ts';
import type { Store } from '../../../src/store/store.ts';
import { collect, decide, deciding, put, putOne, WHOLE } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const SOON = shifted(NOW, 1);
const LATER = shifted(NOW, 2);
const AT_SOON = { audience: audienceOf(OPERATOR, SOON) };
const AT_LATER = { audience: audienceOf(OPERATOR, LATER) };

function withdrawal(kind: WithdrawalKind): Withdrawal {
  const explanation = kind === 'vanish' ? null : 'It named a witness.';
  const alternative = kind === 'redirect' ? 'https://www.ouseshire.police.example/news/other' : null;
  return { kind, explanation, alternative, reason: 'A call from the court.', at: SOON, by: 'Sam' };
}

/** Everything that the public gets out of the store. */
async function everything(store: Store, at: Instant) {
  const audience = everyone(at);
  const search = [{ words: ['witness'], prefix: false }];
  return {
    found: await store.articles.find('a', audience),
    listed: (await store.articles.list({ ...WHOLE, sort: 'title' }, audience)).rows,
    searched: (await store.articles.list({ ...WHOLE, sort: 'relevance', search }, audience)).rows,
    inArea: (await store.articles.list({ ...WHOLE, sort: 'title', area: 'marsham' }, audience)).rows,
    source: await store.articles.source('a', audience),
    sources: await collect(store.articles.sources(audience)),
    areas: (await store.areas.list(WHOLE, audience)).rows,
    officials: (await store.officials.list(WHOLE, audience)).rows,
    organisations: (await store.organisations.list(WHOLE, audience)).rows,
    quotes: (await store.quotes.list({ ...WHOLE, search }, audience)).rows,
    tags: (await store.tags.list(WHOLE, audience)).rows,
  };
}

const NOTHING: Awaited<ReturnType<typeof everything>> = {
  found: undefined,
  listed: [],
  searched: [],
  inArea: [],
  source: undefined,
  sources: [],
  areas: [],
  officials: [],
  organisations: [],
  quotes: [],
  tags: [],
};

/** A public article in its second edition, with everything that an article can bring along. */
async function putWhole(store: Store) {
  const whole = { name: 'a', text: 'A witness spoke.', area: 'Marsham', tags: ['crime'], source: 'The document.' };
  await put(store, { ...whole, title: 'First' });
  return putOne(store, { ...whole, quotes: [{ by: 'Ann', of: 'Police', text: 'I am a witness.' }] });
}

export function describeWithdrawals(open: OpenStore): void {
  describe('a withdrawal', () => {
    it.each(WITHDRAWAL_KINDS)(
      'of the kind %s takes everything from the public at once, and reinstating brings it back',
      async (kind) => {
        const { store, check } = open();
        const { id, version } = await putWhole(store);
        const before = await everything(store, SOON);
        expect(Object.values(before).every((part) => part !== undefined && Object.keys(part).length > 0)).toBe(true);

        const withdrawn = await decide(store, id, { withdraw: withdrawal(kind) }, AT_SOON);
        expect(withdrawn).toMatchObject({
          version: version + 1,
          slug: 'a',
          open: null,
          live: null,
          withdrawn: { edition: { state: 'withdrawn', number: 2 }, withdrawal: withdrawal(kind) },
        });
        expect(await everything(store, SOON)).toEqual(NOTHING);
        const entry = { sequence: 3, articleId: id, edition: 2, at: SOON };
        expect(await store.changes.newest(everyone(SOON))).toEqual({
          ...entry,
          kind: kind === 'vanish' ? 'vanish' : 'withdraw',
        });
        check();

        const back = await decide(store, id, { reinstate: true }, AT_LATER);
        expect(back).toMatchObject({ slug: 'a', live: { state: 'live', number: 2 }, withdrawn: null });
        const { found, listed, ...rest } = await everything(store, LATER);
        expect(found).toEqual({ ...before.found, updatedAt: LATER });
        expect(listed).toEqual(before.listed.map((listing) => ({ ...listing, updatedAt: LATER })));
        expect(rest).toMatchObject({
          quotes: before.quotes,
          tags: before.tags,
          areas: before.areas,
          source: before.source,
        });
        expect(await store.changes.newest(everyone(LATER))).toEqual({
          ...entry,
          sequence: 4,
          kind: 'upsert',
          at: LATER,
        });
        check();
      },
    );

    it.each(WITHDRAWAL_KINDS)(
      'of the kind %s tells the public what it may, by id and by slug, until it is reinstated',
      async (kind) => {
        const { store } = open();
        const { id } = await putWhole(store);
        const told = (reference: string) => store.articles.withdrawal(reference, everyone(LATER));
        expect(await told('a')).toBeUndefined();
        await decide(store, id, { withdraw: withdrawal(kind) }, AT_SOON);
        const { explanation, alternative } = withdrawal(kind);
        const expected = kind === 'vanish' ? undefined : { id, slug: 'a', kind, explanation, alternative, at: SOON };
        expect([await told('a'), await told(id)]).toEqual([expected, expected]);
        await decide(store, id, { reinstate: true }, AT_LATER);
        expect([await told('a'), await told(id)]).toEqual([undefined, undefined]);
      },
    );

    it('can follow another, each with its own words', async () => {
      const { store, check } = open();
      const { id } = await putWhole(store);
      for (const kind of ['gone', 'vanish', 'notice'] as const) {
        expect(await decide(store, id, { withdraw: withdrawal(kind) })).toMatchObject({
          withdrawn: { withdrawal: { kind } },
        });
        expect(await decide(store, id, { reinstate: true })).toMatchObject({ live: { number: 2 }, withdrawn: null });
      }
      check();
    });

    it.each(WITHDRAWAL_KINDS.flatMap((from) => WITHDRAWAL_KINDS.map((to) => [from, to] as const)))(
      'of the kind %s is put as %s, and the text is not public in between',
      async (from, to) => {
        const { store, check } = open();
        const { id } = await putWhole(store);
        await decide(store, id, { withdraw: withdrawal(from) }, AT_SOON);
        const withdraw = { ...withdrawal(to), reason: 'Another call.', at: LATER };
        const withdrawn = await decide(store, id, { withdraw }, AT_LATER);
        expect(withdrawn).toMatchObject({ live: null, withdrawn: { edition: { number: 2 }, withdrawal: withdraw } });
        expect(await everything(store, LATER)).toEqual(NOTHING);
        const { explanation, alternative } = withdraw;
        const told = to === 'vanish' ? undefined : { id, slug: 'a', kind: to, explanation, alternative, at: LATER };
        expect(await store.articles.withdrawal('a', everyone(LATER))).toEqual(told);
        // What is new for the newsroom alone is nothing that changes for the public.
        const newest = { articleId: id, edition: 2, kind: to === 'vanish' ? 'vanish' : 'withdraw' };
        const told4 = { ...newest, sequence: 4, at: LATER };
        expect(await store.changes.newest(everyone(LATER))).toEqual(
          from === to ? { ...newest, sequence: 3, at: SOON } : told4,
        );
        check();
        await decide(store, id, { reinstate: true }, AT_LATER);
        expect((await everything(store, LATER)).found).toMatchObject({ edition: 2, body: expect.anything() });
        check();
      },
    );

    it.each(WITHDRAWAL_KINDS)(
      'of the kind %s gives way to another text as a new edition, and its own text never comes back',
      async (kind) => {
        const { store, check } = open();
        const { id } = await putWhole(store);
        await put(store, { name: 'a', title: 'With a slip', publishAt: null });
        await decide(store, id, { publishAt: NOW, replacement: { kind: 'correction', note: 'It names a witness.' } });
        await decide(store, id, { withdraw: withdrawal(kind) }, AT_SOON);
        const clean = { name: 'a', title: 'Clean', text: 'Nobody saw it.', source: 'Another.', now: LATER };
        await put(store, { ...clean, publishAt: null });
        expect(await everything(store, LATER)).toEqual(NOTHING);
        const back = await decide(store, id, { publishAt: LATER }, AT_LATER);
        expect(back).toMatchObject({ slug: 'a', open: null, live: { number: 4 }, withdrawn: null });
        const { found, searched } = await everything(store, LATER);
        expect(found).toMatchObject({
          title: 'Clean',
          edition: 4,
          publishedAt: NOW,
          updatedAt: LATER,
          corrections: [],
        });
        expect(searched).toEqual([]);
        expect(await store.articles.withdrawal('a', everyone(LATER))).toBeUndefined();
        expect(await store.changes.newest(everyone(LATER))).toMatchObject({ kind: 'upsert', edition: 4, at: LATER });
        const [refused] = await store.articles.change([deciding(id, { reinstate: true })]);
        expect(refused?.ok).toBe(false);
        check();
      },
    );

    it('gives way to a scheduled text at its instant, and not a millisecond before', async () => {
      const { store, check } = open();
      const { id } = await putWhole(store);
      await decide(store, id, { withdraw: withdrawal('notice') });
      await put(store, { name: 'a', title: 'Clean', publishAt: null });
      await decide(store, id, { publishAt: LATER });
      expect(await store.articles.find('a', everyone(SOON))).toBeUndefined();
      expect(await store.articles.withdrawal('a', everyone(SOON))).toMatchObject({ kind: 'notice' });
      expect(await store.articles.find('a', everyone(LATER))).toMatchObject({ title: 'Clean', edition: 3 });
      expect(await store.articles.withdrawal('a', everyone(LATER))).toBeUndefined();
      check();
    });

    it('keeps what an official and a tag have from other articles', async () => {
      const { store } = open();
      const { id } = await putWhole(store);
      await put(store, { name: 'b', tags: ['crime'], quotes: [{ by: 'Ann', rank: 'PC', of: 'Council' }] });
      await decide(store, id, { withdraw: withdrawal('gone') }, AT_SOON);
      const { officials, organisations, tags } = await everything(store, SOON);
      expect(officials).toMatchObject([{ slug: 'ann', rank: 'PC', organisation: { slug: 'council' } }]);
      expect(organisations).toMatchObject([{ slug: 'council' }]);
      expect(tags).toEqual([{ tag: 'crime', articles: 1 }]);
    });

    it('leaves an open draft open, and refuses while a schedule stands', async () => {
      const { store } = open();
      const { id } = await putWhole(store);
      await put(store, { name: 'a', title: 'Next', publishAt: LATER });
      const [refused] = await store.articles.change([deciding(id, { withdraw: withdrawal('gone') })]);
      expect(refused?.ok).toBe(false);
      const withdrawn = await decide(store, id, { open: 'submitted', withdraw: withdrawal('gone') }, { by: 'Sam' });
      expect(withdrawn).toMatchObject({ open: { state: 'submitted', publishAt: null }, withdrawn: expect.anything() });
      expect(await everything(store, LATER)).toEqual(NOTHING);
      await decide(store, id, { reinstate: true });
      expect(await decide(store, id, { publishAt: NOW })).toMatchObject({ open: null, live: { number: 3 } });
    });

    it.each([
      ['of what is not public', { withdraw: withdrawal('gone') }],
      ['taken back where there is none', { reinstate: true }],
    ])('%s is refused', async (_what, decision) => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', publishAt: null });
      const [refused] = await store.articles.change([deciding(id, decision)]);
      expect(refused?.ok).toBe(false);
    });
  });
}
