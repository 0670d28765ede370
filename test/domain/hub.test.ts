import { expect, it } from 'vitest';
import { leaseOf } from '../../src/domain/hub.ts';

const MINUTE = 60;
const DAY = 86_400;

it.each([
  ['ten days when nobody says how long', undefined, 10 * DAY],
  ['as long as is asked for', DAY, DAY],
  ['five minutes at least', 1, 5 * MINUTE],
  ['thirty days at most', 365 * DAY, 30 * DAY],
])('a lease lasts %s', (_what, asked, lasts) => {
  expect(leaseOf(asked)).toBe(lasts);
});
