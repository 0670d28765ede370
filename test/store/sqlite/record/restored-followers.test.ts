import { describe, expect, it } from 'vitest';
import { LISTING } from '../../../../src/domain/article.ts';
import type { Follower } from '../../../../src/domain/change.ts';
import { shifted } from '../../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../../src/domain/visibility.ts';
import type { Store } from '../../../../src/store/store.ts';
import { decide, put, putOne } from '../../../support/newsroom.ts';
import { savePartners } from '../../../support/partners.ts';
import { NOW } from '../../../support/release.ts';
import { openDesk, PARTNER, withdrawing } from './desk.ts';

const SOON = shifted(NOW, 60_000);
const READER = { kind: 'key', keyId: 'k', name: 'Pat', role: 'partner', areaKeys: [], partnerId: PARTNER.id } as const;
const OPENER = { keyId: 'k', keyName: 'Pat', through: 'article' } as const;

describe('a backup that was put back, for those who follow', () => {
  it('has partners begin anew who were told of an embargo that is lost', async () => {
    const desk = openDesk();
    const store = desk.open();
    await savePartners(store, PARTNER);
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

function follow(store: Store, follower: Follower | null) {
  return store.changes.follow({ limit: 100, wish: LISTING, follower }, everyone(NOW));
}
