import type { Store } from '../../../src/store/store.ts';

export interface OpenedStore {
  readonly store: Store;
  /** What the engine can find out about itself. @throws what is wrong */
  check(): void;
}

/** Opens an empty store, to be closed with the test that asked for it. */
export type OpenStore = () => OpenedStore;
