import { setImmediate as othersTurn } from 'node:timers/promises';
import { madeOnce } from '../made-once.ts';

/**
 * The use cases that read texts. What they need (markdown, YAML, quotes, checks) is a third of all the program, and a
 * server that is only read from never needs it: whoever asks for the first of them has it loaded.
 */
export const newsroomDesk: () => ReturnType<typeof load> = madeOnce(load);

/**
 * Loads them, and has them read something, before anybody sends a text: for whoever comes to the newsroom. A part at a time,
 * between which others are answered.
 */
export const warmNewsroomDesk = madeOnce(async () => {
  try {
    await newsroomDesk();
    await othersTurn();
    const { warmUp } = await import('../../usecases/warm-up.ts');
    for (const _part of warmUp()) await othersTurn();
  } catch {
    // Nobody waits for it; whoever sends a text is told what is wrong.
  }
});

/** Takes a tenth of a second, in which readers are answered between one part and the next. */
async function load() {
  const { exportFiles, exportLines } = await import('../../usecases/export-sources.ts');
  await othersTurn();
  const { reviewOpenEdition } = await import('../../usecases/check-article.ts');
  await othersTurn();
  const { createArticle, patchArticle } = await import('../../usecases/write-article.ts');
  await othersTurn();
  const { importUpload } = await import('../../usecases/import-upload.ts');
  await othersTurn();
  const { actOnArticle } = await import('../../usecases/act-on-article.ts');
  const { checkDraft } = await import('../../usecases/check-draft.ts');
  const { revokeAccess, setEmbargo } = await import('../../usecases/embargoes.ts');
  const { createPreview, listPreviews, readPreview, revokePreview } = await import('../../usecases/previews.ts');
  const { diffRevisions, listRevisions, readRevision, restoreRevision } = await import('../../usecases/revisions.ts');
  return {
    ...{ exportFiles, exportLines, importUpload },
    ...{ createArticle, patchArticle, checkDraft, reviewOpenEdition, actOnArticle },
    ...{ revokeAccess, setEmbargo },
    ...{ createPreview, listPreviews, readPreview, revokePreview },
    ...{ diffRevisions, listRevisions, readRevision, restoreRevision },
  };
}
