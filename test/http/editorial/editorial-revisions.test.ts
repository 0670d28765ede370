import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

let office: PressOffice;
let author: Desk;
let other: Desk;
let editor: Desk;
let id: string;
let revisions: string;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
  other = await office.desk('author', { name: 'Lee Moss' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
  const body = { markdown: 'The order is made.\n\nIt ends in May.' };
  id = (await author.create({ title: 'Closure order', area: 'Fenwick', body })).body.id;
  office.setTime(shifted(NOW, 1));
  await author.patch(id, 1, {
    title: 'Closure order extended',
    body: { markdown: 'The order is made.\n\nIt ends in June.' },
  });
  revisions = `/v1/editorial/articles/${id}/revisions`;
});
afterEach(() => office.close());

const heads = async (query = '') => (await author.ask('get', `${revisions}${query}`)).body;
const ids = async (): Promise<string[]> => (await heads()).data.map((head: { id: string }) => head.id);

describe('the revisions of an article', () => {
  test('are listed newest first, page by page', async () => {
    const { data } = await heads();
    expect(data).toMatchObject([
      { number: 2, edition: null, savedBy: 'Ada Reed', savedAt: shifted(NOW, 1), title: 'Closure order extended' },
      { number: 1, edition: null, savedBy: 'Ada Reed', savedAt: NOW, title: 'Closure order' },
    ]);
    const first = await heads('?limit=1');
    const second = await heads(`?limit=1&cursor=${encodeURIComponent(first.page.next)}`);
    expect([...first.data, ...second.data]).toEqual(data);
    expect(second.page.next).toBe(null);
  });

  test('are read whole', async () => {
    const [, first] = await ids();
    expect((await author.ask('get', `${revisions}/${first}`)).body).toMatchObject({
      id: first,
      number: 1,
      title: 'Closure order',
      url: null,
      area: 'Fenwick',
      body: { markdown: expect.stringContaining('It ends in May.') },
    });
  });

  test('are compared field by field, and the body by words', async () => {
    const [second, first] = await ids();
    const { body } = await author.ask('get', `${revisions}/${second}/diff?against=${first}`);
    expect([body.before.number, body.after.number]).toEqual([1, 2]);
    expect(body.fields).toEqual([{ field: 'title', before: 'Closure order', after: 'Closure order extended' }]);
    expect(body.body.slice(0, 3)).toEqual([
      { kind: 'same', text: 'The order is made.\n\nIt ends in ' },
      { kind: 'removed', text: 'May.' },
      { kind: 'added', text: 'June.' },
    ]);
    const refused = await author.ask('get', `${revisions}/${second}/diff?against=never`);
    expect(refusal(refused)).toMatchObject({ status: 400, errors: [{ parameter: 'against' }] });
  });

  test('of somebody else are like those of an article that never was', async () => {
    const [second, first] = await ids();
    const paths = ['', `/${first}`, `/${second}/diff?against=${first}`];
    for (const path of paths) {
      const hidden = await other.ask('get', `${revisions}${path}`);
      const never = await other.ask('get', `/v1/editorial/articles/never/revisions${path}`);
      expect([hidden.status, refusal(hidden)]).toEqual([404, refusal(never)]);
    }
    const restore = await other.ask('post', `${revisions}/${first}/restore`, { version: 2 });
    expect(restore.status).toBe(404);
  });
});

describe('a revision that is restored', () => {
  const restore = async (version: number | undefined, query = '', headers = {}) => {
    const first = (await ids()).at(-1);
    return author.ask('post', `${revisions}/${first}/restore${query}`, { version, headers });
  };

  test('is a new revision with the same content, and stands in the audit trail', async () => {
    const first = (await ids()).at(-1);
    const restored = await restore(2);
    expect(restored.body).toMatchObject({ version: 3, open: { state: 'draft', revision: 3, title: 'Closure order' } });
    expect((await ids()).length).toBe(3);
    const [newest, , oldest] = await ids();
    const { body } = await author.ask('get', `${revisions}/${newest}/diff?against=${oldest}`);
    expect([body.fields, body.body.length]).toEqual([[], 1]);
    const events = await author.ask('get', `/v1/editorial/articles/${id}/events?limit=1`);
    expect(events.body.data).toMatchObject([
      { action: 'article.restored', outcome: 'accepted', actor: { name: 'Ada Reed' }, detail: { revision: first } },
    ]);
  });

  test('needs the version that was read, can be tried, and is restored once', async () => {
    expect((await restore(undefined)).status).toBe(428);
    expect((await restore(1)).status).toBe(412);
    const tried = await restore(2, '?dryRun=true');
    expect([tried.status, tried.headers['dry-run'], (await ids()).length]).toEqual([200, 'true', 2]);
    const once = { 'Idempotency-Key': '"restore-1"' };
    const done = await restore(2, '', once);
    const again = await restore(2, '', once);
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([done.text, 'true']);
    expect((await ids()).length).toBe(3);
  });

  test('makes what was submitted a draft again, and cannot change what is scheduled', async () => {
    await author.act(id, 'submit', 2);
    expect((await restore(3)).body).toMatchObject({ open: { state: 'draft', submittedBy: null } });
    await author.act(id, 'submit', 4);
    await editor.act(id, 'schedule', 5, { publishAt: shifted(NOW, 60_000) });
    expect(refusal(await restore(6))).toMatchObject({ status: 409, code: 'verb_not_allowed' });
  });

  test('opens an edition where none is open, and leaves the public text and address', async () => {
    await author.act(id, 'submit', 2);
    const published = (await editor.act(id, 'publish', 3)).body;
    const restored = (await restore(4)).body;
    expect(restored).toMatchObject({ url: published.url, live: { title: 'Closure order extended' } });
    expect(restored.open).toMatchObject({ state: 'draft', revision: 1, title: 'Closure order' });
    const corrected = await editor.act(id, 'correct', 5, { note: 'The first text was right.' });
    expect(corrected.body).toMatchObject({ url: published.url, live: { number: 2, title: 'Closure order' } });
  });
});
