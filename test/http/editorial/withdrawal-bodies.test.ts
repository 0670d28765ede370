import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const URL = 'https://police.example/news/crossing';
const LONGEST = 'x'.repeat(2_000);
const KINDS = { expected: 'One of the values in allowed.', allowed: ['notice', 'gone', 'redirect', 'vanish'] };

let office: PressOffice;
let editor: Desk;
let id: string;
beforeEach(async () => {
  office = await openPressOffice();
  editor = await office.desk('editor', { name: 'Sam Hunt' });
  ({ id } = (await editor.create({ title: 'A crossing', url: URL, body: { markdown: 'Nothing.' } })).body);
  await editor.act(id, 'force-publish', 1, { reason: 'Alone on duty.' });
});
afterEach(() => office.close());

describe('a withdrawal', () => {
  test.each([
    [{}, [{ pointer: '/kind', detail: 'It is missing.', ...KINDS }]],
    [{ kind: 'secret' }, [{ pointer: '/kind', detail: 'It cannot have this value.', ...KINDS }]],
    [{ kind: 'gone' }, [{ pointer: '/explanation', detail: 'It is missing.', expected: 'Text.' }]],
    [
      { kind: 'notice', explanation: ' \n ' },
      [{ pointer: '/explanation', detail: 'It is empty.', expected: 'Text of 1 to 2000 characters.' }],
    ],
    [
      { kind: 'gone', explanation: `${LONGEST}x` },
      [{ pointer: '/explanation', detail: 'It cannot have this value.', expected: 'Text of 1 to 2000 characters.' }],
    ],
    [{ kind: 'redirect' }, [{ pointer: '/alternative', detail: 'It is missing.', expected: 'Text.' }]],
    [
      { kind: 'redirect', alternative: 'javascript:alert(1)' },
      [
        {
          pointer: '/alternative',
          detail: 'It cannot have this value.',
          expected: expect.stringContaining('http or https'),
        },
      ],
    ],
    [
      { kind: 'vanish', explanation: 'Shh.' },
      [{ pointer: '/explanation', detail: 'There is no such member here.', allowed: ['kind', 'reason'] }],
    ],
    [
      { kind: 'gone', explanation: 'Over.', reason: `${LONGEST}x` },
      [{ pointer: '/reason', detail: 'It cannot have this value.', expected: 'Text of 1 to 2000 characters.' }],
    ],
  ])('is not made by %o', async (body, errors) => {
    const refused = await editor.act(id, 'withdraw', 2, body);
    expect(refusal(refused)).toEqual({
      status: 422,
      code: 'invalid_body',
      detail: 'The body has values that cannot be accepted.',
      errors,
    });
    expect((await office.get('/v1/articles/crossing')).status).toBe(200);
  });

  test('does not send readers to where they come from', async () => {
    const api = 'https://news.example/v1/articles';
    for (const alternative of [URL, `${URL}/#top`, `${api}/crossing`, `${api}/${id}`]) {
      const refused = await editor.act(id, 'withdraw', 2, { kind: 'redirect', alternative });
      expect(refusal(refused)).toEqual({
        status: 422,
        code: 'invalid_body',
        detail: 'Readers cannot be sent there.',
        errors: [
          { pointer: '/alternative', detail: 'It is the address of this article.', expected: 'Another address.' },
        ],
      });
    }
  });

  test('takes an explanation and a reason of the greatest length', async () => {
    const done = await editor.act(id, 'withdraw', 2, { kind: 'gone', explanation: LONGEST, reason: LONGEST });
    expect([done.status, (await office.get('/v1/articles/crossing')).body.detail]).toEqual([200, LONGEST]);
  });
});
