import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { MAX_BATCH_INPUTS } from '../../../src/usecases/import-releases.ts';
import { openUpload } from '../../support/upload.ts';
import { bearer, NOW } from '../installation.ts';
import { openPressOffice, type PressOffice } from '../press-office.ts';

const IMPORTS = '/v1/editorial/imports';
/** Seconds that a claim stands when nobody renews it. */
const CLAIM_SECONDS = 15;

let office: PressOffice;
let key: Record<string, string>;
beforeEach(async () => {
  office = await openPressOffice();
  key = { ...bearer(await office.createKey('editor', { name: 'Sam' })), 'Idempotency-Key': '"upload-1"' };
});
afterEach(() => office.close());

const url = (name: string) => `https://www.ouseshire.police.example/news/${name}`;
const document = (name: string, body = 'It returns.') => `---\ntitle: Title\nurl: ${url(name)}\n---\n\n${body}\n`;
const records = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) => `${JSON.stringify({ title: 'Title', url: url(`r-${from + at}`) })}\n`,
  ).join('');

async function upload(body: string, mediaType = 'text/markdown', query = '', headers: Record<string, string> = {}) {
  const response = await fetch(`${office.app.listeningOrigin}${IMPORTS}${query}`, {
    method: 'POST',
    headers: { ...key, 'Content-Type': mediaType, ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
}

const ndjson = (body: string) => upload(body, 'application/x-ndjson');
const isReplayed = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed') === 'true';
const opened = (first: string) => openUpload(`${office.app.listeningOrigin}${IMPORTS}`, key, first);

describe('an import with an Idempotency-Key', () => {
  test('of one document is carried out once, and gives its answer again', async () => {
    const first = await upload(document('one'));
    const again = await upload(document('one'));
    expect([first.status, JSON.parse(first.text).outcome, isReplayed(first)]).toEqual([200, 'created', false]);
    expect([again.status, again.text, isReplayed(again)]).toEqual([200, first.text, true]);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    const without = await upload(document('one'), 'text/markdown', '', { 'Idempotency-Key': 'another' });
    expect(JSON.parse(without.text).outcome).toBe('unchanged');
  });

  test('of lines gives all of them again, however many transactions they took', async () => {
    const lines = records(0, MAX_BATCH_INPUTS + 2);
    const first = await ndjson(lines);
    const again = await ndjson(lines);
    expect(first.text.match(/"created"/g)).toHaveLength(2 * (MAX_BATCH_INPUTS + 2));
    expect([again.status, again.text, isReplayed(again)]).toEqual([200, first.text, true]);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  });

  test('of as many lines as one transaction takes is kept too', async () => {
    const first = await ndjson(records(0, MAX_BATCH_INPUTS));
    const again = await ndjson(records(0, MAX_BATCH_INPUTS));
    expect([again.text, isReplayed(again)]).toEqual([first.text, true]);
  });

  test('is refused for another upload, media type or query, and imports nothing of it', async () => {
    await upload(document('one'));
    for (const refused of [
      await upload(document('two')),
      await ndjson(records(0, 1)),
      await upload(document('one'), 'text/markdown', '?dryRun=true'),
    ]) {
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([422, 'idempotency_key_reused']);
    }
    expect(
      (await office.get('/v1/editorial/articles', { Authorization: key['Authorization'] ?? '' })).body.data,
    ).toHaveLength(1);
  });

  test('keeps neither a refusal nor what was only tried', async () => {
    const refused = await upload('---\ntitle: No address\n---\n');
    const tried = await upload(document('one'), 'text/markdown', '?dryRun=true');
    const done = await upload(document('one'));
    expect([refused.status, tried.status, JSON.parse(done.text).outcome]).toEqual([422, 200, 'created']);
  });

  test('is 409 while the first is still in work, and then the answer of the first', async () => {
    const first = await opened(records(0, MAX_BATCH_INPUTS));
    await first.told(MAX_BATCH_INPUTS);
    const met = await ndjson(records(0, MAX_BATCH_INPUTS + 1));
    const problem = JSON.parse(met.text);
    expect([met.status, problem.code, problem.detail, met.headers.get('retry-after')]).toEqual([
      409,
      'idempotency_key_in_use',
      'The first request with this Idempotency-Key is still in work.',
      String(CLAIM_SECONDS),
    ]);
    first.send(records(MAX_BATCH_INPUTS, MAX_BATCH_INPUTS + 1));
    const text = await first.finish();
    const again = await ndjson(records(0, MAX_BATCH_INPUTS + 1));
    expect([again.status, again.text === text, isReplayed(again)]).toEqual([200, true, true]);
  });

  test('holds its claim for as long as it is at work, by the clock', async () => {
    const first = await opened(records(0, MAX_BATCH_INPUTS));
    await first.told(MAX_BATCH_INPUTS);
    office.setTime(shifted(NOW, CLAIM_SECONDS * 1000 - 1));
    expect((await ndjson(records(0, 1))).status).toBe(409);
    // Longer than from one renewal to the next.
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    office.setTime(shifted(NOW, CLAIM_SECONDS * 1000));
    expect((await ndjson(records(0, 1))).status).toBe(409);
    await first.finish();
  });

  test('that breaks off is free at once, and what it did is unchanged', async () => {
    const first = await opened(records(0, MAX_BATCH_INPUTS));
    await first.told(MAX_BATCH_INPUTS);
    first.abort();
    await expect.poll(async () => (await ndjson(records(0, MAX_BATCH_INPUTS + 1))).status).toBe(200);
    const again = await ndjson(records(0, MAX_BATCH_INPUTS + 1));
    expect([again.text.match(/"unchanged"/g)?.length, isReplayed(again)]).toEqual([MAX_BATCH_INPUTS, true]);
  });
});
