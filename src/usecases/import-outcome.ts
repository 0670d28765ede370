export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'published', 'scheduled', 'held', 'failed'] as const;

/** What became of one input of an import. */
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
