import { auditNote } from '../domain/audit.ts';
import { Problem } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { RenamedTag, TagWord } from '../domain/register.ts';
import type { Deps } from './deps.ts';
import { subjectOf } from './register-entries.ts';
import type { WriteOptions, Written } from './write-wish.ts';

/** Words that stand for a tag, in alphabetical order. */
export function listTagWords({ store }: Deps, page: PageQuery): Promise<Slice<TagWord>> {
  return store.names.tags.list(page);
}

/**
 * Gives a tag another name, or the name of another tag: then they are one. Whoever writes the old word from now on means
 * the new one.
 * @throws Problem `not_found` when nobody uses it, `invalid_body` when they are the same, `conflict` when one of them stands
 *   for another tag
 */
export async function renameTag(
  { store, clock }: Deps,
  { from, to }: { readonly from: string; readonly to: string },
  { actor, dryRun, once }: WriteOptions<RenamedTag>,
): Promise<Written<RenamedTag>> {
  const at = clock.now();
  if (from === to) throw refused('invalid_body', '/to', 'It is the same word.');
  const decide = (known: ReadonlyMap<string, string>, isUsed: boolean) => {
    const [fromTag, toTag] = [known.get(from), known.get(to)];
    if (fromTag !== undefined) throw refused('conflict', '/from', `It stands for ${fromTag} already.`);
    if (!isUsed)
      throw new Problem('not_found', 'No article has this tag.', {
        errors: [{ pointer: '/from', detail: 'Nobody uses it.' }],
      });
    if (toTag !== undefined && toTag !== from) throw refused('conflict', '/to', `It stands for ${toTag}.`);
    return auditNote(actor, { at, action: 'tag.renamed', outcome: 'accepted', subject: null, detail: { from, to } });
  };
  return subjectOf(await store.names.tags.change({ from, to, at, decide, dryRun, once }));
}

function refused(code: 'invalid_body' | 'conflict', pointer: string, detail: string): Problem {
  return new Problem(code, 'The tag cannot be renamed so.', { errors: [{ pointer, detail }] });
}
