import { copyFileSync, readdirSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../../src/domain/actor.ts';
import { shifted } from '../../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../../src/domain/visibility.ts';
import type { Store } from '../../../../src/store/store.ts';
import { decide, put, putOne, slugsOf, WHOLE } from '../../../support/newsroom.ts';
import { savePartners } from '../../../support/partners.ts';
import { NOW, type ReleaseOptions } from '../../../support/release.ts';
import { KEY, NOTHING, noted, openDesk, PARTNER, saveKey, withdrawing } from './desk.ts';

const SOON = shifted(NOW, 60_000);

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
    await expect.poll(() => steps).not.toEqual([]);
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
    for (const each of [PARTNER, partner]) await savePartners(store, each);
    const { id, open } = await putOne(store, { name: 'a', publishAt: SOON });
    await decide(store, id, { embargo: { partnerIds: [PARTNER.id, partner.id], conditions: null } });
    const audience = audienceOf(OPERATOR, NOW);
    const change = (decision: Parameters<typeof store.previews.change>[2]) =>
      store.previews.change(id, audience, decision, { dryRun: false, once: null });
    for (const each of ['revoked', 'kept']) {
      const preview = {
        id: each,
        editionId: open?.id ?? '',
        hash: each,
        createdAt: NOW,
        createdBy: 'Sam',
        expiresAt: SOON,
      };
      await change(() => ({ add: { ...preview, revokedAt: null }, audit: noted('preview.created') }));
    }
    await desk.takeBackup();
    await change(() => ({ revoke: { id: 'revoked', at: NOW }, audit: noted('preview.revoked') }));
    await decide(store, id, { embargo: { partnerIds: [partner.id], conditions: null } });
    await saveKey(store, { ...KEY, revokedAt: NOW });
    await saveKey(store, { ...rotated, expiresAt: SOON });
    await savePartners(store, { ...PARTNER, suspendedAt: NOW });
    await savePartners(store, { ...partner, suspendedAt: NOW });
    await savePartners(store, { ...partner, suspendedAt: null });
    await store.close();
    const { store: restored, restoration } = await desk.restore();
    expect(restoration).toMatchObject({ ended: 5 });
    expect(desk.ask('select id from previews where revoked_at is null')).toEqual(['kept']);
    expect(await restored.keys.find(KEY.id)).toMatchObject({ revokedAt: NOW });
    expect(await restored.keys.find('rotated')).toMatchObject({ revokedAt: null, expiresAt: SOON });
    expect(await restored.partners.find(PARTNER.id)).toMatchObject({ suspendedAt: NOW, endedAt: null });
    expect(await restored.partners.find(partner.id)).toMatchObject({ suspendedAt: null });
    const granted = `select partner_id from embargo_grants where edition_id = '${open?.id}' and ended_at is null`;
    expect(desk.ask(granted)).toEqual([partner.id]);
  });
});

async function withdrawnAndReinstated(store: Store, id: string): Promise<void> {
  await decide(store, id, withdrawing());
  await decide(store, id, { reinstate: true });
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
