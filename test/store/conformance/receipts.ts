import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { auditNote } from '../../../src/domain/audit.ts';
import { holdingState, type OpenWithdrawal } from '../../../src/domain/receipt.ts';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../src/domain/visibility.ts';
import type { Acknowledgement } from '../../../src/store/receipts.ts';
import type { Store } from '../../../src/store/store.ts';
import { decide, putOne, WHOLE, withdrawal } from '../../support/newsroom.ts';
import { audienceFor, partner, savePartners } from '../../support/partners.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const FENWICK = partner('1', ['fenwick']);
const HARROWMERE = partner('2', ['harrowmere']);
const LATER = shifted(NOW, 5_000);
const NEWSROOM = audienceOf(OPERATOR, NOW);

export function describeReceipts(open: OpenStore): void {
  describe('receipts', () => {
    it('say which edition each partner of the area has, since when and how it said so', async () => {
      const { store } = open();
      await savePartners(store, FENWICK, HARROWMERE);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      expect(await states(store, id)).toEqual([['Partner 1', 'unconfirmed', undefined, undefined]]);
      await acknowledge(store, { changes: [1] });
      expect(await states(store, id)).toEqual([['Partner 1', 'current', 1, NOW]]);
      await putOne(store, { name: 'a', title: 'Second', area: 'Fenwick' });
      expect(await states(store, id)).toEqual([['Partner 1', 'behind', 1, NOW]]);
      await acknowledge(store, { upTo: 2, through: 'cursor', at: LATER });
      expect(await states(store, id)).toEqual([['Partner 1', 'current', 2, LATER]]);
      const holdings = await store.receipts.ofArticle(id, NEWSROOM);
      expect(holdings?.holdings[0]?.receipt?.through).toBe('cursor');
      expect(await store.receipts.ofArticle(id, everyone(NOW))).toBeUndefined();
      expect(await store.receipts.ofArticle('nothing', NEWSROOM)).toBeUndefined();
    });

    it('never go back, and are kept once', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      await putOne(store, { name: 'a', title: 'Second', area: 'Fenwick' });
      await acknowledge(store, { changes: [2] });
      await acknowledge(store, { changes: [1, 2], at: LATER });
      expect(await states(store, id)).toEqual([['Partner 1', 'current', 2, NOW]]);
      await acknowledge(store, { upTo: 2 });
      await acknowledge(store, { upTo: 1, at: LATER });
      await acknowledge(store, { upTo: 2, at: LATER });
      const { upTo } = await store.receipts.ofPartner(audienceFor(FENWICK));
      expect(upTo).toEqual({ sequence: 2, at: NOW, through: 'post' });
    });

    it('of changes that the log never gave out are refused, and nothing of them is kept', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      expect(await acknowledge(store, { changes: [1, 2, 9] })).toEqual({ unknown: [2, 9] });
      expect(await acknowledge(store, { upTo: 2 })).toEqual({ unknown: [2] });
      expect(await states(store, id)).toEqual([['Partner 1', 'unconfirmed', undefined, undefined]]);
    });

    it('stay when the entries that they name were forgotten', async () => {
      const { store } = open();
      await savePartners(store, FENWICK, HARROWMERE);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      await acknowledge(store, { upTo: 1 });
      await putOne(store, { name: 'a', title: 'Second', area: 'Fenwick' });
      await store.changes.compact(shifted(NOW, 1), 10);
      expect((await states(store, id))[0]?.slice(0, 2)).toEqual(['Partner 1', 'behind']);
      await acknowledge(store, { changes: [1] });
      expect((await states(store, id))[0]?.slice(0, 2)).toEqual(['Partner 1', 'behind']);
    });

    it('of a partner elsewhere count when it has the article all the same', async () => {
      const { store } = open();
      await savePartners(store, HARROWMERE);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      await acknowledge(store, { upTo: 1, partnerId: HARROWMERE.id });
      expect(await states(store, id)).toEqual([]);
      await acknowledge(store, { changes: [1], partnerId: HARROWMERE.id });
      expect(await states(store, id)).toEqual([['Partner 2', 'current', 1, NOW]]);
    });
  });

  describe('a withdrawal', () => {
    it('is open for those who had the article, until each of them has acknowledged it', async () => {
      const { store } = open();
      const never = partner('3', []);
      const late = partner('4', []);
      await savePartners(store, FENWICK, HARROWMERE, never, late);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      await acknowledge(store, { changes: [1] });
      await acknowledge(store, { upTo: 1, partnerId: late.id });
      await decide(store, id, { withdraw: withdrawal() });
      expect(names(await openAt(store, NOW))).toEqual(['Partner 1', 'Partner 4']);
      expect(names(await openAt(store, shifted(NOW, -1)))).toEqual([]);
      expect((await store.receipts.ofPartner(audienceFor(FENWICK))).outstanding).toMatchObject([{ sequence: 2 }]);
      expect((await store.receipts.ofPartner(audienceFor(never))).outstanding).toEqual([]);
      await acknowledge(store, { changes: [2] });
      expect(names(await openAt(store, NOW))).toEqual(['Partner 4']);
      await acknowledge(store, { upTo: 2, partnerId: late.id });
      expect(await openAt(store, NOW)).toEqual([]);
      expect((await states(store, id)).map((state) => state.slice(0, 2))).toEqual([
        ['Partner 1', 'taken-down'],
        ['Partner 3', 'unconfirmed'],
        ['Partner 4', 'taken-down'],
      ]);
    });

    it('is open no more once it was taken back', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      await acknowledge(store, { changes: [1] });
      await decide(store, id, { withdraw: withdrawal() });
      await decide(store, id, { reinstate: true });
      expect(await openAt(store, NOW)).toEqual([]);
    });

    it('is reported once for each partner, with an entry in the audit trail', async () => {
      const { store } = open();
      await savePartners(store, FENWICK);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      await acknowledge(store, { changes: [1] });
      await decide(store, id, { withdraw: withdrawal() });
      const noteOf = ({ articleId }: OpenWithdrawal) =>
        auditNote(OPERATOR, {
          at: NOW,
          action: 'withdrawal.overdue',
          outcome: 'accepted',
          subject: articleId,
          detail: {},
        });
      expect(names(await store.receipts.report(NOW, noteOf))).toEqual(['Partner 1']);
      expect(await store.receipts.report(NOW, noteOf)).toEqual([]);
      const { rows } = await store.audit.list({ ...WHOLE, action: 'withdrawal.overdue' });
      expect(rows.map(({ subject }) => subject)).toEqual([id]);
      await decide(store, id, { reinstate: true });
      await decide(store, id, { withdraw: withdrawal() });
      expect(names(await store.receipts.report(NOW, noteOf))).toEqual(['Partner 1']);
    });
  });
}

type Said = ({ readonly changes: number[] } | { readonly upTo: number }) &
  Partial<Pick<Acknowledgement, 'partnerId' | 'at' | 'through'>>;

function acknowledge(store: Store, said: Said) {
  const by = { partnerId: FENWICK.id, at: NOW, through: 'post' } as const;
  return store.receipts.acknowledge('upTo' in said ? { ...by, ownUpTo: null, ...said } : { ...by, ...said });
}

async function states(store: Store, id: string) {
  const found = await store.receipts.ofArticle(id, NEWSROOM);
  return (found?.holdings ?? []).map((holding) => {
    const { edition, at } = holding.receipt ?? {};
    return [holding.partner.name, holdingState(found?.latest ?? null, holding), edition, at] as const;
  });
}

async function openAt(store: Store, until: Instant): Promise<readonly OpenWithdrawal[]> {
  return (await store.receipts.open(until, NEWSROOM, WHOLE)).rows;
}

function names(open: readonly OpenWithdrawal[]): string[] {
  return open.map(({ partner: { name } }) => name);
}
