import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const DRAFT = { title: 'Closure order', area: 'Fenwick', extra: { b: 1, a: 2 } };
const KEY = { 'Idempotency-Key': '"0b5e5a50-1"' };

let office: PressOffice;
let author: Desk;
let editor: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
});
afterEach(() => office.close());

const draft = async () => (await author.create(DRAFT)).body.id as string;

describe('If-Match', () => {
  test('is required for every change of an article', async () => {
    const id = await draft();
    for (const refused of [await author.patch(id, undefined, {}), await author.act(id, 'submit', undefined)]) {
      expect(refusal(refused)).toEqual({
        status: 428,
        code: 'precondition_required',
        detail: 'A change needs If-Match with the ETag of the article as you read it.',
        errors: [{ parameter: 'If-Match', detail: 'The header is missing.', expected: 'The ETag of the article.' }],
      });
    }
  });

  test.each(['*', '3', 'W/"1"', '"1", "2"', '"one"'])(
    'is no answer to what was read when it is %s',
    async (version) => {
      const refused = await author.act(await draft(), 'submit', version);
      expect(refusal(refused)).toEqual({
        status: 400,
        code: 'invalid_parameter',
        detail: 'The request has headers that cannot be accepted.',
        errors: [
          {
            parameter: 'If-Match',
            detail: `${JSON.stringify(version)} is not a value of this parameter.`,
            expected:
              'The ETag of what you read, or its version, such as "3": one tag, strong, with its quotation marks; never *.',
          },
        ],
      });
    },
  );

  test('refuses a change of what has changed since, quoting both versions', async () => {
    const id = await draft();
    await author.patch(id, 1, { title: 'Closure order extended' });
    const before = await author.read(id);
    for (const refused of [await author.patch(id, 1, { title: 'Other' }), await author.act(id, 'submit', 7)]) {
      const version = refused.request.method === 'PATCH' ? 1 : 7;
      expect(refusal(refused)).toEqual({
        status: 412,
        code: 'stale_edition',
        detail: 'The article has changed since you read it.',
        errors: [
          { parameter: 'If-Match', detail: `It names version "${version}".`, expected: 'The present one: "2".' },
        ],
      });
    }
    expect((await author.read(id)).text).toBe(before.text);
  });

  test('lets one of two edits of the same version in', async () => {
    const id = await draft();
    const edits = await Promise.all(['One', 'Two', 'Three'].map((title) => author.patch(id, 1, { title })));
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});

describe('Idempotency-Key', () => {
  test('makes a repeated request one, and gives its answer again', async () => {
    const first = await author.create(DRAFT, KEY);
    const second = await author.create({ extra: { a: 2, b: 1 }, area: 'Fenwick', title: 'Closure order' }, KEY);
    const bare = await author.create(DRAFT, { 'Idempotency-Key': '0b5e5a50-1' });
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    for (const again of [second, bare]) {
      expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([201, first.text, 'true']);
      expect([again.headers['etag'], again.headers['location']]).toEqual([
        first.headers['etag'],
        first.headers['location'],
      ]);
    }
    expect((await author.list()).body.data).toHaveLength(1);
  });

  test('holds for two requests at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => author.create(DRAFT, KEY)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(2);
    expect((await author.list()).body.data).toHaveLength(1);
  });

  test('gives the answer of a verb again although the article has moved on', async () => {
    const id = await draft();
    const submit = () => author.ask('post', `/v1/editorial/articles/${id}/submit`, { version: 1, headers: KEY });
    const first = await submit();
    await author.patch(id, 2, { title: 'Other' });
    const again = await submit();
    expect([again.status, again.text, again.headers['etag'], again.headers['idempotency-replayed']]).toEqual([
      200,
      first.text,
      first.headers['etag'],
      'true',
    ]);
    expect((await author.read(id)).body.version).toBe(3);
  });

  test('is refused for another body, version, address or query', async () => {
    const [one, two] = [await draft(), await draft()];
    const submit = (id: string, version: number, rest = '') =>
      author.ask('post', `/v1/editorial/articles/${id}/submit${rest}`, { version, headers: KEY });
    await author.create(DRAFT, KEY);
    await submit(one, 1);
    const refused = [
      await author.create({ ...DRAFT, title: 'Other' }, KEY),
      await submit(one, 2),
      await submit(two, 1),
      await submit(one, 1, '?dryRun=true'),
    ];
    for (const each of refused) {
      expect(refusal(each)).toEqual({
        status: 422,
        code: 'idempotency_key_reused',
        detail: 'This Idempotency-Key was used for another request.',
        errors: [],
      });
    }
  });

  test('belongs to one key and one operation', async () => {
    const id = await draft();
    const [mine, yours] = [await author.create(DRAFT, KEY), await editor.create(DRAFT, KEY)];
    const submitted = await author.ask('post', `/v1/editorial/articles/${id}/submit`, { version: 1, headers: KEY });
    expect([mine.status, yours.status, submitted.status]).toEqual([201, 201, 200]);
    expect(mine.body.id).not.toBe(yours.body.id);
  });

  test('keeps no refusal, and is forgotten after a day', async () => {
    const refused = await author.create({ ...DRAFT, area: 'Atlantis' }, KEY);
    const first = await author.create(DRAFT, KEY);
    office.setTime(shifted(NOW, 86_400_000 - 1));
    const kept = await author.create(DRAFT, KEY);
    office.setTime(shifted(NOW, 86_400_000));
    const fresh = await author.create(DRAFT, KEY);
    expect([refused.status, first.status, kept.body.id, fresh.status]).toEqual([422, 201, first.body.id, 201]);
    expect(fresh.body.id).not.toBe(first.body.id);
  });
});

describe('dryRun', () => {
  test('says what would happen, and keeps nothing of it', async () => {
    const created = await author.create(DRAFT, KEY, '?dryRun=true');
    expect([created.status, created.body.open.title, created.headers['dry-run']]).toEqual([
      201,
      'Closure order',
      'true',
    ]);
    expect([created.headers['etag'], created.headers['location']]).toEqual([undefined, undefined]);
    expect((await author.list()).body.data).toEqual([]);

    // The key was not used up.
    const { id } = (await author.create(DRAFT, KEY)).body;
    const before = await author.read(id);
    const events = await author.ask('get', `/v1/editorial/articles/${id}/events`);
    const patched = await author.patch(id, 1, { title: 'Other' }, '?dryRun=true');
    const submitted = await author.act(id, 'submit', 1, undefined, '?dryRun=true');
    const forced = await editor.act(id, 'force-publish', 1, { reason: 'Try.' }, '?dryRun=true');
    expect([patched.body.open.title, submitted.body.state.open, forced.body.state.public]).toEqual([
      'Other',
      'submitted',
      'live',
    ]);
    expect((await author.read(id)).text).toBe(before.text);
    expect((await author.ask('get', `/v1/editorial/articles/${id}/events`)).text).toBe(events.text);
    expect((await office.get('/v1/articles')).body.data).toEqual([]);
  });

  test('refuses what the request itself would be refused', async () => {
    const id = await draft();
    expect((await author.patch(id, 4, {}, '?dryRun=true')).status).toBe(412);
    expect((await author.act(id, 'submit', 1, undefined, '?dryRun=yes')).status).toBe(400);
    expect((await author.act(id, 'submit', 1, undefined, '?dryRun=constructor')).status).toBe(400);
    expect((await editor.act(id, 'publish', 1, undefined, '?dryRun=true')).status).toBe(409);
  });
});
