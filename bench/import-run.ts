import * as z from 'zod';

/** What one import did and cost, without the making of what it was given. */
export const importRunSchema = z.strictObject({
  articles: z.int(),
  millis: z.number(),
  cpuMicros: z.number(),
  /** The most memory that the process ever held. */
  peakRssBytes: z.number(),
  /** How it went, ten times on the way. */
  progress: z.array(z.strictObject({ articles: z.int(), millis: z.number(), rssBytes: z.number() })),
});

export type ImportRun = z.infer<typeof importRunSchema>;
