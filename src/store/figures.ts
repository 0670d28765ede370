/** What the engine says of itself; counts and sizes, nothing of what is written. */
export interface StoreFigures {
  /** Size of the data, and of what is not in its place yet. */
  readonly dataBytes: number;
  readonly logBytes: number;
  readonly publicArticles: number;
  /** Scheduled editions whose instant has come and that nobody has brought to the public yet. */
  readonly dueLifts: number;
}
