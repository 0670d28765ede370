import { describe, expect, it } from 'vitest';
import type { Highlights, Passage, SearchTerm, SearchTerms } from '../../../src/domain/query.ts';
import { INVISIBLE, MAX_SEARCH_WORDS } from '../../../src/domain/search.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { put, slugsOf, WHOLE } from '../../support/newsroom.ts';
import { anyCharacter, fc } from '../../support/property-tests.ts';
import { NOW, type ReleaseOptions } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const CONTENT: readonly ReleaseOptions[] = [
  { name: 'order', title: 'Closure order at Capstan House', text: 'The court gave a three-month extension.' },
  { name: 'welsh', title: 'Heddlu', summary: 'Yn y dŵr, ŷd a chŵn', text: 'Cafodd Llŷr ei arestio.', language: 'cy' },
  {
    name: 'quoted',
    title: 'Arrests',
    text: "Rock'n'roll 24/7.",
    quotes: [{ by: 'Zoë O’Neill', text: 'Never again.' }],
  },
  { name: 'draft', title: 'Closure secret', publishAt: null },
];

function word(...words: string[]): SearchTerm {
  return { words, prefix: false };
}
function prefix(...words: string[]): SearchTerm {
  return { words, prefix: true };
}

const CASES: readonly (readonly [string, SearchTerms, readonly string[]])[] = [
  ['a word of the title', [word('capstan')], ['order']],
  ['a word of the summary', [word('chŵn')], ['welsh']],
  ['a word of the body', [word('extension')], ['order']],
  ['the name of an official', [word('zoë')], ['quoted']],
  ['another case', [word('CAPSTAN')], ['order']],
  ['accents left out', [word('dwr')], ['welsh']],
  ['accents put in', [word('Čapstän')], ['order']],
  ['circumflexes of Welsh', [word('llyr'), word('yd')], ['welsh']],
  ['decomposed accents', [word('Zoe\u0308')], ['quoted']],
  ['all of several words', [word('closure'), word('extension')], ['order']],
  ['not all of several words', [word('closure'), word('heddlu')], []],
  ['a phrase', [word('three', 'month')], ['order']],
  ['a phrase in another order', [word('month', 'three')], []],
  ['a phrase across title and body', [word('house', 'the')], []],
  ['another form of a word', [word('orders'), word('extensions')], ['order']],
  ['another form in a phrase', [word('closure', 'orders')], ['order']],
  ['a word with another stem', [word('ordinary')], []],
  ['a mutated word of Welsh, which is another word', [word('cwn')], []],
  ['a name that looks like a plural', [word('llyrs')], ['welsh']],
  ['the start of a word', [prefix('exten')], ['order']],
  ['the start of a word, longer than its stem', [prefix('extensio')], ['order']],
  ['the start of another form of it', [prefix('extendin')], []],
  ['a whole word with a star', [prefix('extension')], ['order']],
  ['a phrase whose last word goes on beyond its stem', [prefix('month', 'extensio')], ['order']],
  ['the start of a word with accents', [prefix('llŷr')], ['welsh']],
  ['too short a start', [prefix('ex')], []],
  ['the start of a word without saying so', [word('exten')], []],
  ['a phrase whose last word goes on', [prefix('three', 'mon')], ['order']],
  ['a word with an apostrophe', [word("o'neill")], ['quoted']],
  ['a word with a slash', [word('24/7')], ['quoted']],
  ['what only a quote says', [word('never')], []],
  ['what only a draft says', [word('secret')], []],
  ['nothing at all', [], []],
  ['no words', [word()], []],
  ['an empty word', [word('')], []],
  ['signs alone', [word('++')], []],
  ['signs beside a word', [word('++'), word('capstan')], ['order']],
  ['a sign that goes on', [prefix('*')], []],
];

const HOSTILE = [
  '"',
  '""',
  'c++ "',
  "'",
  '*',
  '^order',
  'title:order',
  'order OR heddlu',
  'NOT order',
  'NEAR(order court)',
  '{title}: order',
  '-order',
  '(',
  ')',
  'order)',
  '\\',
  '%',
  '\u0000',
  'order\u0000court',
  '\ud800',
  '\u200d',
  ';drop table public_search',
  'x'.repeat(200),
];

/** All that nobody sees, inside one word. */
const SEEN = 'volunteers';
const UNSEEN = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => character.replace(INVISIBLE, '') === '',
);
const HIDDEN = [...SEEN].map((letter, at) => letter + (UNSEEN[at] ?? '')).join('');

export function describeSearch(open: OpenStore): void {
  describe('a search', () => {
    it('finds words with characters in them that nobody sees, which stay where readers are shown the text', async () => {
      const { store } = open();
      const quotes = [{ by: `Jo ${HIDDEN}`, text: `We are ${HIDDEN}.`, of: `${HIDDEN} Trust` }];
      const fields = { title: { title: HIDDEN }, summary: { summary: HIDDEN }, text: { text: HIDDEN }, by: { quotes } };
      await put(store, ...Object.entries(fields).map(([name, field]) => ({ name, ...field })));
      const search = [word(SEEN)];
      expect((await slugsOf(store, { search })).sort()).toEqual(Object.keys(fields).sort());
      expect((await store.quotes.list({ ...WHOLE, search }, everyone(NOW))).rows).toHaveLength(1);
      expect((await store.articles.find('title', everyone(NOW)))?.title).toBe(HIDDEN);
      await put(store, ...Object.keys(fields).map((name) => ({ name, title: 'Other' })));
      expect(await slugsOf(store, { search })).toEqual([]);
    });

    it.each(CASES)('for %s', async (_what, search, expected) => {
      const { store } = open();
      await put(store, ...CONTENT);
      for (const sort of ['-publishedAt', 'title', 'relevance'] as const) {
        expect([sort, await slugsOf(store, { search, sort })]).toEqual([sort, expected]);
      }
    });

    it.each(HOSTILE)('takes %j for text, alone and beside a word', async (text) => {
      const { store } = open();
      await put(store, ...CONTENT);
      for (const hostile of [word(text), prefix(text), word(text, 'order'), word('order', text)]) {
        expect(await listed(store, [hostile])).toEqual(expect.any(Array));
        expect(await listed(store, [word('heddlu'), hostile])).not.toContain('order');
      }
    });

    it('never fails, whatever is looked for', async () => {
      const { store } = open();
      await put(store, ...CONTENT);
      const terms = fc.array(
        fc.record({ words: fc.array(fc.string({ unit: anyCharacter }), { maxLength: 4 }), prefix: fc.boolean() }),
        { maxLength: 5 },
      );
      await fc.assert(fc.asyncProperty(terms, async (search) => void (await listed(store, search))));
    });

    it('takes as many words as a search text can hold', async () => {
      const { store } = open();
      await put(store, ...CONTENT);
      const search = Array.from({ length: MAX_SEARCH_WORDS - 1 }, () => word('a'));
      expect(await listed(store, [...search, word('heddlu')])).toEqual(['welsh', 'welsh']);
    });

    it('puts the title before the summary, the summary before officials, and those before the body', async () => {
      const { store } = open();
      const filler = 'Nothing else happened here today.';
      await put(
        store,
        { name: 'body', text: `Zebra. ${filler}` },
        { name: 'official', text: filler, quotes: [{ by: 'Zebra' }] },
        { name: 'summary', text: filler, summary: 'Zebra' },
        { name: 'title', text: filler, title: 'Zebra' },
      );
      const search = [word('zebra')];
      expect(await slugsOf(store, { search, sort: 'relevance' })).toEqual(['title', 'summary', 'official', 'body']);
    });

    it('puts the newest first among equals', async () => {
      const { store } = open();
      const same = { title: 'Zebra', text: 'Same.' };
      await put(
        store,
        { name: 'b', ...same, publishedAt: shifted(NOW, -2) },
        { name: 'a', ...same, publishedAt: shifted(NOW, -1) },
        { name: 'c', ...same, publishedAt: shifted(NOW, -3) },
      );
      expect(await slugsOf(store, { search: [word('zebra')], sort: 'relevance' })).toEqual(['a', 'b', 'c']);
    });

    it('finds the new words of a corrected article and forgets the old ones', async () => {
      const { store } = open();
      await put(store, { name: 'a', title: 'Elephant', text: 'Tusks.', quotes: [{ by: 'Ann', text: 'Trunk.' }] });
      await put(store, { name: 'a', title: 'Zebra', text: 'Stripes.', quotes: [{ by: 'Bob', text: 'Mane.' }] });
      for (const old of ['elephant', 'tusks', 'ann']) expect(await slugsOf(store, { search: [word(old)] })).toEqual([]);
      for (const fresh of ['zebra', 'stripes', 'bob'])
        expect(await slugsOf(store, { search: [word(fresh)] })).toEqual(['a']);
      expect(await quotesOf(store, [word('trunk')])).toEqual([]);
      expect(await quotesOf(store, [word('mane')])).toEqual(['Mane.']);
    });

    it('ranks alike whatever stands in drafts', async () => {
      const [{ store: one }, { store: other }] = [open(), open()];
      const releases = Array.from({ length: 6 }, (_, at) => ({
        name: `r${at}`,
        title: at % 2 ? 'Zebra' : 'Zebra and horse',
        text: 'horse '.repeat(at),
        publishedAt: shifted(NOW, -at),
      }));
      await put(one, ...releases);
      await put(other, ...releases);
      const drafts = Array.from({ length: 9 }, (_, at) => ({
        name: `d${at}`,
        title: 'Horse',
        text: 'horse '.repeat(50),
      }));
      await put(other, ...drafts.map((draft) => ({ ...draft, publishAt: null })));
      const query = { search: [word('horse'), word('zebra')], sort: 'relevance' } as const;
      expect(await slugsOf(other, query)).toEqual(await slugsOf(one, query));
    });

    it.each<[string, SearchTerms, Partial<Record<keyof Highlights, string>>]>([
      ['words of the title', [word('orders'), word('HOUSE')], { title: 'Closure [order] at Capstan [House]' }],
      ['a beginning', [prefix('clos')], { title: '[Closure] order at Capstan House' }],
      ['a phrase', [word('closure', 'order')], { title: '[Closure order] at Capstan House' }],
      ['words of the summary', [word('dwr')], { summary: 'Yn y [dŵr], ŷd a chŵn' }],
      ['words of the body', [word('month')], { body: 'The court gave a three-[month] extension.' }],
      ['what no text holds but a name', [word('zoe')], {}],
    ])('shows where it finds %s', async (_what, search, expected) => {
      const { store } = open();
      await put(store, ...CONTENT);
      for (const sort of ['-publishedAt', 'relevance'] as const) {
        const { rows } = await store.articles.list({ ...WHOLE, search, sort, highlight: true }, everyone(NOW));
        expect(rows.map(({ highlights }) => highlights && shown(highlights))).toEqual([
          { title: null, summary: null, body: null, ...expected },
        ]);
      }
    });

    it('shows nothing of where it finds something unless it is asked', async () => {
      const { store } = open();
      await put(store, ...CONTENT);
      const { rows } = await store.articles.list({ ...WHOLE, search: [word('closure')], sort: 'title' }, everyone(NOW));
      expect(rows).toEqual([expect.not.objectContaining({ highlights: expect.anything() })]);
    });

    it('wants words to rank by', async () => {
      const { store } = open();
      await expect(slugsOf(store, { sort: 'relevance' })).rejects.toThrow(RangeError);
    });
  });
}

function shown({ title, summary, body }: Highlights) {
  const marked = (passage: Passage | null) =>
    passage?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('') ?? null;
  return { title: marked(title), summary: marked(summary), body: marked(body) };
}

async function listed(store: Store, search: SearchTerms): Promise<string[]> {
  await quotesOf(store, search);
  return [...(await slugsOf(store, { search })), ...(await slugsOf(store, { search, sort: 'relevance' }))];
}

async function quotesOf(store: Store, search: SearchTerms): Promise<string[]> {
  const { rows } = await store.quotes.list({ ...WHOLE, search }, everyone(NOW));
  return rows.map(({ text }) => text);
}
