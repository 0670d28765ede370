import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

let office: PressOffice;
let author: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
});
afterEach(() => office.close());

describe('the date of a draft', () => {
  const dated = ({ publishedAt, publishedAtPrecision }: Record<string, unknown>) => [publishedAt, publishedAtPrecision];

  test.each([
    ['a day', { publishedAt: '2020-07-01' }, '2020-06-30T23:00:00.000Z', 'day'],
    ['an instant', { publishedAt: '2020-07-01T10:00:00Z' }, '2020-07-01T10:00:00.000Z', 'instant'],
    [
      'the day of an instant',
      { publishedAt: '2020-07-01T23:30:00Z', publishedAtPrecision: 'day' },
      '2020-07-01T23:00:00.000Z',
      'day',
    ],
  ])('is %s as it is written, told alike in the newsroom and in public', async (_, wish, publishedAt, precision) => {
    const editor = await office.desk('editor');
    const { id, open } = (await editor.create({ title: 'Fair', ...wish })).body;
    expect(dated(open)).toEqual([publishedAt, precision]);
    await editor.act(id, 'force-publish', 1, { reason: 'Nobody else is here.' });
    expect(dated((await office.get('/v1/articles/fair')).body)).toEqual([publishedAt, precision]);
  });

  test('is the day of its publication where only that is told', async () => {
    const editor = await office.desk('editor');
    const { id } = (await editor.create({ title: 'Fair', publishedAtPrecision: 'day' })).body;
    await editor.act(id, 'force-publish', 1, { reason: 'Nobody else is here.' });
    const shown = ['2020-11-02T00:00:00.000Z', 'day'];
    expect(dated((await office.get('/v1/articles/fair')).body)).toEqual(shown);
  });

  test('is as precise as a patch writes it', async () => {
    const { id } = (await author.create({ title: 'Fair', publishedAt: '2020-07-01' })).body;
    expect(dated((await author.patch(id, 1, { publishedAt: '2020-07-01T10:00:00Z' })).body.open)).toEqual([
      '2020-07-01T10:00:00.000Z',
      'instant',
    ]);
    expect(dated((await author.patch(id, 2, { publishedAtPrecision: 'day' })).body.open)).toEqual([
      '2020-06-30T23:00:00.000Z',
      'day',
    ]);
  });

  test.each(['instant', null])('gets no time from a patch that tells none: %s', async (publishedAtPrecision) => {
    const { id } = (await author.create({ title: 'Fair', publishedAt: '2020-07-01' })).body;
    const { status, body } = await author.patch(id, 1, { publishedAtPrecision });
    expect([status, body.code, body.errors]).toEqual([
      422,
      'invalid_body',
      [expect.objectContaining({ pointer: '/publishedAtPrecision', expected: expect.any(String) })],
    ]);
    for (const patch of [
      { publishedAt: null },
      { publishedAt: '2020-07-01T10:00:00Z' },
      { publishedAtPrecision: 'day' },
    ]) {
      const wish = { publishedAtPrecision, ...patch };
      expect((await author.patch(id, 1, wish, '?dryRun=true')).status).toBe(200);
    }
  });
});
