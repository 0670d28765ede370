import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportSource } from '../../../src/usecases/export-sources.ts';
import { fc, patience, runs } from '../../support/property-tests.ts';
import { bearer } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

/** Each makes an article in one house, and the same in another. */
const RUNS = 40;
const EXPORT = '/v1/editorial/export';

let here: House;
let there: House;
beforeEach(async () => {
  here = await openHouse();
  there = await openHouse();
});
afterEach(async () => {
  await here.office.close();
  await there.office.close();
});

interface House {
  readonly office: PressOffice;
  readonly desk: Desk;
  readonly key: { readonly Authorization: string };
}

async function openHouse(): Promise<House> {
  const office = await openPressOffice();
  const desk = await office.desk('editor', { name: 'Sam' });
  return { office, desk, key: bearer(await office.createKey('editor', { name: 'Sam' })) };
}

async function imported({ office, key }: House, body: string, mediaType: string) {
  const headers = { ...key, 'Content-Type': mediaType };
  const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/imports`, { method: 'POST', headers, body });
  const text = await response.text();
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

async function exported({ office, key }: House, query = '', method = 'GET') {
  const response = await fetch(`${office.app.listeningOrigin}${EXPORT}${query}`, { method, headers: key });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const documentOf = async ({ office }: House, reference: string) =>
  Buffer.from((await exportSource(office.deps, reference)).bytes).toString();

/** Publishes whatever the rules say of it. */
async function publish({ desk }: House, id: string): Promise<string> {
  const { version, checks } = (await desk.read(id)).body;
  const errors = checks.filter(({ severity }: { severity: string }) => severity === 'error');
  const names = new Set<string>(errors.map((check: { id: string }) => check.id));
  const overrides = [...names].map((check) => ({ check, reason: 'A trial.' }));
  const { status, body } = await desk.act(id, 'force-publish', version, { reason: 'A trial.', overrides });
  expect([status, body.detail]).toEqual([200, undefined]);
  return body.slug;
}

/** What readers see, but for what is another one in every house. */
async function shown({ office }: House, slug: string) {
  const { status, body } = await office.get(`/v1/articles/${slug}?bodyFormat=all`);
  expect(status).toBe(200);
  const { id, jsonLd, links, quotes, ...rest } = body;
  return { ...rest, quotes: quotes.map(({ id: _, ...quote }: { id: string }) => quote) };
}

const ODD_LINES = [
  'null',
  '~',
  '- a',
  '# b',
  'a: b',
  '"so" he',
  "it's",
  '[x]',
  '{y}',
  '| z',
  '*a',
  '&b',
  '!c',
  'ŵ “ŷ”',
  '\\n 1',
];
const line = (maxLength: number) =>
  fc
    .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength }), fc.constantFrom(...ODD_LINES))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => /[a-z\d]/i.test(text) && !/\p{Cc}/u.test(text));
const HEADING = '### Magistrates have closed the flats for three more months';
const paragraph = fc.oneof(
  line(60),
  fc.constantFrom(HEADING, '---', '“We are glad,” Inspector Jo Marsh said.', '- one\n- two'),
);
const given = {
  paragraphs: ['We are glad of it.'],
  attribution: { name: 'Jo Marsh', rank: 'Inspector', role: null, organisation: null, asWritten: 'Inspector Jo Marsh' },
};
/** The one name that no JSON body may hold is left out. */
const arbitraryExtra = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'));
const arbitraryDraft = fc
  .record({
    title: line(80),
    summary: fc.option(line(120)),
    url: fc.option(fc.constantFrom('/news/a', '/?id=7', '/n/b.html#top')),
    slug: fc.option(fc.constantFrom('chosen-name', 'another')),
    area: fc.option(fc.constantFrom('Fenwick', 'Harrowmere')),
    language: fc.constantFrom('en', 'cy', 'en-GB'),
    tags: fc.uniqueArray(line(30), { maxLength: 4 }),
    publishedAt: fc.option(fc.constantFrom('2020-10-29T00:00:00Z', '2020-07-01T23:00:00Z', '2020-10-29T09:30:00.123Z')),
    publishedAtPrecision: fc.constantFrom('instant', 'day'),
    image: fc.option(fc.record({ url: fc.constant('https://police.example/a%20b.jpg'), alt: fc.option(line(40)) })),
    paragraphs: fc.array(paragraph, { maxLength: 5 }),
    isRepeated: fc.boolean(),
    isQuoted: fc.boolean(),
    extra: fc.oneof(
      fc.constant({}),
      fc.dictionary(fc.constantFrom('note', 'x-y'), line(20), { maxKeys: 2 }),
      fc.dictionary(fc.constantFrom('note', 'Title', 'og', 'a.b', 'body', 'constructor'), arbitraryExtra, {
        maxKeys: 3,
      }),
    ),
  })
  .map(({ paragraphs, isRepeated, isQuoted, ...draft }) => {
    const standfirst = isRepeated && draft.summary !== null ? [draft.summary] : [];
    const markdown = [...standfirst, ...paragraphs, ...(isQuoted ? given.paragraphs : [])].join('\n\n');
    return { ...draft, body: { markdown }, quotes: isQuoted ? [given] : null };
  });

describe('an article that was written here', () => {
  test('has a document that makes the same article elsewhere, and nothing new here', {
    timeout: patience(300_000),
  }, async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, fc.boolean(), async (draft, isPublicFirst) => {
        count += 1;
        const url = draft.url === null ? null : `https://police-${count}.example${draft.url}`;
        const slug = draft.slug && `${draft.slug}-${count}`;
        const created = await here.desk.create({ ...draft, slug, url });
        expect([created.status, created.body.errors]).toEqual([201, undefined]);
        const { id } = created.body;
        if (isPublicFirst) await publish(here, id);
        const document = await documentOf(here, id);
        const isRecord = document.startsWith('{');
        const line = isRecord ? document : JSON.stringify({ document });

        const [again] = await imported(here, `${line}\n`, 'application/x-ndjson');
        expect([again.outcome, again.detail]).toEqual(['unchanged', undefined]);
        const [result] = await imported(there, `${line}\n`, 'application/x-ndjson');
        expect([result.outcome, result.detail]).toEqual(['created', undefined]);
        if (!isRecord) expect(await documentOf(there, result.url)).toBe(document);

        const name = isPublicFirst ? (await here.desk.read(id)).body.slug : await publish(here, id);
        const [copy] = (await there.desk.list(`?url=${encodeURIComponent(result.url)}`)).body.data;
        expect(await publish(there, copy.id)).toBe(name);
        expect(await shown(there, name)).toEqual(await shown(here, name));
        const [mine, theirs] = [(await here.desk.read(id)).body, (await there.desk.read(copy.id)).body];
        expect(theirs.live.extra).toEqual(mine.live.extra);
        expect(theirs.live.quotesGiven).toBe(mine.live.quotesGiven);
      }),
      { numRuns: runs(RUNS) },
    );
  });

  test('is in the lines and in the archive, readable by people', async () => {
    const { body } = await here.desk.create({
      title: 'Closure order: three more months',
      summary: 'The flats stay closed.',
      area: 'Fenwick',
      tags: ['courts', 'housing, closed'],
      publishedAt: '2020-10-29T00:00:00Z',
      publishedAtPrecision: 'day',
      body: { markdown: 'Magistrates have extended the order.\n\nIt ends in March.' },
    });
    const document = [
      '---',
      'title: Closure order: three more months',
      'url: https://news.example/articles/closure-order-three-more-months',
      'area: Fenwick',
      'language: en',
      'tags:',
      '  - "courts"',
      '  - "housing, closed"',
      'publish:',
      '  date: 2020-10-29',
      'og:',
      '  description: The flats stay closed.',
      'dateline-export: |-',
      `  {"article":"${body.id}"}`,
      '---',
      '',
      'Magistrates have extended the order.',
      '',
      'It ends in March.',
      '',
    ].join('\n');
    expect((await exported(here)).text).toBe(`${JSON.stringify({ document, state: 'draft' })}\n`);
    expect((await exported(here, '?format=tar')).text).toContain(document);
  });

  test('is exported as it is now, whatever document it was imported from', async () => {
    const source = '---\ntitle: Bus\nurl: https://police.example/news/bus\n---\n\nIt is back.\n';
    await imported(here, source, 'text/markdown');
    expect(await documentOf(here, 'https://police.example/news/bus')).toBe(source);
    const { id } = (await here.desk.list()).body.data[0];
    await here.desk.patch(id, 1, { title: 'Night bus' });
    expect(await documentOf(here, id)).toBe(
      '---\ntitle: Night bus\nurl: https://police.example/news/bus\nlanguage: en\n---\n\nIt is back.\n',
    );
    const changed = source.replace('back', 'back for good');
    const [{ outcome }] = await imported(here, changed, 'text/markdown');
    expect([outcome, await documentOf(here, id)]).toEqual(['updated', changed]);
  });

  test('that has no address shares none with another draft of its name, and is itself when it comes back', async () => {
    await here.desk.create({ title: 'Closure order' });
    await here.desk.create({ title: 'Closure order' });
    const { text } = await exported(here);
    expect(text.match(/url: [^\\]+/g)?.sort()).toEqual([
      'url: https://news.example/articles/closure-order',
      'url: https://news.example/articles/closure-order-2',
    ]);
    const back = await imported(here, text, 'application/x-ndjson');
    expect(back.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    const elsewhere = await imported(there, text, 'application/x-ndjson');
    expect(elsewhere.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  });

  test('with more quotes than keys may have is a record', async () => {
    const paragraphs = Array.from({ length: 90 }, (_, at) => `Word ${at} ${'and so on '.repeat(40)}`.trim());
    const quotes = paragraphs.map((text) => ({ paragraphs: [text], attribution: given.attribution }));
    await here.desk.create({ title: 'Speech', body: { markdown: paragraphs.join('\n\n') }, quotes });
    const { text } = await exported(here);
    const { record, state } = JSON.parse(text);
    expect(state).toBe('draft');
    expect(Object.keys(JSON.parse(record))).toEqual([
      'title',
      'url',
      'language',
      'tags',
      'og',
      'dateline-export',
      'body',
    ]);
    const [result] = await imported(there, text, 'application/x-ndjson');
    expect([result.outcome, result.detail]).toEqual(['created', undefined]);
    const [{ id }] = (await there.desk.list()).body.data;
    expect((await there.desk.read(id)).body.open).toMatchObject({ quotesGiven: true, quotes: { length: 90 } });
  });

  test('is not read at all for HEAD', async () => {
    await here.desk.create({ title: 'Closure order' });
    const sources = here.office.store.articles.sources.bind(here.office.store.articles);
    let read = 0;
    here.office.store.articles.sources = (audience) => {
      read += 1;
      return sources(audience);
    };
    const { status, headers, text } = await exported(here, '', 'HEAD');
    expect([status, headers.get('content-type'), text]).toEqual([200, 'application/x-ndjson; charset=utf-8', '']);
    const { headers: tar } = await exported(here, '?format=tar', 'HEAD');
    expect([tar.get('content-type'), read]).toEqual(['application/x-tar', 0]);
  });

  test.each([
    '{"body":"some"}',
    '{"quotes":[{}]}',
    '{"slug":"No Slug"}',
    '{"more":1}',
    '{"constructor":1}',
    'not JSON',
    '{"extra":[]}',
  ])('has no document that says %s of it', async (exportedJson) => {
    const source = `---\ntitle: A\nurl: https://police.example/news/a\ndateline-export: '${exportedJson}'\n---\n`;
    const [refused] = await imported(here, source, 'text/markdown');
    expect([refused.code, refused.errors]).toEqual([
      'invalid_document',
      [{ line: 4, column: 18, detail: 'dateline-export is not what an export writes', expected: 'no such key' }],
    ]);
  });
});
