import type { Clock } from '../domain/time.ts';
import type { Store } from '../store/store.ts';

/** All that a use case may hold. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  /** A fresh random UUIDv4: neither order nor age shows in it. */
  readonly newId: () => string;
}
