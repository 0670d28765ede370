import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_BATCH_INPUTS } from '../../../src/usecases/import-releases.ts';
import { importInputs, markdown } from '../../usecases/newsroom.ts';
import { pressRelease } from '../../usecases/press-release.ts';
import { bearer } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

let office: PressOffice;
let editor: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  editor = await office.desk('editor', { name: 'Sam Carter' });
});
afterEach(() => office.close());

/** What the nightly import of a folder says of its one document. */
async function nightly(text: string, publish = true) {
  const [result] = await importInputs(office.deps, [markdown('a.md', text)], { publish });
  return result?.outcome;
}

async function uploaded(text: string, role: 'author' | 'editor' = 'editor', name = 'Sam Carter') {
  const key = await office.createKey(role, { name });
  const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/imports`, {
    method: 'POST',
    headers: { ...bearer(key), 'Content-Type': 'text/markdown' },
    body: text,
  });
  return ((await response.json()) as { outcome: string }).outcome;
}

const idOf = async () => (await editor.list('?url=https://police.example/news/closure-order')).body.data[0].id;
const publicTitle = async () => (await office.get('/v1/articles/closure-order')).body.title;
const named = pressRelease({ title: 'John Smith charged' });

describe('a document that is imported again as it was, after people have worked on its release', () => {
  test('undoes no correction', async () => {
    expect(await nightly(named)).toBe('published');
    const id = await idOf();
    await editor.patch(id, 1, { title: 'Man charged' });
    await editor.act(id, 'correct', 2, { note: 'A name was taken out.' });
    expect([await nightly(named), await nightly(named, false), await uploaded(named)]).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect((await editor.read(id)).body).toMatchObject({ version: 3, open: null, live: { number: 2 } });
    expect(await publicTitle()).toBe('Man charged');
  });

  test('brings back no text that was replaced after its withdrawal', async () => {
    await nightly(named);
    const id = await idOf();
    await editor.act(id, 'withdraw', 1, { kind: 'gone', explanation: 'It was wrong.' });
    await editor.patch(id, 2, { title: 'Man charged' });
    await editor.act(id, 'force-publish', 3, { reason: 'Nobody else is here.' });
    expect(await nightly(named)).toBe('unchanged');
    expect(await publicTitle()).toBe('Man charged');
  });

  test('overwrites no draft, and does not publish what somebody else has written', async () => {
    expect(await nightly(named, false)).toBe('created');
    const id = await idOf();
    await editor.patch(id, 1, { title: 'Man charged' });
    expect([await nightly(named, false), await nightly(named), await uploaded(named)]).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect((await editor.read(id)).body).toMatchObject({ version: 2, open: { state: 'draft', title: 'Man charged' } });
  });

  test('stays thrown away where its text was discarded', async () => {
    await nightly(pressRelease({ title: 'Before' }));
    expect(await nightly(named, false)).toBe('updated');
    const id = await idOf();
    await editor.act(id, 'discard', 2);
    expect([await nightly(named), await uploaded(named)]).toEqual(['unchanged', 'unchanged']);
    expect(await publicTitle()).toBe('Before');
  });

  test('is told to an author like any other, and to nobody who may not see the release', async () => {
    expect(await uploaded(named, 'author', 'Ada Reed')).toBe('created');
    await editor.patch(await idOf(), 1, { title: 'Man charged' });
    expect(await uploaded(named, 'author', 'Ada Reed')).toBe('unchanged');
    expect(await uploaded(named, 'author', 'Bo Lee')).toBeUndefined();
  });
});

test('a document that has changed since it was imported takes the place of what was written here', async () => {
  await nightly(named);
  await editor.patch(await idOf(), 1, { title: 'Man charged' });
  await editor.act(await idOf(), 'amend', 2);
  expect(await nightly(pressRelease({ title: 'Man cleared' }))).toBe('published');
  expect(await publicTitle()).toBe('Man cleared');
  expect(await nightly(named)).toBe('published');
  expect(await publicTitle()).toBe('John Smith charged');
});

describe('a release and the draft of it that are imported together, as an export has them', () => {
  const live = markdown('a.md', named);
  const draft = { ...markdown('drafts/a.md', pressRelease({ title: 'John Smith cleared' })), isDraft: true };
  const others = Array.from({ length: MAX_BATCH_INPUTS }, (_, at) =>
    markdown(`${at}.md`, pressRelease({ slug: `release-${at}` })),
  );
  const both = async (publish: boolean, release = live, between = others.slice(0, 0)) => {
    const results = await importInputs(office.deps, [release, ...between, draft], { publish });
    return [results.at(0)?.outcome, results.at(-1)?.outcome];
  };
  const read = async () => (await editor.read(await idOf())).body;

  test('undo no correction', async () => {
    await both(true);
    await editor.patch(await idOf(), 2, { title: 'Man charged' });
    await editor.act(await idOf(), 'correct', 3, { note: 'A name was taken out.' });
    expect([await both(true), await both(true), await both(false)]).toEqual(Array(3).fill(['unchanged', 'unchanged']));
    expect([await publicTitle(), (await read()).open]).toEqual(['Man charged', null]);
  });

  test('leave a draft that somebody has rewritten, or thrown away', async () => {
    await both(true);
    await editor.patch(await idOf(), 2, { title: 'Man cleared' });
    expect([await both(true), await both(true)]).toEqual(Array(2).fill(['unchanged', 'unchanged']));
    expect((await read()).open.title).toBe('Man cleared');
    await editor.act(await idOf(), 'discard', 3);
    expect([await both(true), await both(true)]).toEqual(Array(2).fill(['unchanged', 'unchanged']));
    expect([await publicTitle(), (await read()).open]).toEqual(['John Smith charged', null]);
  });

  test.each([
    ['one transaction', []],
    ['two', others],
  ])('keep the draft when the release beside it has changed, in %s', async (_, between) => {
    await both(true, live, between);
    expect(await both(true, markdown('a.md', pressRelease({ title: 'Jo Smith charged' })), between)).toEqual([
      'published',
      'updated',
    ]);
    expect([await publicTitle(), (await read()).open.title]).toEqual(['Jo Smith charged', 'John Smith cleared']);
  });

  test('are one draft where nothing is published, the one that comes last', async () => {
    expect([await both(false), await both(false), await both(false)]).toEqual([
      ['created', 'updated'],
      ['unchanged', 'unchanged'],
      ['unchanged', 'unchanged'],
    ]);
    expect((await read()).open.title).toBe('John Smith cleared');
  });

  test('leave what people wrote when the draft becomes the release, and take a release back to what it was', async () => {
    await both(true);
    await editor.patch(await idOf(), 2, { title: 'Man cleared' });
    expect(await nightly(pressRelease({ title: 'John Smith cleared' }))).toBe('unchanged');
    expect(await nightly(pressRelease({ title: 'Jo Smith charged' }))).toBe('published');
    expect(await nightly(named)).toBe('published');
    expect(await publicTitle()).toBe('John Smith charged');
  });
});
