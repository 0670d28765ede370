import { type Actor, personOf } from '../domain/actor.ts';
import { auditNote } from '../domain/audit.ts';
import { Problem } from '../domain/problem.ts';
import { type PageQuery, pageOf, type Slice } from '../domain/query.ts';
import type { OfficialEntry } from '../domain/register.ts';
import { type Suggestion, suggestMerges } from '../domain/suggestion.ts';
import type { Deps } from './deps.ts';
import { mergeOfficials } from './manage-speakers.ts';
import { readEntry, subjectOf } from './register-entries.ts';
import type { WriteOptions, Written } from './write-wish.ts';

/**
 * Who of the register may be somebody else of it, the surest first, but for those of whom somebody said no.
 * @throws Problem `forbidden` for a key that is limited to areas, as whatever follows
 */
export async function listSuggestions(deps: Deps, page: PageQuery, by: Actor): Promise<Slice<Suggestion>> {
  refuseLimited(by);
  return pageOf(await suggestions(deps), page, ({ id, confidence }) => [doubtOf(confidence), id]);
}

/** In the order of letters, the surest first. */
function doubtOf(confidence: number): string {
  return (1 - confidence).toFixed(3);
}

/**
 * Two are one: the names of the one who goes become names of the other one, and quotes point to that one.
 * @throws Problem `not_found` when nothing suggests it (any more), `conflict` when one of the two was merged meanwhile,
 * `stale_edition`
 */
export async function acceptSuggestion(
  deps: Deps,
  id: string,
  options: WriteOptions<OfficialEntry>,
): Promise<Written<OfficialEntry>> {
  refuseLimited(options.actor);
  const suggestion = await find(deps, id);
  if (!suggestion) return answeredBefore(deps, options);
  const { duplicate, official } = suggestion;
  const { version } = await readEntry(deps, 'officials', duplicate.id);
  try {
    return await mergeOfficials(deps, { reference: duplicate.id, version }, official.id, options);
  } catch (error) {
    // Who accepts names nobody in a body that could be at fault.
    if (!(error instanceof Problem && error.code === 'invalid_body')) throw error;
    throw new Problem('conflict', `${official.name} was merged or removed meanwhile: list the suggestions again.`);
  }
}

/**
 * What nothing suggests any more may have been accepted by this very request.
 * @throws Problem `not_found`
 */
async function answeredBefore(
  { store, clock }: Deps,
  { dryRun, once }: WriteOptions<OfficialEntry>,
): Promise<Written<OfficialEntry>> {
  const decide = () => {
    throw nothingSuggested();
  };
  const request = { subject: null, lookUp: [], at: clock.now(), dryRun, once, decide };
  return subjectOf(await store.names.officials.change(request));
}

/**
 * Two are two, and it is not suggested again. A second time changes nothing.
 * @throws Problem `not_found`
 */
export async function rejectSuggestion(deps: Deps, id: string, by: Actor, dryRun: boolean): Promise<void> {
  refuseLimited(by);
  const suggestion = await find(deps, id);
  if (!suggestion && !(await deps.store.suggestions.rejected()).has(id)) throw nothingSuggested();
  if (!suggestion || dryRun) return;
  const { duplicate, official } = suggestion;
  const at = deps.clock.now();
  const detail = { name: duplicate.name, other: official.id, otherName: official.name };
  const note = { at, action: 'official.kept-apart', outcome: 'accepted', subject: duplicate.id, detail } as const;
  await deps.store.suggestions.reject({ id, at, by: personOf(by) }, auditNote(by, note));
}

/** The register has names from drafts of every area, and who is one with whom counts in all of them. */
function refuseLimited(by: Actor): void {
  if (by.kind !== 'key' || by.areaKeys.length === 0) return;
  throw new Problem('forbidden', 'Officials are in every area: this needs a key that is not limited to areas.');
}

async function find(deps: Deps, id: string): Promise<Suggestion | undefined> {
  return (await suggestions(deps)).find((suggestion) => suggestion.id === id);
}

function nothingSuggested(): Problem {
  return new Problem('not_found', 'Nothing suggests that these are one.');
}

async function suggestions({ store }: Deps): Promise<Suggestion[]> {
  return suggestMerges(await store.suggestions.people(), await store.suggestions.rejected());
}
