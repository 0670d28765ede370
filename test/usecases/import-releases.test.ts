import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { Problem } from '../../src/domain/problem.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { exportSource } from '../../src/usecases/export-sources.ts';
import { type ImportInput, MAX_BATCH_INPUTS } from '../../src/usecases/import-releases.ts';
import { registerAreas } from '../../src/usecases/register-areas.ts';
import { instant } from '../support/time.ts';
import {
  exportedUrls,
  importAll,
  importInputs,
  listPublic,
  markdown,
  type Newsroom,
  openNewsroom,
  outcomes,
  publicTitles,
} from './newsroom.ts';
import { pressRecord, pressRelease } from './press-release.ts';

const URL = 'https://police.example/news/closure-order';
const NONE = { areas: [], organisations: [], officials: [] };

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

describe('an import', () => {
  it('creates drafts, and names what is new', async () => {
    expect(await importAll(newsroom, { 'a.md': pressRelease() })).toEqual([
      {
        name: 'a.md',
        outcome: 'created',
        url: URL,
        id: expect.any(String),
        created: { areas: ['Ouseshire'], organisations: ['Ouseshire Police'], officials: ['Rebecca Shaw'] },
      },
    ]);
    expect(await publicTitles(newsroom)).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const documents = { 'a.md': pressRelease(), 'b.md': pressRelease({ slug: 'another' }) };
    await importAll(newsroom, documents, { publish: true });
    const newest = await newestChange();
    expect(await importAll(newsroom, documents, { publish: true })).toEqual([
      { name: 'a.md', outcome: 'unchanged', url: URL, id: expect.any(String), created: NONE },
      {
        name: 'b.md',
        outcome: 'unchanged',
        url: 'https://police.example/news/another',
        id: expect.any(String),
        created: NONE,
      },
    ]);
    expect(await newestChange()).toEqual(newest);
  });

  it('takes the good and refuses the bad, each with its place', async () => {
    const documents = {
      'good.md': pressRelease(),
      'date.md': pressRelease({ slug: 'date', date: '31 Octember' }),
      'empty.md': '',
      'fine.md': pressRelease({ slug: 'fine' }),
    };
    expect(await importAll(newsroom, documents)).toMatchObject([
      { name: 'good.md', outcome: 'created' },
      { name: 'date.md', outcome: 'failed', problem: { code: 'invalid_document', errors: [{ line: 4, column: 9 }] } },
      { name: 'empty.md', outcome: 'failed', problem: { code: 'invalid_document', errors: [{ line: 1, column: 1 }] } },
      { name: 'fine.md', outcome: 'created' },
    ]);
  });

  it('says of a document that Dateline itself failed on it, and takes the others', async () => {
    const cause = new Error('there are no more ids');
    const deps = {
      ...newsroom.deps,
      newId: (): string => {
        throw cause;
      },
    };
    const plain = '---\ntitle: Plain\nurl: https://police.example/news/plain\n---\n\nNobody speaks.\n';
    expect(await importInputs(deps, [markdown('a.md', pressRelease()), markdown('b.md', plain)])).toMatchObject([
      { name: 'a.md', outcome: 'failed', problem: { code: 'internal_error', cause } },
      { name: 'b.md', outcome: 'created' },
    ]);
  });

  it('hands on what could not be read', async () => {
    const problem = new Problem('not_found', 'there is no such file');
    expect(await importInputs(newsroom.deps, [{ name: 'x.md', kind: 'unreadable', problem }])).toEqual([
      { name: 'x.md', outcome: 'failed', problem },
    ]);
  });

  it('reads records, and says in which line they stood', async () => {
    const bytes = new TextEncoder().encode(pressRecord());
    const broken = new TextEncoder().encode('{"title": 1');
    const results = await importInputs(newsroom.deps, [
      { name: 'all.ndjson', line: 1, kind: 'record', bytes },
      { name: 'all.ndjson', line: 3, kind: 'record', bytes: broken },
    ]);
    expect(results).toMatchObject([
      { name: 'all.ndjson', line: 1, outcome: 'created', url: URL },
      { name: 'all.ndjson', line: 3, outcome: 'failed' },
    ]);
    expect((await exportSource(newsroom.deps, URL)).bytes).toEqual(Buffer.from(bytes));
  });

  it('takes the first of several documents with one address, and refuses those that say something else', async () => {
    const [first, second] = [pressRelease({ title: 'First' }), pressRelease({ title: 'Second' })];
    for (const created of ['created', 'unchanged']) {
      const results = await importAll(newsroom, { a: first, b: second, c: first });
      expect(results).toMatchObject([
        { outcome: created },
        {
          name: 'b',
          outcome: 'failed',
          problem: new Problem(
            'conflict',
            `Another document of this import has the same address, ${URL}, and says something else`,
          ),
        },
        { outcome: 'unchanged' },
      ]);
    }
    const between = Array.from({ length: MAX_BATCH_INPUTS }, (_, at) =>
      markdown(`${at}.md`, pressRelease({ slug: `release-${at}` })),
    );
    const told = await outcomesOf([markdown('a', second), ...between, markdown('b', first)]);
    expect([told[0], told[1], told.at(-1)]).toEqual(['updated', 'created', 'failed']);
  });

  it('takes what is public and the draft beside it, as an export has them, for no repetition', async () => {
    const [live, draft] = [pressRelease({ title: 'Live' }), pressRelease({ title: 'Draft' })];
    const inputs = [markdown('a.md', live), { ...markdown('drafts/a.md', draft), isDraft: true }];
    const [first, again] = [await outcomesOf(inputs, true), await outcomesOf(inputs, true)];
    expect([...first, ...again]).toEqual(['published', 'updated', 'unchanged', 'unchanged']);
  });

  it('creates a name once that two documents of one batch mention first', async () => {
    const results = await importAll(newsroom, { a: pressRelease(), b: pressRelease({ slug: 'another' }) });
    expect(results).toMatchObject([{ created: { officials: ['Rebecca Shaw'] } }, { created: NONE }]);
  });

  it('finds the places that a list of areas has registered', async () => {
    const areas = '- name: Ouseshire\n  kind: county\n  areas: [{ name: Fenwick, kind: borough }]\n';
    expect(
      await registerAreas(newsroom.deps, new TextEncoder().encode(areas), { actor: OPERATOR, dryRun: false }),
    ).toBe(2);
    // What changes nothing is not told.
    await registerAreas(newsroom.deps, new TextEncoder().encode(areas), { actor: OPERATOR, dryRun: false });
    const { rows: told } = await newsroom.deps.store.audit.list({
      limit: 10,
      position: null,
      action: 'area.registered',
    });
    expect(told.map(({ actor, detail }) => [actor, detail])).toEqual([
      ['operator', { name: 'Fenwick' }],
      ['operator', { name: 'Ouseshire' }],
    ]);
    const results = await importAll(newsroom, { a: pressRelease({ area: 'fenwick' }) }, { publish: true });
    expect(results).toMatchObject([{ created: { areas: [] } }]);
    const { rows } = await listPublic(newsroom);
    expect(rows.map(({ area }) => area)).toEqual([{ slug: 'fenwick', name: 'Fenwick', path: 'ouseshire/fenwick' }]);
  });
});

describe('a dry run', () => {
  it('says what would happen and writes nothing', async () => {
    await importAll(newsroom, { a: pressRelease(), b: pressRelease({ slug: 'other' }) });
    const documents = {
      same: pressRelease(),
      changed: pressRelease({ slug: 'other', title: 'After' }),
      fresh: pressRelease({ slug: 'fresh', area: 'Marl' }),
      broken: pressRelease({ date: 'soon' }),
    };
    expect(await outcomes(newsroom, documents, { dryRun: true })).toEqual([
      'unchanged',
      'updated',
      'created',
      'failed',
    ]);
    expect(await outcomes(newsroom, documents, { dryRun: true, publish: true })).toEqual([
      'published',
      'published',
      'published',
      'failed',
    ]);
    expect(await importAll(newsroom, { fresh: documents.fresh }, { dryRun: true })).toMatchObject([
      { outcome: 'created', created: { areas: ['Marl'], organisations: [], officials: [] } },
    ]);
    expect((await exportedUrls(newsroom)).sort()).toEqual([URL, 'https://police.example/news/other']);
    expect(await publicTitles(newsroom)).toEqual([]);
    expect(
      await registerAreas(newsroom.deps, new TextEncoder().encode('- name: Marl'), { actor: OPERATOR, dryRun: true }),
    ).toBe(1);
    expect(await importAll(newsroom, { fresh: documents.fresh })).toMatchObject([{ created: { areas: ['Marl'] } }]);
  });
});

async function outcomesOf(inputs: readonly ImportInput[], publish = false): Promise<string[]> {
  return (await importInputs(newsroom.deps, inputs, { publish })).map(({ outcome }) => outcome);
}

function newestChange() {
  return newsroom.deps.store.changes.newest(everyone(instant('2030-01-01T00:00:00Z')));
}
