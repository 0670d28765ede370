import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../../src/domain/check.ts';
import { instant } from '../../support/time.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const FAULTY = {
  title: 'Wern Bridge is open again',
  summary: 'It opened a week early.',
  body: { markdown: 'Inspector [insert name] opened the bridge.\n\nthe crossing is free.' },
};
const TEMPLATE = {
  id: 'template-leftover',
  severity: 'error',
  message: '“[insert name]” looks like a part of a template.',
  pointer: '/body/markdown',
  start: 10,
  end: 23,
  fix: null,
};
const SMALL = {
  id: 'sentence-lower-case',
  severity: 'warning',
  message: 'A sentence begins with “the”.',
  pointer: '/body/markdown',
  start: 44,
  end: 45,
  fix: 'T',
};
const OVERRIDES = [{ check: 'template-leftover', reason: 'It is the name of the exhibition.' }];

let office: PressOffice;
let author: Desk;
let editor: Desk;
beforeAll(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
});
afterAll(() => office.close());

/** A draft of the author, submitted. */
async function submitted(draft: object = FAULTY) {
  const created = await author.create(draft);
  await author.act(created.body.id, 'submit', 1);
  return created.body.id;
}

describe('a draft that is only checked', () => {
  test('is told its faults, the gravest first, and is not kept', async () => {
    const before = (await author.list()).body.data.length;
    const { status, body } = await author.ask('post', '/v1/editorial/checks', { body: FAULTY });
    expect({ status, body }).toEqual({ status: 200, body: { data: [TEMPLATE, SMALL] } });
    expect((await author.list()).body.data.length).toBe(before);
  });

  test('has the date that it names, or today', async () => {
    const body = { ...FAULTY, body: { markdown: 'Yesterday (Sunday), the bridge was opened.' } };
    const ids = async (draft: object) => {
      const answer = await author.ask('post', '/v1/editorial/checks', { body: draft });
      return answer.body.data.map(({ id }: { id: string }) => id);
    };
    expect(await ids(body)).toEqual([]);
    expect(await ids({ ...body, publishedAt: '2020-11-04T09:00:00Z' })).toEqual(['weekday-mismatch']);
  });

  test('of a draft that is sent with other line ends say where in the text that was sent', async () => {
    const markdown = '\r\n\r\nThe bridge is open.\r\n\r\nit was shut.\r\n\r\nENDS\r\n';
    const { body } = await author.ask('post', '/v1/editorial/checks', { body: { ...FAULTY, body: { markdown } } });
    const found = body.data.flatMap(({ id, pointer, start, end }: Check) =>
      pointer === '/body/markdown' ? [[id, markdown.slice(start ?? 0, end ?? 0)]] : [],
    );
    expect(found).toEqual([
      ['ends-marker', 'ENDS'],
      ['sentence-lower-case', 'i'],
    ]);
  });

  test('is refused where it could not be saved', async () => {
    const answer = await author.ask('post', '/v1/editorial/checks', { body: { title: '' } });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe('/title');
  });
});

describe('an edition', () => {
  test('has its faults in the answer to every save and read, and none when it is public', async () => {
    const created = await author.create(FAULTY);
    expect(created.body.checks).toEqual([TEMPLATE, SMALL]);
    const { id } = created.body;
    const mended = { body: { markdown: 'Inspector Jo Marsh opened the bridge.\n\nThe crossing is free.' } };
    expect((await author.patch(id, 1, mended)).body.checks).toEqual([]);
    expect((await author.read(id)).body.checks).toEqual([]);
    await author.act(id, 'submit', 2);
    expect((await editor.act(id, 'publish', 3)).body).toMatchObject({ checks: [], open: null });
  });

  test.each([
    ['publish', {}],
    ['schedule', { publishAt: '2020-11-03T09:00:00Z' }],
    ['force-publish', { reason: 'Nobody else is on duty.' }],
  ])('with a fault of severity error is not public by %s', async (verb, body) => {
    const id = await submitted();
    const refused = await editor.act(id, verb, 2, body);
    expect(refusal(refused)).toEqual({
      status: 409,
      code: 'checks_failed',
      detail: 'The edition has faults that stop its publication.',
      errors: [
        {
          pointer: '/body/markdown',
          detail: TEMPLATE.message,
          expected: 'Put it right, or override template-leftover with a reason.',
          allowed: ['template-leftover'],
        },
      ],
    });
    expect((await editor.read(id)).body).toMatchObject({ version: 2, state: { open: 'submitted', public: 'none' } });
    const forced = await editor.act(id, verb, 2, { ...body, overrides: OVERRIDES });
    expect(forced.status).toBe(200);
    const events = await editor.ask('get', `/v1/editorial/articles/${id}/events?limit=1`);
    expect(events.body.data[0].detail).toMatchObject({
      'override:template-leftover': 'It is the name of the exhibition.',
    });
  });

  test.each([
    ['correct', { note: 'The name was missing.' }],
    ['amend', {}],
  ])('of what is public is held to it by %s too', async (verb, body) => {
    const id = await submitted({ ...FAULTY, body: { markdown: 'The bridge was opened.' } });
    await editor.act(id, 'publish', 2);
    await editor.patch(id, 3, FAULTY);
    expect((await editor.act(id, verb, 4, body)).body.code).toBe('checks_failed');
    expect((await editor.act(id, verb, 4, { ...body, overrides: OVERRIDES })).status).toBe(200);
  });

  test('is stopped by an override that names no rule, gives no reason, or names another rule', async () => {
    const id = await submitted();
    const tries = [[{ check: 'nonsense', reason: 'x' }], [{ check: 'template-leftover', reason: '' }]];
    for (const overrides of tries) expect((await editor.act(id, 'publish', 2, { overrides })).status).toBe(422);
    const other = [{ check: 'sentence-lower-case', reason: 'It is a name.' }];
    expect((await editor.act(id, 'publish', 2, { overrides: other })).body.code).toBe('checks_failed');
  });
});

test('a preview shows what looks wrong, as JSON and beside the page', async () => {
  const { id } = (await author.create(FAULTY)).body;
  const preview = await author.ask('post', `/v1/editorial/articles/${id}/previews`, { body: {} });
  const path = new URL(preview.body.url).pathname;
  expect((await office.get(path)).body.checks).toEqual([TEMPLATE, SMALL]);
  const { text } = await office.get(path, { Accept: 'text/html' });
  expect(text).toContain('<h2 id="checks">Worth a second look</h2>');
  expect(text).toContain('<a class="jump" href="#checks">2 remarks below</a>');
  // A rule that does not say the words it is about has them beside it.
  expect(text.match(/<q lang="en">[^<]*<\/q>/g)).toEqual(['<q lang="en">the crossing is free.</q>']);
  expect(text).toContain('“[insert name]” looks like a part of a template.');
});

test('what an installation makes of the rules holds for saves and publications', async () => {
  const checks = { levels: { 'template-leftover': 'off', 'sentence-lower-case': 'error' }, bannedPhrases: [] } as const;
  const strict = await openPressOffice({}, { checks });
  try {
    const desk = await strict.desk('editor', { name: 'Sam Hunt' });
    strict.setTime(instant('2020-11-03T12:00:00.000Z'));
    const created = await desk.create(FAULTY);
    expect(created.body.checks).toEqual([{ ...SMALL, severity: 'error' }]);
    const forced = await desk.act(created.body.id, 'force-publish', 1, { reason: 'x' });
    expect(forced.body.code).toBe('checks_failed');
  } finally {
    await strict.close();
  }
});

describe('who is quoted', () => {
  const said = (who: string) => ({
    ...FAULTY,
    body: { markdown: `${who} said: “We have opened the bridge for everybody who lives here.”` },
  });
  const told = async (who: string) => {
    const { body } = await editor.ask('post', '/v1/editorial/checks', { body: said(who) });
    return body.data.map(({ id, message }: { id: string; message: string }) => `${id}: ${message}`);
  };

  test('is looked up in the register by saves, verbs, reads, checks and publications', async () => {
    expect(await told('Sergeant Alexandra Reeve')).toEqual([
      'official-unknown: Alexandra Reeve was never quoted before: is the name right?',
    ]);
    const id = await submitted(said('Sergeant Alexandra Reeve'));
    // Whoever is named in a draft is nobody's business.
    expect(await told('Sergeant Alex Reeve')).toEqual([
      'official-unknown: Alex Reeve was never quoted before: is the name right?',
    ]);
    expect((await editor.read(id)).body.checks.map((check: { id: string }) => check.id)).toEqual(['official-unknown']);
    await editor.act(id, 'publish', 2);
    const ids = ({ body }: { body: { checks: { id: string }[] } }) => body.checks.map((check) => check.id);
    const again = await author.create({ ...said('Inspector Alexandra Reeve'), title: 'Another road' });
    expect(ids(again)).toEqual(['official-rank-changed']);
    const patch = { body: said('Sergeant Alex Reeve').body };
    expect(ids(await author.patch(again.body.id, 1, patch))).toEqual(['official-ambiguous']);
    expect(ids(await author.act(again.body.id, 'submit', 2))).toEqual(['official-ambiguous']);
    expect(await told('Sgt Alexandra Reeve')).toEqual([]);
    expect(await told('Inspector Alexandra Reeve')).toEqual([
      'official-rank-changed: Alexandra Reeve was Sergeant when last quoted: a promotion, or a slip?',
    ]);
    expect(await told('Sergeant Alex Reeve')).toEqual(['official-ambiguous: Alex Reeve may be Alexandra Reeve.']);
  });

  test('stops a publication where the installation wants it so', async () => {
    const checks = { levels: { 'official-unknown': 'error' }, bannedPhrases: [] } as const;
    const strict = await openPressOffice({}, { checks });
    try {
      const desk = await strict.desk('editor', { name: 'Sam Hunt' });
      const created = await desk.create(said('Sergeant Lee Moor'));
      expect(created.body.checks).toMatchObject([{ id: 'official-unknown', severity: 'error' }]);
      const refused = await desk.act(created.body.id, 'force-publish', 1, { reason: 'x' });
      expect(refused.body.errors[0].detail).toBe('Lee Moor was never quoted before: is the name right?');
    } finally {
      await strict.close();
    }
  });
});
