import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const URL = 'https://police.example/news/closure-order';
const DRAFT = { title: 'Closure order', url: URL, body: { markdown: 'It is open.' } };
const ALONE = { reason: 'Alone on duty.' };

let office: PressOffice;
let ada: Desk;
let abe: Desk;
let editor: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  abe = await office.desk('author', { name: 'Abe' });
  editor = await office.desk('editor', { name: 'Sam' });
});
afterEach(() => office.close());

function taken(id: string) {
  return {
    status: 409,
    code: 'conflict',
    detail: 'Another article has this address.',
    errors: [
      {
        pointer: '/url',
        detail: `It is the canonical address of the article ${id}.`,
        expected:
          'Another address. Or change that article; one that never was public frees its address when it is discarded.',
      },
    ],
  };
}

describe('the address of an article', () => {
  test('is refused to whoever may see who has it, who is told', async () => {
    const { id } = (await ada.create(DRAFT)).body;
    const other = (await ada.create({ title: 'Other' })).body;
    const refused = [
      await ada.create(DRAFT),
      await editor.create(DRAFT),
      await ada.create(DRAFT, {}, '?dryRun=true'),
      await ada.patch(other.id, 1, { url: URL }),
    ];
    expect(refused.map(refusal)).toEqual(refused.map(() => taken(id)));
  });

  test('is free again when a draft that never was public is discarded', async () => {
    const { id } = (await ada.create(DRAFT)).body;
    expect((await ada.act(id, 'discard', 1)).body.url).toBeNull();
    const again = await abe.create(DRAFT);
    expect([again.status, again.body.url]).toEqual([201, URL]);
    expect((await ada.patch(id, 2, { title: 'Again' })).body).toMatchObject({ url: null, state: { open: 'draft' } });
  });

  test('tells nobody of a draft that they may not see: it is settled at the publication', async () => {
    const unused = await abe.create({ ...DRAFT, url: 'https://police.example/news/unused' }, {}, '?dryRun=true');
    const { id: shown } = (await editor.create({ title: 'Shown' })).body;
    await editor.act(shown, 'force-publish', 1, ALONE);
    const { id } = (await ada.create(DRAFT)).body;
    const second = await abe.create(DRAFT);
    const { id: secondId } = second.body;
    const alike = (body: { url: string }) => ({ ...body, url: '', id: '', links: '', open: '' });
    expect([second.status, alike(second.body)]).toEqual([201, alike(unused.body)]);
    expect(second.body.url).toBe(URL);
    expect((await abe.patch(secondId, 1, { title: 'Closure' })).body.url).toBe(URL);
    expect(refusal(await editor.act(secondId, 'force-publish', 2, ALONE))).toEqual(taken(id));
    await ada.act(id, 'discard', 1);
    const published = await editor.act(secondId, 'force-publish', 2, ALONE);
    expect([published.status, published.body.url]).toEqual([200, URL]);
    expect((await ada.create(DRAFT)).body.errors).toEqual([
      {
        pointer: '/url',
        detail: 'It is the canonical address of another release, which was published.',
        expected: 'Another address.',
      },
    ]);
  });
});

describe('a slug that is asked for by name', () => {
  test('is refused where readers find another release under it, now or before, with one that is free', async () => {
    const { id } = (await editor.create(DRAFT)).body;
    await editor.act(id, 'force-publish', 1, ALONE);
    await editor.patch(id, 2, { slug: 'closure-moved' });
    await editor.act(id, 'amend', 3);
    const { id: other } = (await abe.create({ title: 'Other', slug: 'closure' })).body;
    for (const slug of ['closure-order', 'closure-moved']) {
      const wanted = {
        status: 409,
        code: 'conflict',
        detail: 'Another article has this slug.',
        errors: [
          {
            pointer: '/slug',
            detail: 'Readers find another release under it.',
            expected: `Such as ${slug}-2, which is free; or null.`,
          },
        ],
      };
      expect(refusal(await abe.create({ title: 'Other', slug }))).toEqual(wanted);
      expect(refusal(await abe.patch(other, 1, { slug }))).toEqual(wanted);
    }
    expect((await abe.create({ title: 'Closure order' })).status).toBe(201);
    expect((await editor.patch(id, 4, { slug: 'closure-order' })).status).toBe(200);
  });

  test('is refused at the publication where it was taken meanwhile', async () => {
    const first = (await editor.create({ title: 'One', slug: 'one' })).body;
    const second = (await editor.create({ title: 'Two', slug: 'one' })).body;
    await editor.act(first.id, 'force-publish', 1, ALONE);
    expect((await editor.act(second.id, 'force-publish', 1, ALONE)).body.errors).toMatchObject([{ pointer: '/slug' }]);
  });

  test('gets a number without a word where a release has vanished under it', async () => {
    const first = (await editor.create({ title: 'One', slug: 'one' })).body;
    await editor.act(first.id, 'force-publish', 1, ALONE);
    await editor.act(first.id, 'withdraw', 2, { kind: 'vanish' });
    const second = (await editor.create({ title: 'Two', slug: 'one' })).body;
    expect((await editor.act(second.id, 'force-publish', 1, ALONE)).body.slug).toBe('one-2');
  });
});

test('a withdrawal sends nobody to a name that the release had before, which would lead them back', async () => {
  const { id } = (await editor.create(DRAFT)).body;
  await editor.act(id, 'force-publish', 1, ALONE);
  await editor.patch(id, 2, { slug: 'another-order' });
  await editor.act(id, 'amend', 3);
  const alternative = 'https://news.example/v1/articles/closure-order';
  const refused = await editor.act(id, 'withdraw', 4, { kind: 'redirect', alternative });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ pointer: '/alternative', detail: 'It is the address of this article.', expected: 'Another address.' }],
  ]);
  const elsewhere = { kind: 'redirect', alternative: `${alternative}-2` };
  expect((await editor.act(id, 'withdraw', 4, elsewhere)).status).toBe(200);
});

test('withdrawals send nobody round through each other', async () => {
  const at = (slug: string) => `https://news.example/v1/articles/${slug}`;
  const ids: string[] = [];
  for (const slug of ['one', 'two', 'three']) {
    const { id } = (await editor.create({ title: slug, slug })).body;
    await editor.act(id, 'force-publish', 1, ALONE);
    ids.push(id);
  }
  const [one = '', two = '', three = ''] = ids;
  const send = (id: string, alternative: string) => editor.act(id, 'withdraw', 2, { kind: 'redirect', alternative });
  expect((await send(one, at('two'))).status).toBe(200);
  for (const back of ['one', one]) expect((await send(two, at(back))).body.errors).toEqual([BACK]);
  expect((await send(two, at('three'))).status).toBe(200);
  expect((await send(three, at('one'))).body.errors).toEqual([BACK]);
  expect((await send(three, at('four'))).status).toBe(200);
});

const BACK = {
  pointer: '/alternative',
  detail: 'Readers are sent on from there, back to this article.',
  expected: 'Another address.',
};

describe('a patch that names nothing', () => {
  test('takes no approval back and opens no edition', async () => {
    const { id } = (await ada.create(DRAFT)).body;
    const submitted = await ada.act(id, 'submit', 1);
    for (const patch of [{}, { body: {} }]) {
      const unchanged = await editor.patch(id, 2, patch);
      expect([unchanged.status, unchanged.headers['etag'], unchanged.body.open]).toEqual([
        200,
        expect.stringMatching(/^"2-/),
        submitted.body.open,
      ]);
    }
    expect((await editor.patch(id, 1, {})).status).toBe(412);
    await editor.act(id, 'publish', 2);
    expect((await editor.patch(id, 3, {})).body).toMatchObject({ version: 3, state: { open: 'none', public: 'live' } });
    const { body } = await editor.ask('get', `/v1/editorial/articles/${id}/revisions`);
    expect(body.data).toHaveLength(1);
  });
});

describe('a date to come', () => {
  test.each(['publish', 'force-publish', 'schedule'])(
    'is not brought to readers by %s before it has come',
    async (verb) => {
      const publishedAt = shifted(NOW, 7_200_000);
      const { id } = (await ada.create({ ...DRAFT, publishedAt })).body;
      await ada.act(id, 'submit', 1);
      const publishAt = shifted(NOW, 3_600_000);
      const body = verb === 'schedule' ? { publishAt } : verb === 'publish' ? {} : ALONE;
      expect(refusal(await editor.act(id, verb, 2, body))).toEqual({
        status: 422,
        code: 'invalid_body',
        detail: 'The release has a date that is later than its publication.',
        errors: [
          {
            detail: `Its publishedAt is ${publishedAt}, and it would be public from ${verb === 'schedule' ? publishAt : NOW} on.`,
            expected: `The verb schedule with the publishAt ${publishedAt}, or another publishedAt; null for the moment of its publication.`,
          },
        ],
      });
      expect((await editor.act(id, 'schedule', 2, { publishAt: publishedAt })).status).toBe(200);
    },
  );
});
