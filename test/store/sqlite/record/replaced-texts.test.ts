import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../../src/domain/actor.ts';
import { audienceOf, everyone } from '../../../../src/domain/visibility.ts';
import type { Store } from '../../../../src/store/store.ts';
import { decide, put, putOne, slugsOf } from '../../../support/newsroom.ts';
import { NOW } from '../../../support/release.ts';
import { NOTHING, openDesk, withdrawing } from './desk.ts';

describe('a backup that was put back', () => {
  it.each<[string, (store: Store, id: string) => Promise<unknown>]>([
    ['and another took its place', replacing('Clean')],
    [
      'and another took its place, which was withdrawn and put back',
      async (store, id) => {
        await replacing('Clean')(store, id);
        await decide(store, id, withdrawing());
        await decide(store, id, { reinstate: true });
      },
    ],
    [
      'in a corrected text, and another took its place',
      async (store, id) => {
        await put(store, { name: 'a', title: 'Corrected' });
        await replacing('Clean')(store, id);
      },
    ],
  ])('does not show a text that was withdrawn since %s', async (_what, change) => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a', title: 'A witness' });
    await desk.takeBackup();
    await change(store, id);
    expect(await store.articles.find('a', everyone(NOW))).toMatchObject({ title: 'Clean' });
    await store.close();
    const { store: restored, restoration } = await desk.restore();
    expect(restoration).toEqual({ ...NOTHING, lines: expect.any(Number), withdrawn: [id] });
    expect(await slugsOf(restored)).toEqual([]);
    expect(await isReplaced(restored, id)).toBe(true);
    await expect(decide(restored, id, { reinstate: true })).rejects.toThrow('nothing to reinstate');
  });

  it.each<[string, (store: Store, id: string) => Promise<unknown>, (id: string) => object]>([
    ['took its place since, and says so', async () => undefined, (id) => ({ standing: [id] })],
    [
      'took its place since and was withdrawn in the same words',
      (store, id) => decide(store, id, withdrawing('gone', 'A word.')),
      () => ({}),
    ],
  ])(
    'has as withdrawn, and as replaced, what it has as withdrawn, though another text %s',
    async (_what, change, told) => {
      const desk = openDesk();
      const store = desk.open();
      const { id } = await putOne(store, { name: 'a' });
      await decide(store, id, withdrawing('gone', 'A word.'));
      await desk.takeBackup();
      await put(store, { name: 'a', title: 'Clean', publishAt: null });
      await decide(store, id, { publishAt: NOW });
      await change(store, id);
      await store.close();
      const { store: restored, restoration } = await desk.restore();
      expect(restoration).toEqual({ ...NOTHING, lines: expect.any(Number), ...told(id) });
      expect(await slugsOf(restored)).toEqual([]);
      expect(await isReplaced(restored, id)).toBe(true);
    },
  );

  it.each<[string, (store: Store, id: string) => Promise<unknown>]>([
    ['withdrawn', (store, id) => decide(store, id, withdrawing())],
    [
      'reinstated, and withdrawn again',
      async (store, id) => {
        await decide(store, id, withdrawing());
        await decide(store, id, { reinstate: true });
        await decide(store, id, withdrawing());
      },
    ],
  ])('lets a text be reinstated that was %s since, and not replaced', async (_what, change) => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await putOne(store, { name: 'b' });
    await desk.takeBackup();
    await change(store, id);
    await store.close();
    const { store: restored } = await desk.restore();
    expect(await isReplaced(restored, id)).toBe(false);
    await decide(restored, id, { reinstate: true });
    expect((await slugsOf(restored)).sort()).toEqual(['a', 'b']);
  });

  it('knows a text as replaced after it was withdrawn anew, and after it was restored again, from either backup', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a', title: 'A witness' });
    await desk.takeBackup();
    const older = readFileSync(desk.backup);
    await replacing('Clean')(store, id);
    await store.close();
    const { store: restored } = await desk.restore();
    await decide(restored, id, withdrawing('vanish'));
    expect(await isReplaced(restored, id)).toBe(true);
    await desk.takeBackup();
    await restored.close();
    const { store: again } = await desk.restore();
    expect(await isReplaced(again, id)).toBe(true);
    await again.close();
    writeFileSync(desk.backup, older);
    const { store: oldest } = await desk.restore();
    expect(await isReplaced(oldest, id)).toBe(true);
    expect(await slugsOf(oldest)).toEqual([]);
  });

  it('lets what is published over a replaced text be withdrawn and reinstated', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a', title: 'A witness' });
    await desk.takeBackup();
    await replacing('Clean')(store, id);
    await store.close();
    const { store: restored } = await desk.restore();
    await put(restored, { name: 'a', title: 'Clean once more', publishAt: null });
    await decide(restored, id, { publishAt: NOW });
    await decide(restored, id, withdrawing());
    expect(await isReplaced(restored, id)).toBe(false);
    await decide(restored, id, { reinstate: true });
    expect(await restored.articles.find('a', everyone(NOW))).toMatchObject({ title: 'Clean once more', edition: 2 });
  });

  it('lets the text that took the place be withdrawn and reinstated, where the backup has it as a draft', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a', title: 'A witness' });
    await decide(store, id, withdrawing());
    await put(store, { name: 'a', title: 'Clean', publishAt: null });
    await desk.takeBackup();
    await decide(store, id, { publishAt: NOW });
    await store.close();
    const { store: restored } = await desk.restore();
    expect(await isReplaced(restored, id)).toBe(true);
    await decide(restored, id, { publishAt: NOW });
    await decide(restored, id, withdrawing());
    await decide(restored, id, { reinstate: true });
    expect(await restored.articles.find('a', everyone(NOW))).toMatchObject({ title: 'Clean', edition: 2 });
  });

  it('keeps a document from an import whose text was replaced after it was withdrawn', async () => {
    const desk = openDesk();
    const store = desk.open();
    await put(store, { name: 'b' });
    await desk.takeBackup();
    const { id } = await putOne(store, { name: 'a', title: 'A witness' });
    await replacing('Clean')(store, id);
    await store.close();
    const { store: restored, restoration } = await desk.restore();
    expect(restoration).toMatchObject({ unknown: [id] });
    await expect(put(restored, { name: 'a', title: 'A witness' })).rejects.toMatchObject({ code: 'conflict' });
  });
});

/** Whether what is withdrawn of an article never comes back. */
async function isReplaced(store: Store, id: string): Promise<boolean | undefined> {
  return (await store.newsroom.find(id, audienceOf(OPERATOR, NOW)))?.withdrawn?.isReplaced;
}

/** Withdraws what is public, and publishes another text in its place. */
function replacing(title: string) {
  return async (store: Store, id: string): Promise<void> => {
    await decide(store, id, withdrawing('notice', 'It named a witness.'));
    await put(store, { name: 'a', title, publishAt: null });
    await decide(store, id, { publishAt: NOW });
  };
}
