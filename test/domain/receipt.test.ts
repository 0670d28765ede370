import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { holdingState, type Receipt } from '../../src/domain/receipt.ts';
import { instant } from '../support/time.ts';

const AT = instant('2026-03-01T12:00:00Z');

function change(sequence: number, kind: Change['kind']): Change {
  return { sequence, articleId: 'a', kind, edition: 1, at: AT };
}

function receipt(sequence: number, kind: Change['kind']): Receipt {
  return { sequence, kind, edition: 1, at: AT, through: 'post' };
}

test.each([
  ['what the public never saw, unread', null, null, null, 'unconfirmed'],
  ['what the public never saw, read before its lift', null, null, AT, 'unconfirmed'],
  ['what it never acknowledged', change(5, 'upsert'), null, null, 'unconfirmed'],
  ['what it read before its lift and never acknowledged', change(5, 'upsert'), null, AT, 'unconfirmed'],
  ['the newest edition', change(5, 'upsert'), receipt(5, 'upsert'), null, 'current'],
  ['an older edition', change(5, 'upsert'), receipt(4, 'upsert'), null, 'behind'],
  ['a removal that was taken back since', change(5, 'upsert'), receipt(4, 'withdraw'), null, 'behind'],
  ['a withdrawal that it acknowledged', change(5, 'withdraw'), receipt(5, 'withdraw'), null, 'taken-down'],
  ['something that vanished, acknowledged', change(5, 'vanish'), receipt(5, 'vanish'), null, 'taken-down'],
  ['a withdrawal that it did not acknowledge', change(5, 'withdraw'), receipt(4, 'upsert'), null, 'not-taken-down'],
  [
    'a second withdrawal, the first acknowledged',
    change(5, 'withdraw'),
    receipt(3, 'withdraw'),
    null,
    'not-taken-down',
  ],
  ['a withdrawal of what it only read before its lift', change(5, 'vanish'), null, AT, 'not-taken-down'],
  ['a withdrawal of what it never had', change(5, 'vanish'), null, null, 'unconfirmed'],
] as const)('of %s a partner is told apart', (_what, latest, held, openedAt, state) => {
  expect(holdingState(latest, { receipt: held, openedAt, embargo: null })).toBe(state);
});

const SAID = { at: AT, through: 'post' } as const;

test.each([
  ['that it may read, and knows', { isOpen: true, receipt: SAID }, AT, 'current'],
  ['that it may read, and has not said that it knows', { isOpen: true, receipt: null }, AT, 'unconfirmed'],
  ['that it read and has deleted', { isOpen: false, receipt: SAID }, AT, 'taken-down'],
  ['that it read and has not deleted', { isOpen: false, receipt: null }, AT, 'not-taken-down'],
  ['that it never read', { isOpen: false, receipt: null }, null, 'unconfirmed'],
] as const)('of an article under an embargo %s a partner is told apart', (_what, embargo, openedAt, state) => {
  expect(holdingState(null, { receipt: null, openedAt, embargo: { ...embargo, at: AT } })).toBe(state);
});
