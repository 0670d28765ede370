/** What the engine says of itself; counts and sizes, nothing of what is written. */
export interface StoreFigures {
  readonly dataBytes: number;
  /** Of what is written down and not in its place among the data yet. */
  readonly logBytes: number;
  /** Of the room that is kept for what cannot wait when the disk is full. */
  readonly reserveBytes: number;
  readonly publicArticles: number;
  /** Scheduled editions whose instant has come and that nobody has brought to the public yet. */
  readonly dueLifts: number;
}
