import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { auditNote } from '../../../src/domain/audit.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../src/domain/visibility.ts';
import { decide, deciding, put, putOne, slugsOf, withdrawal } from '../../support/newsroom.ts';
import { NOW, release, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const SOON = shifted(NOW, 1);
const LATER = shifted(NOW, 2);
const AT_SOON = { audience: audienceOf(OPERATOR, SOON) };
const AT_LATER = { audience: audienceOf(OPERATOR, LATER) };

export function describeEditions(open: OpenStore): void {
  describe('an open edition', () => {
    it('is submitted by somebody, and by nobody once it is returned', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', publishAt: null });
      const submitted = await decide(store, id, { open: 'submitted' }, { by: 'Sam' });
      expect(submitted.open).toMatchObject({ state: 'submitted', submittedBy: 'Sam', publishAt: null });
      const why = { note: 'Who said this?', at: NOW, by: 'Kim' };
      const returned = await decide(store, id, { open: 'draft', returned: why }, { by: 'Kim' });
      expect(returned.open).toMatchObject({ state: 'draft', submittedBy: null, returned: why });
      expect((await decide(store, id, { open: 'draft' })).open?.returned).toEqual(why);
      expect((await decide(store, id, { open: 'submitted' }, { by: 'Sam' })).open?.returned).toBeNull();
      expect(await slugsOf(store)).toEqual([]);
    });

    it('keeps who submitted it through a schedule that is taken back', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', publishAt: null });
      await decide(store, id, { open: 'submitted' }, { by: 'Sam' });
      const scheduled = await decide(store, id, { publishAt: SOON }, { by: 'Kim' });
      expect(scheduled.open).toMatchObject({ state: 'scheduled', submittedBy: 'Sam', publishAt: SOON });
      const back = await decide(store, id, { open: 'submitted' }, { by: 'Kim' });
      expect(back.open).toMatchObject({ state: 'submitted', submittedBy: 'Sam', publishAt: null });
      expect(await slugsOf(store, {}, LATER)).toEqual([]);
    });

    it('is thrown away without a trace in what is public, and the next one gets its number', async () => {
      const { store, check } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Marsham' });
      const before = await store.articles.find('a', everyone(SOON));
      await put(store, { name: 'a', title: 'Thrown away', area: 'Kelby', publishAt: null });
      const discarded = await decide(store, id, { open: 'discarded' });
      expect(discarded).toMatchObject({ open: null, live: { number: 1 } });
      expect(await store.articles.find('a', everyone(SOON))).toEqual(before);
      await put(store, { name: 'a', title: 'Second', now: SOON });
      expect(await store.articles.find('a', everyone(SOON))).toMatchObject({ title: 'Second', edition: 2 });
      check();
    });

    it('that is thrown away gives the article back to the area of what is left', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Marsham' });
      await put(store, { name: 'a', area: 'Kelby', publishAt: null });
      const of = async (area: string) => {
        const { rows } = await store.newsroom.list({ limit: 5, position: null, area }, audienceOf(OPERATOR, NOW));
        return rows.length;
      };
      expect([await of('marsham'), await of('kelby')]).toEqual([0, 1]);
      await decide(store, id, { open: 'discarded' });
      expect([await of('marsham'), await of('kelby')]).toEqual([1, 0]);
    });

    it('takes the place of what is withdrawn: one is live or withdrawn, never two', async () => {
      const { store, check } = open();
      const { id } = await putOne(store, { name: 'a' });
      await decide(store, id, { withdraw: withdrawal() });
      await put(store, { name: 'a', publishAt: null });
      const [scheduled] = await store.articles.change([deciding(id, { publishAt: LATER })]);
      expect(scheduled?.ok).toBe(true);
      expect(await slugsOf(store, {}, NOW)).toEqual([]);
      expect(await slugsOf(store, {}, LATER)).toEqual(['a']);
      const again = await store.newsroom.find(id, audienceOf(OPERATOR, LATER));
      expect(again).toMatchObject({ live: { number: 2 }, withdrawn: null });
      check();
    });
  });

  describe('an address', () => {
    it('belongs to one article', async () => {
      const { store } = open();
      await put(store, { name: 'a', publishAt: null });
      const other = release({ name: 'b', publishAt: null });
      const [taken] = await store.articles.change([
        {
          ...other,
          article: null,
          decide: (current, register) => {
            const { save, ...decision } = other.decide(current, register);
            return { ...decision, ...(save && { save: { ...save, content: { ...save.content, url: urlOf('a') } } }) };
          },
        },
      ]);
      expect(taken).toMatchObject({ ok: false, error: { code: 'conflict' } });
    });

    it('is given at publication where there is none, whatever only a hidden article claims', async () => {
      const { store, check } = open();
      const given = await store.articles.change([withUrl('a', null)]);
      expect(given).toMatchObject([{ ok: true, article: { slug: 'a', url: 'https://news.example/articles/a' } }]);
      await store.articles.change([withUrl('hidden', 'https://news.example/articles/b', { publishAt: null })]);
      expect(await store.articles.change([withUrl('b', null)])).toMatchObject([{ ok: true, article: { slug: 'b' } }]);
      expect((await store.articles.find('b', everyone(NOW)))?.url).toBe('https://news.example/articles/b');
      await store.articles.change([withUrl('shown', 'https://news.example/articles/c')]);
      expect(await store.articles.change([withUrl('c', null)])).toMatchObject([{ ok: true, article: { slug: 'c-2' } }]);
      check();
    });
  });

  describe('a later edition', () => {
    it('with a note stands in the ledger of corrections, newest first, until for ever', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a' });
      await put(store, { name: 'a', title: 'Second', publishAt: null });
      await decide(store, id, { publishAt: SOON, replacement: { kind: 'correction', note: 'A name.' } }, AT_SOON);
      await put(store, { name: 'a', title: 'Third', publishAt: null, now: SOON });
      await decide(store, id, { publishAt: LATER, replacement: { kind: 'correction', note: 'A date.' } }, AT_LATER);
      const corrections = [
        { edition: 3, at: LATER, note: 'A date.' },
        { edition: 2, at: SOON, note: 'A name.' },
      ];
      expect(await store.articles.find('a', everyone(LATER))).toMatchObject({
        edition: 3,
        updatedAt: LATER,
        corrections,
      });
      await put(store, { name: 'a', title: 'Fourth', now: LATER });
      expect(await store.articles.find('a', everyone(LATER))).toMatchObject({ edition: 4, corrections });
    });

    it('that amends keeps when readers were last told of a change, and enters the log all the same', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a' });
      await put(store, { name: 'a', title: 'Amended', publishAt: null });
      await decide(store, id, { publishAt: SOON, replacement: { kind: 'amendment' } }, AT_SOON);
      expect(await store.articles.find('a', everyone(SOON))).toMatchObject({
        title: 'Amended',
        publishedAt: NOW,
        updatedAt: NOW,
        edition: 2,
        corrections: [],
      });
      expect(await slugsOf(store, { updatedSince: SOON }, SOON)).toEqual([]);
      expect(await store.changes.newest(everyone(SOON))).toMatchObject({ sequence: 2, edition: 2, at: SOON });
    });
  });

  describe('a version', () => {
    it('counts every change up, a lift too, and nothing that decides nothing', async () => {
      const { store } = open();
      const { id, version } = await putOne(store, { name: 'a', publishAt: null });
      expect(version).toBe(1);
      expect((await decide(store, id, {})).version).toBe(1);
      expect((await decide(store, id, { open: 'submitted' })).version).toBe(2);
      expect((await decide(store, id, { publishAt: SOON })).version).toBe(3);
      expect((await store.newsroom.find(id, audienceOf(OPERATOR, SOON)))?.version).toBe(4);
    });
  });

  describe('what the audit trail says of a change', () => {
    it('is written with it, naming the article, or not at all', async () => {
      const { store } = open();
      const note = auditNote(OPERATOR, {
        at: NOW,
        action: 'article.x',
        outcome: 'accepted',
        subject: null,
        detail: {},
      });
      const request = release({ name: 'a', publishAt: null });
      const [created] = await store.articles.change([
        { ...request, decide: (current, register) => ({ ...request.decide(current, register), audit: note }) },
      ]);
      const id = created?.ok ? created.article?.id : undefined;
      const entries = async () => (await store.audit.list({ limit: 9, position: null })).rows;
      expect(await entries()).toMatchObject([{ ...note, subject: id }]);
      const refusedAlone = deciding(id ?? '', { withdraw: withdrawal(), audit: note });
      expect((await store.articles.change([refusedAlone]))[0]?.ok).toBe(false);
      await store.articles.change([deciding(id ?? '', { open: 'submitted', audit: note }, { dryRun: true })]);
      expect(await entries()).toHaveLength(1);
    });
  });

  describe('a dry run', () => {
    it('says what would stand, and keeps nothing', async () => {
      const { store, check } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Marsham', quotes: [{ by: 'Ann', of: 'tarn' }] });
      const before = await store.newsroom.find(id, audienceOf(OPERATOR, NOW));
      const shown = await store.articles.find('a', everyone(NOW));
      const dry = { dryRun: true };
      expect(await decide(store, id, { withdraw: withdrawal() }, dry)).toMatchObject({
        live: null,
        withdrawn: { withdrawal: withdrawal() },
      });
      expect(await store.articles.change([{ ...release({ name: 'b', area: 'Kelby' }), ...dry }])).toMatchObject([
        { ok: true, article: { slug: 'b', live: { number: 1 } } },
      ]);
      expect(await store.newsroom.find(id, audienceOf(OPERATOR, NOW))).toEqual(before);
      expect(await store.articles.find('a', everyone(NOW))).toEqual(shown);
      expect(await slugsOf(store)).toEqual(['a']);
      expect(await store.changes.newest(everyone(NOW))).toMatchObject({ sequence: 1 });
      const [real] = await store.articles.change([release({ name: 'b', area: 'Kelby' })]);
      expect(real).toMatchObject({ ok: true, decision: { register: { areas: [{ name: 'Kelby' }] } } });
      check();
    });
  });
}

/** A release of its own whose document names another address, or none. */
function withUrl(name: string, url: string | null, more: { readonly publishAt?: null } = {}) {
  return { ...release({ name, source: null, url, ...more }), article: null };
}
