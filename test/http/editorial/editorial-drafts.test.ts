import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_ATTRIBUTION_LENGTH } from '../../../src/domain/draft.ts';
import { MAX_ALT_LENGTH, MAX_SUMMARY_LENGTH, MAX_TAG_LENGTH, MAX_TITLE_LENGTH } from '../../../src/domain/edition.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const FULL = {
  title: '  Closure \n order ',
  summary: 'A court has extended an order.',
  url: 'https://police.example/news/closure-order?utm=1',
  area: 'Fenwick',
  language: 'EN-gb',
  tags: ['courts', 'drugs', 'courts', 'Ysgol y dw\u0302r', 'Ysgol y dŵr'],
  publishedAt: '2020-10-29T00:00:00+00:00',
  publishedAtPrecision: 'day',
  image: { url: 'https://police.example/flats.jpg', alt: 'Flats' },
  body: { markdown: '\r\nWe are pleased.\r\n\r\nOrders need work.\r\n' },
  quotes: [{ paragraphs: ['We are pleased.'], attribution: { name: 'Ada Reed', rank: 'PC' } }],
  extra: { desk: 'north', deep: { a: 1, b: [1, 2] } },
};

const said = (attribution: object) => ({ paragraphs: ['We are pleased.'], attribution });

let office: PressOffice;
let author: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
});
afterEach(() => office.close());

const edition = async (body: object) => (await author.create(body)).body.open;

describe('a draft', () => {
  test('says what it was given, tidied', async () => {
    expect(await edition(FULL)).toMatchObject({
      title: 'Closure order',
      slug: null,
      summary: FULL.summary,
      area: 'Fenwick',
      language: 'en-GB',
      tags: ['courts', 'drugs', 'Ysgol y dŵr'],
      publishedAt: '2020-10-29T00:00:00.000Z',
      publishedAtPrecision: 'day',
      image: FULL.image,
      body: { markdown: 'We are pleased.\n\nOrders need work.' },
      quotes: [
        {
          id: expect.any(String),
          position: 1,
          text: 'We are pleased.',
          paragraphs: ['We are pleased.'],
          start: 0,
          end: 15,
          attribution: { name: 'Ada Reed', rank: 'PC', role: null, organisation: null, asWritten: '' },
        },
      ],
      quotesGiven: true,
      extra: FULL.extra,
    });
  });

  test.each<[string, number, (text: string) => object]>([
    ['/title', MAX_TITLE_LENGTH, (title) => ({ title })],
    ['/summary', MAX_SUMMARY_LENGTH, (summary) => ({ summary })],
    ['/tags/0', MAX_TAG_LENGTH, (tag) => ({ tags: [tag] })],
    ['/image/alt', MAX_ALT_LENGTH, (alt) => ({ image: { ...FULL.image, alt } })],
    ['/quotes/0/attribution/name', MAX_ATTRIBUTION_LENGTH, (name) => ({ quotes: [said({ name })] })],
    ['/quotes/0/attribution/asWritten', MAX_ATTRIBUTION_LENGTH, (asWritten) => ({ quotes: [said({ asWritten })] })],
  ])(
    'has as many characters at %s as the document says, %i, whatever they are in UTF-16',
    async (pointer, limit, wish) => {
      const text = `Fire ${'🚒'.repeat(limit - 5)}`;
      expect((await author.create({ ...FULL, ...wish(text) })).status).toBe(201);
      const refused = await author.create({ ...FULL, ...wish(`${text}.`) });
      expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer }]]);
    },
  );

  test('needs a title and nothing else', async () => {
    expect(await edition({ title: 'Storm', summary: null, body: null })).toMatchObject({
      title: 'Storm',
      summary: null,
      area: null,
      language: 'en',
      tags: [],
      publishedAt: null,
      publishedAtPrecision: 'instant',
      image: null,
      body: { markdown: '' },
      quotes: [],
      quotesGiven: false,
      extra: {},
    });
  });

  test('takes its slug from its address, or else from its title', async () => {
    const editor = await office.desk('editor');
    const slugs = [];
    for (const url of ['https://police.example/news/an-address.html', null]) {
      const { id } = (await editor.create({ title: 'A title', url })).body;
      slugs.push((await editor.act(id, 'force-publish', 1, { reason: 'Alone.' })).body.slug);
    }
    expect(slugs).toEqual(['an-address', 'a-title']);
  });

  test.each([
    ['nothing', {}, '/title'],
    ['a title without a letter', { title: '…' }, '/title'],
    ['a title that is too long', { title: 'x'.repeat(301) }, '/title'],
    ['a title that rings a bell', { title: 'Bell \u0007' }, '/title'],
    ['a summary that is too long', { title: 'A', summary: 'x'.repeat(2_001) }, '/summary'],
    ['an area that is not there', { title: 'A', area: 'Atlantis' }, '/area'],
    ['an address that is none', { title: 'A', url: 'news/closure' }, '/url'],
    ['a slug that is none', { title: 'A', slug: 'Closure order' }, '/slug'],
    ['a language that is none', { title: 'A', language: 'welsh' }, '/language'],
    ['a slug that could be the id of another', { title: 'A', slug: 'da23cc47-beef-45c2-b774-1c155bfc9d21' }, '/slug'],
    ['a tag that is too long', { title: 'A', tags: ['x'.repeat(101)] }, '/tags/0'],
    ['too many tags', { title: 'A', tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, '/tags'],
    ['a day that is none', { title: 'A', publishedAt: '2020-02-30' }, '/publishedAt'],
    [
      'a time of a day without one',
      { title: 'A', publishedAt: '2020-10-29', publishedAtPrecision: 'instant' },
      '/publishedAtPrecision',
    ],
    [
      'a day whose precision is put back',
      { title: 'A', publishedAt: '2020-10-29', publishedAtPrecision: null },
      '/publishedAtPrecision',
    ],
    ['an alternative text without a picture', { title: 'A', image: { alt: 'Flats' } }, '/image/url'],
    ['a body that is too long', { title: 'A', body: { markdown: 'x'.repeat(100_001) } }, '/body/markdown'],
    ['a body that nests too deep', { title: 'A', body: { markdown: `${'> '.repeat(40)}x` } }, '/body/markdown'],
    ['extra keys that are too long', { title: 'A', extra: { a: 'x'.repeat(31_993) } }, '/extra'],
    ['a quote that is not in the body', { ...FULL, body: { markdown: 'Else.' } }, '/quotes/0/paragraphs/0'],
    ['a quote without words', { ...FULL, quotes: [{ paragraphs: [], attribution: {} }] }, '/quotes/0/paragraphs'],
    ['an unknown member', { title: 'A', state: 'live' }, '/state'],
    ['an unknown member of its body', { title: 'A', body: { html: '<p>' } }, '/body/html'],
  ])('is refused with %s', async (_, body, pointer) => {
    const { status, code, errors } = refusal(await author.create(body)) as Record<string, unknown>;
    expect([status, code, errors]).toEqual([
      422,
      'invalid_body',
      [expect.objectContaining({ pointer, detail: expect.any(String) })],
    ]);
    expect((await author.list()).body.data).toEqual([]);
  });

  test.each(['x', '𠮷'])('takes what is exactly long enough, in characters: %s', async (letter) => {
    const body = {
      title: `A${letter.repeat(299)}`,
      summary: letter.repeat(2_000),
      tags: Array.from({ length: 50 }, (_, at) => `${at}${letter.repeat(100 - `${at}`.length)}`),
      body: { markdown: 'x'.repeat(100_000) },
      extra: { a: letter.repeat(31_992) },
    };
    const created = await author.create(body);
    expect([created.status, created.body.errors]).toEqual([201, undefined]);
  });

  test('is never published by what it says', async () => {
    await author.create({ ...FULL, publishedAt: '2020-01-01T00:00:00Z' });
    expect((await office.get('/v1/articles')).body.data).toEqual([]);
    expect((await office.get('/v1/articles/closure-order')).status).toBe(404);
    expect((await office.get('/v1/officials')).body.data).toEqual([]);
  });
});

describe('a merge patch', () => {
  const patched = async (patch: object) => {
    const { id } = (await author.create(FULL)).body;
    return (await author.patch(id, 1, patch)).body;
  };

  test('leaves what it does not name', async () => {
    const { id } = (await author.create(FULL)).body;
    const before = (await author.read(id)).body.open;
    expect((await author.patch(id, 1, { title: before.title })).body.open).toEqual({ ...before, revision: 2 });
  });

  test('puts every field but the title back with null', async () => {
    const { title: _needed, ...fields } = FULL;
    const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
    const { url, open } = await patched(nothing);
    expect([url, open]).toEqual([
      null,
      expect.objectContaining({
        title: 'Closure order',
        summary: null,
        area: null,
        language: 'en',
        tags: [],
        publishedAt: null,
        publishedAtPrecision: 'instant',
        image: null,
        body: { markdown: '' },
        quotes: [],
        quotesGiven: false,
        extra: {},
      }),
    ]);
  });

  test('merges objects, and replaces lists', async () => {
    const { open } = await patched({
      image: { alt: null },
      tags: ['roads'],
      extra: { desk: null, deep: { a: null, b: [3] }, more: 'yes' },
    });
    expect([open.image, open.tags, open.extra]).toEqual([
      { url: FULL.image.url, alt: null },
      ['roads'],
      { deep: { b: [3] }, more: 'yes' },
    ]);
  });

  test('moves the address until readers know it', async () => {
    const editor = await office.desk('editor');
    const { id } = (await editor.create(FULL)).body;
    const moved = await editor.patch(id, 1, { url: 'https://police.example/news/moved' });
    expect(moved.body.url).toBe('https://police.example/news/moved');
    await editor.act(id, 'force-publish', 2, { reason: 'Alone.' });
    const refused = await editor.patch(id, 3, { url: FULL.url });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/url',
          detail: 'A release that was published keeps its address.',
          expected: 'https://police.example/news/moved',
        },
      ],
    ]);
    expect((await editor.patch(id, 3, { title: 'Other' })).status).toBe(200);
  });

  test('takes quotes back as they were read, with what is put right in them, and keeps their ids', async () => {
    const markdown = 'Inspector Jo Marsh said: “We are very pleased with what the court has said.”';
    const { id, open } = (await author.create({ title: 'Closure order', body: { markdown } })).body;
    const [quote] = open.quotes;
    const attribution = { ...quote.attribution, rank: 'Sergeant', asWritten: '' };
    const { body } = await author.patch(id, 1, { quotes: [{ ...quote, attribution }] });
    expect(body.open).toMatchObject({ quotes: [{ ...quote, attribution }], quotesGiven: true });
    expect(body.checks.map(({ id: check }: { id: string }) => check)).not.toContain('quote-without-speaker');
    const refused = await author.patch(id, 2, { quotes: [{ ...quote, text: 'We are sorry.' }] });
    expect(refusal(refused)).toMatchObject({
      status: 422,
      errors: [
        {
          pointer: '/quotes/0/text',
          detail: 'It cannot have this value.',
          expected: 'What paragraphs say; or change those, and leave text out.',
        },
      ],
    });
  });

  test('finds the words of a quote that somebody wrote down by what readers see, whatever spaces stand there', async () => {
    const [quote] = FULL.quotes;
    const spaced = { ...quote, paragraphs: quote?.paragraphs.map((words) => words.replaceAll(' ', '\u00A0')) };
    const { status, body } = await author.create({ ...FULL, quotes: [spaced] });
    expect([status, body.open?.quotes?.[0]?.paragraphs]).toEqual([201, spaced.paragraphs]);
  });

  test('keeps quotes that somebody wrote down while the body still has their words', async () => {
    const { id, open } = (await author.create(FULL)).body;
    const kept = await author.patch(id, 1, { body: { markdown: 'On Monday. We are pleased. So.' } });
    expect(kept.body.open.quotes).toEqual([{ ...open.quotes[0], start: 11, end: 26 }]);
    const refused = await author.patch(id, 2, { body: { markdown: 'Nobody is pleased.' } });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/quotes/0/paragraphs/0',
          detail: 'These words do not stand in one paragraph of the body.',
          expected: 'Words of the body; send the quotes with it, or null to have them found.',
        },
      ],
    ]);
    const found = await author.patch(id, 2, {
      body: { markdown: 'Inspector Sam Hunt said: “Nobody is pleased with this.”' },
      quotes: null,
    });
    expect([found.body.open.quotesGiven, found.body.open.quotes[0].attribution.name]).toEqual([false, 'Sam Hunt']);
  });

  test('cannot take the title away, nor name what is not there', async () => {
    const { id } = (await author.create(FULL)).body;
    for (const [patch, pointer] of [
      [{ title: null }, '/title'],
      [{ titel: null }, '/titel'],
      [[], ''],
    ] as const) {
      const { status, body } = await author.patch(id, 1, patch);
      expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });
});
