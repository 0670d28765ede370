/** What caches in front of the server must be told to drop, by surrogate key. */
export interface PurgeStore {
  /** Whether there is anybody to tell; until then nothing is written down, and what was is forgotten. */
  expect(isExpected: boolean): Promise<void>;
  /** In the order of the changes that made them. */
  oldest(limit: number): Promise<readonly Purge[]>;
  /** How many have not been told yet. */
  waiting(): Promise<number>;
  /** Forgets what has been told: all up to this one. */
  done(sequence: Purge['sequence']): Promise<void>;
}

export interface Purge {
  readonly sequence: number;
  readonly key: string;
}
