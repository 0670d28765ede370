import type { Block } from '../block.ts';
import { findOrganisations } from './mentions.ts';
import type { Draft } from './statements.ts';
import { isGeneric } from './tables/organisations.ts';

/**
 * Answers what `council` or `the Force` is called in this release: the one organisation whose name ends so among those
 * of its speakers, else in its narration. Null when there is none or more than one. Other names are their own answer.
 */
export function nameOrganisations(
  blocks: readonly Block[],
  drafts: readonly Draft[],
): (written: string) => string | null {
  let ofSpeakers: Map<string, Set<string>> | undefined;
  let ofNarration: Map<string, Set<string>> | undefined;
  return (written) => {
    if (!isGeneric(written.split(' '))) return written;
    ofSpeakers ??= organisationsOf(drafts);
    ofNarration ??= findOrganisations(
      blocks,
      drafts.flatMap((draft) => draft.passages),
    );
    const ending = written.toLowerCase();
    const key = ending.split(' ').at(-1) ?? '';
    return onlyNameIn(ofSpeakers.get(key), ending) ?? onlyNameIn(ofNarration.get(key), ending);
  };
}

function onlyNameIn(names: ReadonlySet<string> | undefined, ending: string): string | null {
  const [name, another] = [...(names ?? [])].filter((each) => each.toLowerCase().endsWith(ending));
  return another === undefined ? (name ?? null) : null;
}

function organisationsOf(drafts: readonly Draft[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { speaker } of drafts) {
    const name = speaker?.organisation ?? '';
    const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
    if (name !== '' && !isGeneric(name.split(' '))) found.set(last, (found.get(last) ?? new Set()).add(name));
  }
  return found;
}
