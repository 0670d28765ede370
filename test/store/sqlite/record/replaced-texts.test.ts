import { describe, expect, it } from 'vitest';
import { everyone } from '../../../../src/domain/visibility.ts';
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
  });

  it('has as withdrawn what it has so, though another text took its place since, and says so', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    await decide(store, id, withdrawing('gone', 'A word.'));
    await desk.takeBackup();
    await put(store, { name: 'a', title: 'Clean', publishAt: null });
    await decide(store, id, { publishAt: NOW });
    await store.close();
    const { store: restored, restoration } = await desk.restore();
    expect(restoration).toEqual({ ...NOTHING, lines: expect.any(Number), standing: [id] });
    expect(await slugsOf(restored)).toEqual([]);
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

/** Withdraws what is public, and publishes another text in its place. */
function replacing(title: string) {
  return async (store: Store, id: string): Promise<void> => {
    await decide(store, id, withdrawing('notice', 'It named a witness.'));
    await put(store, { name: 'a', title, publishAt: null });
    await decide(store, id, { publishAt: NOW });
  };
}
