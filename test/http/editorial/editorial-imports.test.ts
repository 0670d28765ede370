import { extract } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_BATCH_INPUTS } from '../../../src/usecases/import-releases.ts';
import { MAX_UPLOAD_ITEMS } from '../../../src/usecases/upload-limits.ts';
import { openUpload } from '../../support/upload.ts';
import { bearer } from '../installation.ts';
import { openPressOffice, type PressOffice, refusal } from '../press-office.ts';

let office: PressOffice;
let key: { readonly Authorization: string };
beforeAll(async () => {
  office = await openPressOffice();
  key = bearer(await office.createKey('editor', { name: 'Sam' }));
});
afterAll(() => office.close());

const url = (name: string) => `https://www.ouseshire.police.example/news/${name}`;
const document = (name: string, body = 'It returns on Saturday.') =>
  `\uFEFF---\r\ntitle: Title of ${name}\r\nurl: ${url(name)}\r\narea: Fenwick\r\n---\r\n\r\n${body}\r\n`;
const record = (name: string) => JSON.stringify({ title: `Title of ${name}`, url: url(name), body: 'Words.' });

async function upload(body: string, mediaType: string, headers: Record<string, string> = key, query = '') {
  const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/imports${query}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': mediaType },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const markdown = (body: string, headers?: Record<string, string>, query?: string) =>
  upload(body, 'text/markdown; charset=utf-8', headers, query);

async function lines(body: string, headers?: Record<string, string>, query?: string) {
  const { status, text } = await upload(body, 'application/x-ndjson', headers, query);
  const results = text.split('\n').filter((line) => line !== '');
  return { status, results: results.map((line) => JSON.parse(line)) };
}

async function exported(query = '', headers = key): Promise<Buffer> {
  const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/export${query}`, { headers });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe('an import', () => {
  test('makes a draft of one document, and publishes nothing', async () => {
    const { status, text } = await markdown(document('one'));
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        outcome: 'created',
        id: expect.any(String),
        url: url('one'),
        created: { areas: [], organisations: [], officials: [] },
        checks: [
          {
            id: 'summary-missing',
            severity: 'warning',
            message: 'There is no summary.',
            pointer: '/summary',
            start: null,
            end: null,
            fix: null,
          },
        ],
      },
    ]);
    expect((await office.get('/v1/articles/one')).status).toBe(404);
    const { body } = await office.get('/v1/editorial/articles', key);
    expect(body.data).toMatchObject([{ createdBy: 'Sam', state: { open: 'draft', public: 'none' } }]);
    const { body: events } = await office.get(`/v1/editorial/articles/${body.data[0].id}/events`, key);
    expect(JSON.parse(text).id).toBe(body.data[0].id);
    expect(events.data).toMatchObject([{ action: 'article.imported', actor: { name: 'Sam' } }]);
    expect(JSON.parse((await markdown(document('one'))).text)).toMatchObject({ outcome: 'unchanged' });
    expect(JSON.parse((await markdown(document('one', 'Anew.'))).text)).toMatchObject({ outcome: 'updated' });
  });

  test('in another encoding is refused, whether or not it says so', async () => {
    const said = await upload(document('latin'), 'text/markdown; charset=iso-8859-1');
    expect([said.status, JSON.parse(said.text).code]).toEqual([415, 'unsupported_media_type']);
    const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/imports`, {
      method: 'POST',
      headers: { ...key, 'Content-Type': 'text/markdown' },
      body: Buffer.from(document('latin', 'The café is open.').slice(1), 'latin1'),
    });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { code: 'invalid_document', errors: [{ detail: 'the bytes here, from 0xe9 on, are not UTF-8' }] },
    ]);
    expect((await office.get(`/v1/editorial/articles?q=latin`, key)).body.data).toEqual([]);
  });

  test('that is only tried keeps nothing', async () => {
    const { headers, text } = await markdown(document('tried'), key, '?dryRun=true');
    expect([headers.get('dry-run'), JSON.parse(text)]).toMatchObject(['true', { outcome: 'created' }]);
    expect(JSON.parse((await markdown(document('tried'), key, '?dryRun=true')).text)).toMatchObject({
      outcome: 'created',
    });
  });

  test('of a bad document says where it is wrong', async () => {
    const { status, text } = await markdown('---\ntitle: No address\nurl: nowhere\n---\n');
    const { code, errors } = JSON.parse(text);
    expect([status, code]).toEqual([422, 'invalid_document']);
    expect(errors).toMatchObject([{ line: 3, column: 6 }]);
  });

  test('of lines answers one result for each, and a bad one fails alone', async () => {
    const whole = JSON.stringify({ document: document('three') });
    const { status, results } = await lines(`${record('two')}\n\n{"title": 1}\n${whole}\nnonsense`);
    expect(status).toBe(200);
    expect(results).toMatchObject([
      { line: 1, outcome: 'created', url: url('two') },
      { line: 3, outcome: 'failed', code: 'invalid_document' },
      { line: 4, outcome: 'created', url: url('three') },
      { line: 5, outcome: 'failed', code: 'invalid_document' },
    ]);
  });

  test.each<[string, object]>([
    ['a state that no open edition has', { document: document('wrapped'), state: 'live' }],
    ['another member besides', { document: document('wrapped'), note: 'x' }],
    ['a document and a record', { document: document('wrapped'), record: record('wrapped') }],
    ['a document that is no text', { document: { title: 'wrapped' } }],
  ])('takes no line for a document that has %s', async (_what, line) => {
    const { results } = await lines(`${JSON.stringify(line)}\n`);
    expect(results).toMatchObject([{ line: 1, outcome: 'failed', code: 'invalid_document' }]);
  });

  test('answers while it is still being sent', async () => {
    const many = Array.from({ length: MAX_BATCH_INPUTS }, (_, at) => `${record(`live-${at}`)}\n`).join('');
    const upload = await openUpload(`${office.app.listeningOrigin}/v1/editorial/imports?dryRun=true`, key, many);
    const told = await upload.told(MAX_BATCH_INPUTS);
    upload.send(`${record('behind')}\n`);
    const outcomes = (text: string) => text.match(/"outcome":"created"/g)?.length;
    expect([outcomes(told), outcomes(await upload.finish())]).toEqual([MAX_BATCH_INPUTS, MAX_BATCH_INPUTS + 1]);
  });

  test('ends at its limit, and keeps what came before', async () => {
    const { results } = await lines(`${'{}\n'.repeat(MAX_UPLOAD_ITEMS)}${record('beyond')}\n`);
    expect(results).toHaveLength(MAX_UPLOAD_ITEMS + 1);
    expect(results.at(-1)).toMatchObject({ outcome: 'failed', code: 'payload_too_large' });
    expect(results.at(-1)).not.toHaveProperty('line');
  });

  test('is larger than any other body may be', async () => {
    const { status } = await markdown(document('large', 'word '.repeat(60_000).slice(0, 99_000)));
    expect(status).toBe(200);
    const { results } = await lines(`${record('big')}\n`.repeat(4_000));
    expect(results.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged')).toEqual(['created']);
    const tooLarge = await markdown(document('huge', 'word '.repeat(100_000)));
    expect([tooLarge.status, JSON.parse(tooLarge.text).code]).toEqual([413, 'payload_too_large']);
  });

  test.each(['application/json', 'text/plain', 'text/html'])('does not take %s', async (mediaType) => {
    const { status, text } = await upload('{}', mediaType);
    expect([status, JSON.parse(text).code]).toEqual([415, 'unsupported_media_type']);
  });

  test('is the only thing that takes documents', async () => {
    const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/articles`, {
      method: 'POST',
      headers: { ...key, 'Content-Type': 'text/markdown' },
      body: document('elsewhere'),
    });
    expect(response.status).toBe(415);
  });

  test('with a key of other areas is refused, item by item', async () => {
    const limited = bearer(await office.createKey('author', { name: 'Lim', areaKeys: ['harrowmere'] }));
    const mine = JSON.stringify({ document: document('mine').replace('Fenwick', 'Harrowmere') });
    const theirs = JSON.stringify({ document: document('one', 'Anew.') });
    const fresh = JSON.stringify({ document: document('fresh') });
    const { results } = await lines(`${mine}\n${theirs}\n${fresh}\n`, limited);
    expect(results).toMatchObject([
      { outcome: 'created' },
      { outcome: 'failed', code: 'forbidden' },
      { outcome: 'failed', code: 'forbidden' },
    ]);
    expect(Buffer.from(await exported('', limited)).toString()).toBe(
      `${JSON.stringify({ ...JSON.parse(mine), state: 'draft' })}\n`,
    );
  });

  test('of what is scheduled is a conflict: what was approved stays as it is', async () => {
    const sam = await office.desk('editor', { name: 'Kim' });
    const ada = await office.desk('editor', { name: 'Ada' });
    await markdown(document('planned'));
    const { body } = await sam.list('?createdBy=Sam');
    const { id, version } = body.data.find((article: { url: string }) => article.url === url('planned'));
    await ada.act(id, 'submit', version);
    await sam.act(id, 'schedule', version + 1, { publishAt: '2030-01-01T00:00:00Z' });
    const response = await markdown(document('planned', 'Another text.'));
    expect([response.status, JSON.parse(response.text).code]).toEqual([409, 'conflict']);
  });
});

describe('an export', () => {
  test('gives the same bytes when it is imported and exported again', async () => {
    const first = await exported();
    const { results } = await lines(first.toString());
    expect(results.length).toBeGreaterThan(3);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect((await exported('?format=ndjson')).equals(first)).toBe(true);
  });

  test('is an archive of the very files', async () => {
    const archive = await exported('?format=tar');
    const files = new Map<string, string>();
    const reader = extract();
    reader.end(archive);
    for await (const entry of reader) {
      const parts: Buffer[] = [];
      for await (const chunk of entry) parts.push(Buffer.from(chunk));
      files.set(entry.header.name, Buffer.concat(parts).toString());
    }
    expect(files.get('drafts/one.md')).toBe(document('one', 'Anew.'));
    expect(files.get('drafts/two.ndjson')).toBe(record('two'));
    expect((await exported('?format=tar')).equals(archive)).toBe(true);
  });

  test('is refused in a format that there is not', async () => {
    expect(refusal(await office.get('/v1/editorial/export?format=zip', key))).toMatchObject({ status: 400 });
  });
});
