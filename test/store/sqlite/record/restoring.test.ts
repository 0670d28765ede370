import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LISTING } from '../../../../src/domain/article.ts';
import type { Follower } from '../../../../src/domain/change.ts';
import { audienceOf, everyone } from '../../../../src/domain/visibility.ts';
import type { Store } from '../../../../src/store/store.ts';
import { decide, put, putOne, slugsOf, WHOLE } from '../../../support/newsroom.ts';
import { NOW, type ReleaseOptions } from '../../../support/release.ts';
import { shifted } from '../../../support/time.ts';
import { KEY, openDesk, PARTNER, saveKey, savePartner, withdrawing } from './desk.ts';

const SOON = shifted(NOW, 60_000);
const READER = { kind: 'key', keyId: 'k', name: 'Pat', role: 'partner', areaKeys: [], partnerId: PARTNER.id } as const;
const OPENER = { keyId: 'k', keyName: 'Pat', through: 'article' } as const;
const NOTHING = { withdrawn: [], unscheduled: [], unknown: [], standing: [], ended: 0 };

describe('a backup that was put back', () => {
  it('shows nothing that was withdrawn after it was taken, and tells everybody that it is gone', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, {
      name: 'a',
      text: 'A witness.',
      tags: ['x'],
      quotes: [{ by: 'Ann', of: 'Police' }],
    });
    await put(store, { name: 'b', text: 'Another.' });
    await desk.takeBackup();
    await decide(store, id, withdrawing('gone', 'A mistake.'));
    await store.close();
    const restored = await desk.restore();
    expect(restored.restoration).toEqual({ ...NOTHING, lines: expect.any(Number), withdrawn: [id] });
    expect(await everything(restored.store)).toEqual({
      found: undefined,
      withdrawal: { id, slug: 'a', kind: 'gone', explanation: 'A mistake.', alternative: null, at: NOW },
      listed: ['b'],
      searched: [],
      officials: 0,
      organisations: 0,
      quotes: 0,
      tags: 0,
      removed: 1,
    });
    const trail = await restored.store.audit.list({ limit: 10, position: null });
    expect(trail.rows.slice(0, 2)).toMatchObject([
      { action: 'database.restored', actor: 'system', detail: { withdrawn: 1, unknown: 0 } },
      { action: 'article.withdrawn', actor: 'system', subject: id },
    ]);
    expect((await restored.store.audit.verify()).broken).toBeNull();
  });

  it('is found for one also when it was put back by hand, and only once', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await desk.takeBackup();
    await decide(store, id, withdrawing());
    await store.close();
    copyFileSync(desk.backup, desk.path);
    const told: unknown[] = [];
    for (const _start of [1, 2]) {
      const opened = desk.open((restoration) => told.push(restoration));
      expect(await slugsOf(opened)).toEqual([]);
      await opened.close();
    }
    expect(told).toHaveLength(1);
  });

  // Only Linux tells of each name that comes and goes in a folder.
  it.runIf(process.platform === 'linux')('takes the place of the database in one step, and keeps that', async () => {
    const desk = openDesk();
    const store = desk.open();
    await put(store, { name: 'a' });
    await desk.takeBackup();
    await put(store, { name: 'b' });
    await store.close();
    const [folder, name] = [dirname(desk.path), basename(desk.path)];
    const steps: string[] = [];
    const watcher = watch(folder, (event, changed) => {
      if (event === 'rename' && changed === name) steps.push(changed);
    });
    const { aside } = await desk.putBack();
    await pause(50);
    watcher.close();
    // Two would be that it went and that another one came: a crash in between would leave none.
    expect(steps).toEqual([name]);
    expect(openDesk(aside ?? '').ask('select slug from articles order by slug')).toEqual(['a', 'b']);
    expect(readdirSync(folder).filter((each) => each.endsWith('.new'))).toEqual([]);
    expect(await slugsOf(desk.open())).toEqual(['a']);
  });

  it('is found for one even when nothing has happened since', async () => {
    const desk = openDesk();
    const store = desk.open();
    await put(store, { name: 'a' });
    await desk.takeBackup();
    await store.close();
    copyFileSync(desk.backup, desk.path);
    const told: unknown[] = [];
    desk.open((restoration) => told.push(restoration));
    expect(told).toEqual([{ ...NOTHING, lines: 1 }]);
  });

  it.each<[string, readonly ReleaseOptions[], (store: Store, id: string) => Promise<unknown>, object]>([
    ['withdrawn and reinstated is public', [{ name: 'a' }], withdrawnAndReinstated, { slugs: ['a'] }],
    [
      'withdrawn from a schedule that came stays out of sight, and waits for an approval',
      [{ name: 'a', publishAt: SOON }],
      async (store, id) => {
        await store.articles.lift(SOON);
        await decide(store, id, withdrawing());
      },
      { unscheduled: true },
    ],
    [
      'taken out of the schedule does not come',
      [{ name: 'a', publishAt: SOON }],
      (store, id) => decide(store, id, { open: 'submitted' }),
      { unscheduled: true },
    ],
    [
      'withdrawn with a later edition in the schedule shows neither',
      [{ name: 'a' }, { name: 'a', title: 'Later', publishAt: SOON }],
      (store, id) => decide(store, id, { open: 'submitted', ...withdrawing() }),
      { withdrawn: true, unscheduled: true },
    ],
    [
      'published and withdrawn after it was a draft is a draft',
      [{ name: 'a', publishAt: null }],
      async (store, id) => {
        await decide(store, id, { publishAt: NOW });
        await decide(store, id, withdrawing());
      },
      { unknown: true },
    ],
  ])('what was %s', async (_name, releases, change, { slugs = [], ...told }: { slugs?: string[] }) => {
    const desk = openDesk();
    const store = desk.open();
    const [article] = await put(store, ...releases);
    const id = article?.id ?? '';
    await desk.takeBackup();
    await change(store, id);
    await store.close();
    const restored = await desk.restore();
    const ids = Object.fromEntries(Object.keys(told).map((name) => [name, [id]]));
    expect(restored.restoration).toEqual({ ...NOTHING, lines: expect.any(Number), ...ids });
    expect(await slugsOf(restored.store, {}, shifted(SOON, 1))).toEqual(slugs);
  });

  it('leaves withdrawn what it has withdrawn, though it was reinstated since, and says so', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await decide(store, id, withdrawing());
    await desk.takeBackup();
    await decide(store, id, { reinstate: true });
    await store.close();
    const { store: restored, restoration } = await desk.restore();
    expect(restoration).toEqual({ ...NOTHING, lines: expect.any(Number), standing: [id] });
    expect(await slugsOf(restored)).toEqual([]);
  });

  it('tells readers of a withdrawn article what they were told last', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await decide(store, id, withdrawing('notice', 'A first word.'));
    await desk.takeBackup();
    await decide(store, id, { reinstate: true });
    await decide(store, id, withdrawing('vanish'));
    await store.close();
    const { store: restored } = await desk.restore();
    expect(await restored.articles.withdrawal('a', everyone(NOW))).toBeUndefined();
    expect(await slugsOf(restored)).toEqual([]);
  });

  it('says what it never knew', async () => {
    const desk = openDesk();
    await desk.open().close();
    await desk.takeBackup();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await decide(store, id, withdrawing());
    await store.close();
    expect((await desk.restore()).restoration).toEqual({ ...NOTHING, lines: expect.any(Number), unknown: [id] });
  });

  it('lets no import publish again what it never knew, until somebody publishes it by hand', async () => {
    const desk = openDesk();
    await desk.open().close();
    await desk.takeBackup();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await decide(store, id, withdrawing());
    await store.close();
    const { store: restored } = await desk.restore();
    await expect(put(restored, { name: 'a' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(put(restored, { name: 'a', publishAt: SOON })).rejects.toMatchObject({ code: 'conflict' });
    await put(restored, { name: 'b' });
    const draft = await putOne(restored, { name: 'a', publishAt: null });
    await expect(put(restored, { name: 'a' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await slugsOf(restored)).toEqual(['b']);
    await decide(restored, draft.id, { publishAt: NOW });
    await put(restored, { name: 'a', title: 'Again' });
    expect((await slugsOf(restored)).toSorted()).toEqual(['a', 'b']);
  });

  it('opens nothing to keys, links, partners and embargoes that were ended', async () => {
    const desk = openDesk();
    const store = desk.open();
    const [rotated, partner] = [
      { ...KEY, id: 'rotated', prefix: 'rotated' },
      { ...PARTNER, id: 'p2', name: 'Other' },
    ];
    for (const key of [KEY, rotated]) await saveKey(store, key);
    for (const each of [PARTNER, partner]) await savePartner(store, each);
    const { id, open } = await putOne(store, { name: 'a', publishAt: SOON });
    await decide(store, id, { embargo: { partnerIds: [PARTNER.id, partner.id], conditions: null } });
    await desk.takeBackup();
    await decide(store, id, { embargo: { partnerIds: [partner.id], conditions: null } });
    await saveKey(store, { ...KEY, revokedAt: NOW });
    await saveKey(store, { ...rotated, expiresAt: SOON });
    await savePartner(store, { ...PARTNER, suspendedAt: NOW });
    await savePartner(store, { ...partner, suspendedAt: NOW });
    await savePartner(store, { ...partner, suspendedAt: null });
    await store.close();
    const { store: restored, restoration } = await desk.restore();
    expect(restoration).toMatchObject({ ended: 4 });
    expect(await restored.keys.find(KEY.id)).toMatchObject({ revokedAt: NOW });
    expect(await restored.keys.find('rotated')).toMatchObject({ revokedAt: null, expiresAt: SOON });
    expect(await restored.partners.find(PARTNER.id)).toMatchObject({ suspendedAt: NOW, endedAt: null });
    expect(await restored.partners.find(partner.id)).toMatchObject({ suspendedAt: null });
    const granted = `select partner_id from embargo_grants where edition_id = '${open?.id}' and ended_at is null`;
    expect(desk.ask(granted)).toEqual([partner.id]);
  });

  it('has partners begin anew who were told of an embargo that is lost', async () => {
    const desk = openDesk();
    const store = desk.open();
    await savePartner(store, PARTNER);
    const place = async ({ syndication }: Store, after: number | null) =>
      (await syndication.news(after, audienceOf(READER, NOW)))?.sequence;
    const embargoed = async (to: Store, name: string) => {
      const { id } = await putOne(to, { name, publishAt: SOON });
      await decide(to, id, { embargo: { partnerIds: [PARTNER.id], conditions: null } });
      return id;
    };
    const id = await embargoed(store, 'a');
    const known = (await place(store, null)) ?? 0;
    await desk.takeBackup();
    await embargoed(store, 'b');
    const lost = (await place(store, known)) ?? 0;
    await store.close();
    const { store: restored } = await desk.restore();
    expect([await place(restored, known), await place(restored, lost)]).toEqual([known, undefined]);
    await embargoed(restored, 'c');
    const next = (await place(restored, known)) ?? 0;
    expect(next).toBeGreaterThan(lost);
    expect([await place(restored, lost), await place(restored, next)]).toEqual([undefined, next]);
    expect(await restored.syndication.open(id, audienceOf(READER, NOW), OPENER)).toMatchObject({ id });
  });

  it('gives out no number again, and its newest change is now', async () => {
    const desk = openDesk();
    const store = desk.open();
    await put(store, { name: 'a' });
    await desk.takeBackup();
    await put(store, ...Array.from({ length: 1_200 }, (_, at) => ({ name: `r${at}` })));
    const lost = await store.changes.newest(everyone(NOW));
    const state = await store.changes.state(everyone(NOW));
    await store.close();
    const { store: restored } = await desk.restore();
    expect((await restored.changes.state(everyone(NOW))).changedAt).not.toBe(state.changedAt);
    await put(restored, { name: 'b' });
    const next = await restored.changes.newest(everyone(NOW));
    expect(next?.sequence).toBeGreaterThan(lost?.sequence ?? 0);
    expect(next?.sequence).toBeLessThan((lost?.sequence ?? 0) + 2_000);
  });

  it('goes on with those who followed until then, and has those begin anew who followed what is lost', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    const before = await follow(store, null);
    await desk.takeBackup();
    await put(store, { name: 'lost' });
    const after = await follow(store, before?.follower ?? null);
    await store.close();
    const { store: restored } = await desk.restore();
    expect(await follow(restored, after?.follower ?? null)).toBeUndefined();
    await put(restored, ...Array.from({ length: 3 }, (_, at) => ({ name: `r${at}` })));
    await decide(restored, id, withdrawing());
    expect(await follow(restored, after?.follower ?? null)).toBeUndefined();
    const told = (await follow(restored, before?.follower ?? null))?.changes.map(({ kind }) => kind);
    expect(told).toEqual(['upsert', 'upsert', 'upsert', 'withdraw']);
  });
});

describe('a record that is not whole', () => {
  it('keeps a backup from being put back, unless somebody says that it must be', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await desk.takeBackup();
    await decide(store, id, withdrawing());
    await store.close();
    const kinds = desk.ask('select kind from public_changes order by sequence');
    rmSync(desk.removals);
    await expect(desk.restore()).rejects.toThrow(
      `nothing was restored: the record of removals ${desk.removals} is missing`,
    );
    expect(desk.ask('select kind from public_changes order by sequence')).toEqual(kinds);
    const { store: restored, restoration } = await desk.restore(true);
    expect(restoration).toEqual({ ...NOTHING, lines: 2 });
    expect(await slugsOf(restored)).toEqual(['a']);
    await put(restored, { name: 'b' });
    expect((await restored.changes.newest(everyone(NOW)))?.sequence).toBeGreaterThan(100_000);
    await decide(restored, id, withdrawing());
    expect(desk.events()).toHaveLength(1);
  });

  it('is read as far as it can be when somebody says so, and kept', async () => {
    const desk = openDesk();
    const store = desk.open();
    const articles = await put(store, { name: 'a' }, { name: 'b' }, { name: 'c' });
    await desk.takeBackup();
    for (const { id } of articles) await decide(store, id, withdrawing());
    await store.close();
    const whole = readFileSync(desk.removals, 'utf8');
    writeFileSync(desk.removals, whole.replace('"event":"withdrawn"', '"event:"withdrawn"'));
    await expect(desk.restore()).rejects.toThrow('is damaged in line');
    const { store: restored } = await desk.restore(true);
    expect(await slugsOf(restored)).toEqual(['a']);
  });

  it('takes the place of what a database says that was made before there were records', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await store.close();
    copyFileSync(desk.path, desk.backup);
    const again = desk.open();
    await decide(again, id, withdrawing());
    await again.close();
    renameSync(desk.backup, desk.path);
    // As a migration leaves it.
    desk.write(
      'update removal_state set recorded = 0; update removals set event = \'{"event":"begun","id":"x","upTo":1}\' where number = 1',
    );
    const told: unknown[] = [];
    expect(await slugsOf(desk.open((restoration) => told.push(restoration)))).toEqual([]);
    expect(told).toMatchObject([{ withdrawn: [id] }]);
  });
});

async function withdrawnAndReinstated(store: Store, id: string): Promise<void> {
  await decide(store, id, withdrawing());
  await decide(store, id, { reinstate: true });
}

function follow(store: Store, follower: Follower | null) {
  return store.changes.follow({ limit: 100, wish: LISTING, follower }, everyone(NOW));
}

/** What the public gets of it in every way, shortly. */
async function everything(store: Store) {
  const audience = everyone(NOW);
  const search = [{ words: ['witness'], prefix: false }];
  return {
    found: await store.articles.find('a', audience),
    withdrawal: await store.articles.withdrawal('a', audience),
    listed: await slugsOf(store),
    searched: await slugsOf(store, { search }),
    officials: (await store.officials.list(WHOLE, audience)).rows.length,
    organisations: (await store.organisations.list(WHOLE, audience)).rows.length,
    quotes: (await store.quotes.list(WHOLE, audience)).rows.length,
    tags: (await store.tags.list(WHOLE, audience)).rows.length,
    removed: (await store.changes.removalsBetween({ after: 0, upTo: 10_000, limit: 10 }, audience)).length,
  };
}
