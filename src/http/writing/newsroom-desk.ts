import { setImmediate as othersTurn } from 'node:timers/promises';

/**
 * The use cases that read texts. What they need (markdown, YAML, quotes, checks) is a third of all the program, and a
 * server that is only read from never needs it: whoever asks for the first of them has it loaded.
 */
export function newsroomDesk(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

let loaded: ReturnType<typeof load> | undefined;

/** Takes a tenth of a second, in which readers are answered between one part and the next. */
async function load() {
  const exports = await import('../../usecases/export-sources.ts');
  await othersTurn();
  const reviews = await import('../../usecases/check-article.ts');
  await othersTurn();
  const drafts = await import('../../usecases/write-article.ts');
  await othersTurn();
  const imports = await import('../../usecases/import-upload.ts');
  await othersTurn();
  const [acts, checks, embargoes, previews, revisions] = await Promise.all([
    import('../../usecases/act-on-article.ts'),
    import('../../usecases/check-draft.ts'),
    import('../../usecases/embargoes.ts'),
    import('../../usecases/previews.ts'),
    import('../../usecases/revisions.ts'),
  ]);
  return { acts, checks, drafts, embargoes, exports, imports, previews, reviews, revisions };
}
