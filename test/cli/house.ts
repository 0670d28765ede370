import { randomUUID } from 'node:crypto';
import { DEFAULT_RULES, type Deps } from '../../src/usecases/deps.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';
import { sendLocally } from '../support/syndication.ts';

/** What commands hold: a store with nothing in it, and a clock that stands. */
export function openHouse(): Deps {
  const store = openTemporaryStore();
  return { store, clock: { now: () => NOW }, newId: randomUUID, rules: DEFAULT_RULES, send: sendLocally };
}
