import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyone } from '../../../../src/domain/visibility.ts';
import { decide, put, putOne, slugsOf } from '../../../support/newsroom.ts';
import { NOW } from '../../../support/release.ts';
import { NOTHING, openDesk, withdrawing } from './desk.ts';

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
