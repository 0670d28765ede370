import { describe, expect, it } from 'vitest';
import { sendNothing } from '../../src/domain/outbound.ts';
import { shifted } from '../../src/domain/time.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { announceDue, RECHECK_MILLIS } from '../../src/jobs/announce-due.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { startChild } from '../support/child.ts';
import { put, putOne, slugsOf } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';

const ANNOUNCER = new URL('./announcer.ts', import.meta.url);

/** The job on a store of its own, with a clock that is turned by hand and a log that is read. */
function openAnnouncer() {
  const store = openTemporaryStore();
  let now = NOW;
  const said: unknown[] = [];
  const deps = {
    store,
    clock: { now: () => now },
    newId: () => crypto.randomUUID(),
    rules: DEFAULT_RULES,
    send: sendNothing,
  };
  const run = announceDue(deps, { info: (...words) => void said.push(words) });
  return {
    store,
    said,
    runAt: (millis: number) => {
      now = shifted(NOW, millis);
      return run();
    },
  };
}

describe('announcing what is due', () => {
  it('publishes at the instant, not before and once, and says ids and lateness alone', async () => {
    const { store, said, runAt } = openAnnouncer();
    const { id } = await putOne(store, { name: 'secret', publishAt: shifted(NOW, 500) });
    expect(await runAt(499)).toBe(1);
    expect(said).toEqual([]);
    expect(await runAt(500)).toBe(RECHECK_MILLIS);
    await runAt(501);
    expect(said).toEqual([[{ article: id, edition: 1, latenessMillis: 0 }, 'a scheduled edition is public']]);
    expect(await store.changes.newest(everyone(shifted(NOW, 500)))).toMatchObject({ sequence: 1, articleId: id });
  });

  it('catches up in the order of the instants, and measures how late it was', async () => {
    const { store, said, runAt } = openAnnouncer();
    const second = await putOne(store, { name: 'second', publishAt: shifted(NOW, 2) });
    const first = await putOne(store, { name: 'first', publishAt: shifted(NOW, 1) });
    await runAt(86_400_000);
    expect(said).toEqual([
      [{ article: first.id, edition: 1, latenessMillis: 86_399_999 }, expect.any(String)],
      [{ article: second.id, edition: 1, latenessMillis: 86_399_998 }, expect.any(String)],
    ]);
    const { rows } = await store.audit.list({ limit: 10, position: null, action: 'article.lifted' });
    expect(rows).toMatchObject([
      { at: shifted(NOW, 2), actor: 'clock', subject: second.id, detail: { edition: 1, latenessMillis: 86_399_998 } },
      { at: shifted(NOW, 1), actor: 'clock', subject: first.id, detail: { edition: 1, latenessMillis: 86_399_999 } },
    ]);
  });

  it('looks again at the next instant, and soon enough for what another process schedules', async () => {
    const { store, runAt } = openAnnouncer();
    expect(await runAt(0)).toBe(RECHECK_MILLIS);
    await put(store, { name: 'far', publishAt: shifted(NOW, 90 * 86_400_000) });
    expect(await runAt(0)).toBe(RECHECK_MILLIS);
    await put(store, { name: 'near', publishAt: shifted(NOW, 40) });
    expect(await runAt(0)).toBe(40);
  });

  it('has nothing left to say of what a reader saw first', async () => {
    const { store, said, runAt } = openAnnouncer();
    await put(store, { name: 'a', publishAt: shifted(NOW, 1) });
    expect(await slugsOf(store, {}, shifted(NOW, 1))).toEqual(['a']);
    await runAt(2);
    expect(said).toEqual([]);
  });

  it('happens exactly once, also with two processes on one database', { timeout: 60_000 }, async () => {
    const path = migratedDatabase();
    const store = openTemporaryStore(path);
    const millis = 60;
    const articles = await put(
      store,
      ...Array.from({ length: millis }, (_, at) => ({ name: `r${at}`, publishAt: shifted(NOW, at + 1) })),
    );
    const children = [startChild(ANNOUNCER), startChild(ANNOUNCER)];
    await Promise.all(children.map((child) => child.written(1)));
    for (const child of children) child.send(`${path} ${NOW} ${millis + 1}`);
    while (!children.every(({ lines }) => lines.at(-1) === 'finished')) {
      await Promise.all(
        children.map((child) => (child.lines.at(-1) === 'finished' ? null : child.written(child.lines.length + 1))),
      );
    }
    const announced = children.flatMap(({ lines }) => lines.filter((line) => line !== 'loaded' && line !== 'finished'));
    expect(announced.sort()).toEqual(articles.map(({ id }) => id).sort());
    const after = everyone(shifted(NOW, millis));
    expect(await store.changes.newest(after)).toMatchObject({ sequence: millis });
    const { rows } = await store.audit.list({ limit: 100, position: null, action: 'article.lifted' });
    expect(rows.map(({ subject }) => subject).sort()).toEqual(articles.map(({ id }) => id).sort());
    expect(await store.audit.verify()).toMatchObject({ broken: null });
  });
});
