import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import type { Article } from '../../src/domain/article.ts';
import { auditNote } from '../../src/domain/audit.ts';
import type { Edition } from '../../src/domain/edition.ts';
import { Problem } from '../../src/domain/problem.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import type { ArticleDecision, Register } from '../../src/store/article-change.ts';
import { readRelease } from '../../src/text/release.ts';
import { importRelease } from '../../src/usecases/import-release.ts';
import { instant } from '../support/time.ts';
import { pressRelease, STATEMENT } from './press-release.ts';

const NOW = instant('2020-11-02T12:00:00Z');
const EMPTY: Register = { areas: new Map(), organisations: new Map(), officials: new Map() };
const OUSESHIRE = {
  id: 'area-known',
  key: 'ouseshire',
  name: 'Ouseshire',
  nameCy: null,
  kind: null,
  gss: null,
  parentId: null,
  listed: true,
};

describe('the decision to import a release', () => {
  it('saves a new one with its quotes, and creates every name that is new', () => {
    const text = pressRelease();
    const request = requestFor(text);
    expect(request).toMatchObject({
      article: { url: 'https://police.example/news/closure-order' },
      mentions: { areas: ['ouseshire'], organisations: ['ouseshire-police'], officials: ['rebecca-shaw'] },
      audience: audienceOf(OPERATOR, NOW),
      by: 'operator',
    });
    const attribution = {
      name: 'Rebecca Shaw',
      rank: 'Inspector',
      role: null,
      organisation: 'Ouseshire Police',
      asWritten: expect.stringMatching(/^Inspector Rebecca Shaw/),
    };
    const statement = 'We are very proud of the whole team.';
    const body = `The court granted an extension.\n\n${STATEMENT}`;
    expect(request.decide(undefined, EMPTY)).toEqual({
      audit: importNote(false),
      save: {
        content: {
          title: 'Closure order extended',
          summary: null,
          url: 'https://police.example/news/closure-order',
          slug: 'closure-order',
          area: { id: 'id-2', name: 'Ouseshire' },
          language: 'en',
          tags: [],
          publishedAt: instant('2020-10-29T00:00:00Z'),
          publishedAtPrecision: 'day',
          image: null,
          markdown: body,
          quotes: [
            {
              id: 'id-1',
              position: 1,
              text: statement,
              paragraphs: [statement],
              start: body.indexOf(statement),
              end: body.indexOf(statement) + statement.length,
              officialId: 'id-4',
              organisationId: 'id-3',
              attribution,
            },
          ],
          quotesGiven: false,
          extra: {},
        },
        rendering: {
          html: expect.stringContaining('<p>The court granted an extension.</p>'),
          text: expect.stringContaining('The court granted an extension.\n\nInspector'),
        },
        source: { bytes: new TextEncoder().encode(text), digest: hash('sha256', text), isDraft: false },
      },
      register: {
        areas: [{ ...OUSESHIRE, id: 'id-2', listed: false }],
        organisations: [{ id: 'id-3', key: 'ouseshire-police', name: 'Ouseshire Police' }],
        officials: [{ id: 'id-4', key: 'rebecca-shaw', name: 'Rebecca Shaw' }],
      },
    } satisfies ArticleDecision);
  });

  it('is the same however often it is run', () => {
    const request = requestFor(pressRelease(), { publish: true });
    expect(request.decide(undefined, EMPTY)).toEqual(request.decide(undefined, EMPTY));
  });

  it('uses the names that are known and creates none of them again', () => {
    const register: Register = {
      areas: new Map([['ouseshire', OUSESHIRE]]),
      organisations: new Map([['ouseshire-police', { id: 'known-o', key: 'ouseshire-police', name: 'Ouse Police' }]]),
      officials: new Map([['rebecca-shaw', { id: 'known-p', key: 'rebecca-shaw', name: 'Rebecca Shaw' }]]),
    };
    const decision = requestFor(pressRelease()).decide(undefined, register);
    expect(decision.register).toEqual({ areas: [], organisations: [], officials: [] });
    expect(decision.save?.content).toMatchObject({
      area: { id: 'area-known', name: 'Ouseshire' },
      quotes: [{ officialId: 'known-p', organisationId: 'known-o' }],
    });
  });

  it('creates an organisation that two quotes mention once, and a speaker too', () => {
    const again = STATEMENT.replace('We are very proud', 'We thank everybody');
    const decision = requestFor(pressRelease({ body: `${STATEMENT}\n\nIt was a long day.\n\n${again}` })).decide(
      undefined,
      EMPTY,
    );
    expect(decision.save?.content.quotes).toHaveLength(2);
    expect(decision.register?.organisations).toHaveLength(1);
    expect(decision.register?.officials).toHaveLength(1);
  });

  it('changes nothing when the same document is saved, public or not', () => {
    const text = pressRelease();
    for (const state of ['draft', 'scheduled', 'live'] as const) {
      expect(requestFor(text).decide(savedAs(state, text), EMPTY)).toEqual({});
    }
  });

  it('publishes at once what the document dates in the past, and schedules what it dates in the future', () => {
    const past = requestFor(pressRelease({ date: '29 Oct 2020' }), { publish: true });
    expect(past.decide(undefined, EMPTY).publishAt).toBe(NOW);
    const future = requestFor(pressRelease({ date: '2 July 2021' }), { publish: true });
    expect(future.decide(undefined, EMPTY)).toMatchObject({
      publishAt: '2021-07-01T23:00:00.000Z',
      save: { content: { publishedAt: '2021-07-01T23:00:00.000Z', publishedAtPrecision: 'day' } },
    });
  });

  it('publishes a saved draft without saving it again, and leaves alone what is public or scheduled', () => {
    const text = pressRelease();
    const request = requestFor(text, { publish: true });
    expect(request.decide(savedAs('draft', text), EMPTY)).toEqual({ audit: importNote(true), publishAt: NOW });
    expect(request.decide(savedAs('scheduled', text), EMPTY)).toEqual({});
    expect(request.decide(savedAs('live', text), EMPTY)).toEqual({});
  });

  it('saves a text that has changed', () => {
    const before = savedAs('live', pressRelease({ title: 'Before' }));
    const decision = requestFor(pressRelease({ title: 'After' })).decide(before, EMPTY);
    expect(decision.save?.content.title).toBe('After');
    expect(decision.publishAt).toBeUndefined();
    expect(requestFor(pressRelease({ title: 'After' }), { publish: true }).decide(before, EMPTY).publishAt).toBe(NOW);
  });

  it('compares with the open edition where there is one, which a document of what is public leaves alone', () => {
    const live = savedAs('live', pressRelease({ title: 'Live' }));
    const open = savedAs('draft', pressRelease({ title: 'Open' }));
    const both = { ...open, live: live.live };
    expect(requestFor(pressRelease({ title: 'Open' })).decide(both, EMPTY)).toEqual({});
    const publish = { publish: true };
    expect(requestFor(pressRelease({ title: 'Live' })).decide(both, EMPTY)).toEqual({});
    expect(requestFor(pressRelease({ title: 'Live' }), publish).decide(both, EMPTY)).toEqual({});
    expect(requestFor(pressRelease({ title: 'Next' })).decide(both, EMPTY).save?.content.title).toBe('Next');
  });

  it('never lets a changed text slip into a schedule that was given to another, unless it is to be published', () => {
    const before = savedAs('scheduled', pressRelease({ title: 'Before' }));
    const after = pressRelease({ title: 'After' });
    expect(() => requestFor(after).decide(before, EMPTY)).toThrow(Problem);
    expect(requestFor(after, { publish: true }).decide(before, EMPTY)).toMatchObject({
      publishAt: NOW,
      save: { content: { title: 'After' } },
    });
  });
});

describe('the id of a quote', () => {
  const first = STATEMENT;
  const second = 'François Delorme, from Lockgate Homes, said: "The lifts work again."';

  it('stays when the words and the speaker stay, wherever the quote moves', () => {
    const before = savedAs('live', pressRelease({ body: `${first}\n\n${second}` }), 'old');
    expect(quoteIds(pressRelease({ body: `Something new.\n\n${second}\n\n${first}` }), before)).toEqual([
      ['The lifts work again.', 'old-2'],
      ['We are very proud of the whole team.', 'old-1'],
    ]);
  });

  it('is new when the words or the speaker are new', () => {
    const before = savedAs('live', pressRelease({ body: `${first}\n\n${second}` }), 'old');
    const otherWords = first.replace('very proud', 'proud');
    const otherSpeaker = second.replace('François', 'Françoise');
    expect(quoteIds(pressRelease({ body: `${otherWords}\n\n${otherSpeaker}` }), before)).toEqual([
      ['We are proud of the whole team.', 'id-1'],
      ['The lifts work again.', 'id-2'],
    ]);
  });

  it('is given once when the same is said twice', () => {
    const before = savedAs('live', pressRelease({ body: first }), 'old');
    expect(quoteIds(pressRelease({ body: `${first}\n\nLater:\n\n${first}` }), before).map(([, id]) => id)).toEqual([
      'old-1',
      'id-2',
    ]);
  });
});

function requestFor(text: string, { publish = false, prefix = 'id' } = {}) {
  const bytes = new TextEncoder().encode(text);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${prefix}-${ids}`;
  };
  const source = { bytes, digest: hash('sha256', bytes), isDraft: false };
  return importRelease(readRelease(bytes), source, {
    publish,
    audience: audienceOf(OPERATOR, NOW),
    actor: OPERATOR,
    newId,
  });
}

/** The article that importing this document into an empty register leaves. */
function savedAs(state: 'draft' | 'scheduled' | 'live', text: string, prefix = 'saved'): Article {
  const { save } = requestFor(text, { prefix }).decide(undefined, KNOWN);
  if (!save) throw new Error('was not saved');
  const isLive = state === 'live';
  const edition: Edition = {
    id: `edition-${state}`,
    state,
    number: isLive ? 1 : null,
    publishAt: state === 'draft' ? null : NOW,
    revision: 1,
    savedAt: NOW,
    savedBy: 'operator',
    submittedBy: null,
    returned: null,
    content: save.content,
    sourceDigest: save.source?.digest ?? null,
    embargo: null,
  };
  const { url } = save.content;
  const slug = isLive ? 'closure-order' : null;
  return {
    id: 'article',
    url,
    slug,
    version: 1,
    createdAt: NOW,
    createdBy: 'operator',
    publishedAt: isLive ? NOW : null,
    open: isLive ? null : edition,
    live: isLive ? edition : null,
    withdrawn: null,
  };
}

const named = (id: string, key: string, name: string): [string, { id: string; key: string; name: string }] => [
  key,
  { id, key, name },
];
const KNOWN: Register = {
  areas: new Map(),
  organisations: new Map([
    named('o-1', 'ouseshire-police', 'Ouseshire Police'),
    named('o-2', 'lockgate-homes', 'Lockgate Homes'),
  ]),
  officials: new Map([
    named('p-1', 'rebecca-shaw', 'Rebecca Shaw'),
    named('p-2', 'francois-delorme', 'François Delorme'),
  ]),
};

function quoteIds(text: string, before: Article): [string, string][] {
  const quotes = requestFor(text).decide(before, KNOWN).save?.content.quotes ?? [];
  return quotes.map((quote) => [quote.text, quote.id]);
}

/** What the audit trail says of an import. */
function importNote(publish: boolean) {
  return auditNote(OPERATOR, {
    at: NOW,
    action: 'article.imported',
    outcome: 'accepted',
    subject: null,
    detail: { publish },
  });
}
