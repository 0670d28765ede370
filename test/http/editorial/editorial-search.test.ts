import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

let office: PressOffice;
let ada: Desk;
let editor: Desk;
beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  editor = await office.desk('editor', { name: 'Sam', areaKeys: ['fenwick'] });
  await ada.create({ title: 'Café fire in Fenwick', area: 'Fenwick', tags: ['fire'] });
  office.setTime(shifted(NOW, 1));
  const { id } = (await editor.create({ title: 'Fenwick bridge opens', area: 'Fenwick', tags: ['roads'] })).body;
  await editor.act(id, 'force-publish', 1, { reason: 'A test' });
});
afterAll(() => office.close());

async function titles(desk: Desk, query: string) {
  const { body } = await desk.list(query);
  return body.data.map(({ newest }: { newest: { title: string } }) => newest.title);
}

describe('the newsroom', () => {
  test('finds what a key may see, drafts too, and counts it', async () => {
    expect(await titles(editor, '?q=fenwick')).toEqual(['Fenwick bridge opens', 'Café fire in Fenwick']);
    expect(await titles(editor, '?q=cafe')).toEqual(['Café fire in Fenwick']);
    expect(await titles(editor, '?tag=roads&open=none')).toEqual(['Fenwick bridge opens']);
    expect(await titles(ada, '?q=fenwick')).toEqual(['Café fire in Fenwick']);
    expect((await editor.list('?q=fenwick&count=exact&limit=1')).body.page).toMatchObject({ limit: 1, total: 2 });
    expect((await ada.list('?count=exact')).body.page.total).toBe(1);
    expect(await titles(editor, '?to=1999-01-01')).toEqual([]);
    expect(await titles(editor, '?q=')).toEqual([]);
  });

  test('keeps its drafts from the search of readers', async () => {
    expect((await office.get('/v1/articles?q=cafe')).body.data).toEqual([]);
    expect((await office.get('/v1/articles?q=bridge')).body.data).toHaveLength(1);
  });

  test('says who asks', async () => {
    const { status, body } = await editor.ask('get', '/v1/editorial/me');
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ name: 'Sam', role: 'editor', areas: ['fenwick'], prefix: editor.key.prefix }),
    ]);
    expect(Object.keys(body)).not.toContain('hash');
  });
});
