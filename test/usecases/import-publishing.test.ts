import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importAll, type Newsroom, openNewsroom, outcomes, publicTitles } from './newsroom.ts';
import { pressRelease } from './press-release.ts';

const URL = 'https://police.example/news/closure-order';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

describe('an import that publishes', () => {
  const LEFT = { id: 'template-leftover', severity: 'error' } as const;
  const OVERRIDES = [{ check: 'template-leftover', reason: 'It is an old release.' }] as const;

  it('holds what a check of severity error stops as a draft, each time until it is put right', async () => {
    const documents = { 'a.md': pressRelease({ body: 'Ask [INSERT NAME].' }), 'b.md': pressRelease({ slug: 'b' }) };
    const [held, fine] = await importAll(newsroom, documents, { publish: true });
    expect(held).toMatchObject({ outcome: 'held', url: URL, faults: [LEFT] });
    expect(fine).toMatchObject({ outcome: 'published' });
    expect(await publicTitles(newsroom)).toEqual(['Closure order extended']);
    expect(await outcomes(newsroom, documents, { publish: true })).toEqual(['held', 'unchanged']);
    const { id = '' } = held && 'id' in held ? held : {};
    expect(await lastNote(id)).toEqual({ publish: false, heldBy: 'template-leftover' });
    const mended = { 'a.md': pressRelease({ title: 'Mended' }) };
    expect(await outcomes(newsroom, mended, { publish: true })).toEqual(['published']);
    expect((await publicTitles(newsroom)).sort()).toEqual(['Closure order extended', 'Mended']);
  });

  it('keeps what the public reads, and no schedule, where a changed text is held', async () => {
    const dates = [undefined, '"2020-12-24 09:30"'];
    for (const date of dates) {
      const slug = date ? 'later' : 'now';
      await importAll(newsroom, { a: pressRelease({ slug, title: slug, ...(date && { date }) }) }, { publish: true });
      const changed = pressRelease({ slug, title: slug, body: 'XXXX', ...(date && { date }) });
      expect(await outcomes(newsroom, { a: changed }, { publish: true })).toEqual(['held']);
    }
    newsroom.setTime('2020-12-24T09:30:00Z');
    expect(await publicTitles(newsroom)).toEqual(['now']);
  });

  it('lets through by name, and writes down why where it was needed', async () => {
    const documents = { 'a.md': pressRelease({ body: 'Ask [INSERT NAME].' }), 'b.md': pressRelease({ slug: 'b' }) };
    await importAll(newsroom, documents, { publish: true });
    const results = await importAll(
      newsroom,
      { ...documents, 'b.md': pressRelease({ slug: 'b', title: 'B' }) },
      {
        publish: true,
        overrides: OVERRIDES,
      },
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
    const ids = results.map((result) => ('id' in result && result.id) || '');
    expect(await Promise.all(ids.map(lastNote))).toEqual([
      { publish: true, 'override:template-leftover': 'It is an old release.' },
      { publish: true },
    ]);
  });

  it('asks the register where an installation lets a rule about officials stop a publication', async () => {
    const { deps } = newsroom;
    const strict = {
      ...deps,
      rules: { ...deps.rules, checks: { levels: { 'official-unknown': 'error' }, bannedPhrases: [] } },
    } as const;
    expect(await importAll({ ...newsroom, deps: strict }, { a: pressRelease() }, { publish: true })).toMatchObject([
      { outcome: 'held', faults: [{ id: 'official-unknown' }] },
    ]);
  });

  it('publishes drafts that are saved already', async () => {
    await importAll(newsroom, { 'a.md': pressRelease() });
    expect(await outcomes(newsroom, { 'a.md': pressRelease() }, { publish: true })).toEqual(['published']);
    expect(await publicTitles(newsroom)).toEqual(['Closure order extended']);
  });

  it('keeps what the public reads until a changed text is published', async () => {
    await importAll(newsroom, { 'a.md': pressRelease({ title: 'Before' }) }, { publish: true });
    expect(await outcomes(newsroom, { 'a.md': pressRelease({ title: 'After' }) })).toEqual(['updated']);
    expect(await publicTitles(newsroom)).toEqual(['Before']);
    expect(await outcomes(newsroom, { 'a.md': pressRelease({ title: 'After' }) }, { publish: true })).toEqual([
      'published',
    ]);
    expect(await publicTitles(newsroom)).toEqual(['After']);
  });

  it('schedules what is dated in the future, which is public at that instant and no sooner', async () => {
    const document = pressRelease({ date: '"2020-12-24 09:30"' });
    expect(await importAll(newsroom, { 'a.md': document }, { publish: true })).toMatchObject([
      { outcome: 'scheduled', publishAt: '2020-12-24T09:30:00.000Z' },
    ]);
    newsroom.setTime('2020-12-24T09:29:59.999Z');
    expect(await publicTitles(newsroom)).toEqual([]);
    newsroom.setTime('2020-12-24T09:30:00Z');
    expect(await publicTitles(newsroom)).toEqual(['Closure order extended']);
  });

  it('refuses a changed text for a scheduled release, and says how it can go in', async () => {
    await importAll(newsroom, { 'a.md': pressRelease({ date: '24 Dec 2020' }) }, { publish: true });
    const changed = { 'a.md': pressRelease({ date: '24 Dec 2020', title: 'After' }) };
    expect(await importAll(newsroom, changed)).toMatchObject([
      {
        outcome: 'failed',
        problem: {
          code: 'conflict',
          message: expect.stringMatching(/unschedule it first.*--publish of the command line/),
        },
      },
    ]);
    expect(await outcomes(newsroom, changed, { publish: true })).toEqual(['scheduled']);
  });
});

/** What the trail says last of an article. */
async function lastNote(subject: string) {
  const { rows } = await newsroom.deps.store.audit.list({ limit: 1, position: null, subject });
  return rows[0]?.detail;
}
