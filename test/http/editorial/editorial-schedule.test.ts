import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../support/time.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

let office: PressOffice;
let editor: Desk;
let id: string;
beforeAll(async () => {
  office = await openPressOffice();
  office.setTime(instant('2026-01-01T00:00:00Z'));
  const author = await office.desk('author', { name: 'Ada Reed' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
  ({ id } = (await author.create({ title: 'Clocks' })).body);
  await author.act(id, 'submit', 1);
});
afterAll(() => office.close());

const tried = (body: object) => editor.act(id, 'schedule', 2, body, '?dryRun=true');

describe('the time of a publication', () => {
  test.each([
    [{ publishAt: '2026-03-29T09:30:00Z' }, '2026-03-29T09:30:00.000Z'],
    [{ publishAt: '2026-03-29T09:30:00.250+02:00' }, '2026-03-29T07:30:00.250Z'],
    [{ publishAt: '2026-03-28T09:30' }, '2026-03-28T09:30:00.000Z'],
    [{ publishAt: '2026-03-29T09:30' }, '2026-03-29T08:30:00.000Z'],
    [{ publishAt: '2026-03-29T09:30:15', zone: 'Europe/London' }, '2026-03-29T08:30:15.000Z'],
    [{ publishAt: '2026-03-29T09:30', zone: 'america/new_york' }, '2026-03-29T13:30:00.000Z'],
  ])('is read from %j', async (body, publishAt) => {
    const answer = await tried(body);
    expect([answer.status, answer.body.open?.publishAt, answer.body.state?.open]).toEqual([
      200,
      publishAt,
      'scheduled',
    ]);
  });

  test.each([
    [
      { publishAt: '2026-03-29T01:30' },
      'The clocks of Europe/London show 2026-03-29T01:30 never, because they change.',
      ['2026-03-29T00:30:00+00:00', '2026-03-29T02:30:00+01:00'],
    ],
    [
      { publishAt: '2026-10-25T01:30' },
      'The clocks of Europe/London show 2026-10-25T01:30 twice, because they change.',
      ['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00'],
    ],
    [
      { publishAt: '2026-11-01T01:30', zone: 'America/New_York' },
      'The clocks of America/New_York show 2026-11-01T01:30 twice, because they change.',
      ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00'],
    ],
  ])('is refused for %j with both readings, each of which is taken', async (body, detail, allowed) => {
    expect(refusal(await tried(body))).toEqual({
      status: 422,
      code: 'invalid_body',
      detail: 'The article cannot be scheduled for this time.',
      errors: [{ pointer: '/publishAt', detail, expected: 'The instant that is meant, with its offset.', allowed }],
    });
    for (const publishAt of allowed) {
      const taken = await tried({ publishAt });
      expect([taken.status, taken.body.open.publishAt]).toEqual([200, new Date(publishAt).toISOString()]);
    }
  });

  test.each([
    [{ publishAt: 'tomorrow' }, '/publishAt', 'This is no time.'],
    [{ publishAt: '2026-02-30T09:30' }, '/publishAt', 'This is no time.'],
    [{ publishAt: '2026-03-01T24:00' }, '/publishAt', 'This is no time.'],
    [{ publishAt: '9999-12-31T23:59', zone: 'America/New_York' }, '/publishAt', 'This is no time.'],
    [{ publishAt: '2026-03-01T09:30', zone: 'Mars/Olympus' }, '/zone', 'There is no such zone.'],
    [{ publishAt: '2026-03-01T09:30', zone: '+01:00' }, '/zone', 'There is no such zone.'],
    [{ publishAt: '2026-07-01T09:30', zone: 'BST' }, '/zone', 'There is no such zone.'],
    [{ publishAt: '2026-03-01T09:30Z', zone: 'Europe/London' }, '/publishAt', 'This is no time.'],
    [{ publishAt: '2026-03-01T09:30:00Z', zone: 'Europe/London' }, '/zone', 'An instant has its offset already.'],
    [{ publishAt: '2026-01-01T00:00:00Z' }, '/publishAt', 'It is 2026-01-01T00:00:00.000Z.'],
    [{ publishAt: '1899-12-31T00:00' }, '/publishAt', 'This is no time.'],
  ])('is refused for %j', async (body, pointer, detail) => {
    const { status, body: problem } = await tried(body);
    expect([status, problem.code, problem.errors]).toEqual([
      422,
      'invalid_body',
      [expect.objectContaining({ pointer, detail })],
    ]);
  });
});
