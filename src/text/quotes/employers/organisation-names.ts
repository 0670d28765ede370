import type { Sentence } from '../cast/narration.ts';
import { onceEach } from '../once.ts';
import type { Draft } from '../statements/statements.ts';
import { isGeneric } from '../tables/organisations.ts';
import type { Publisher } from './publisher.ts';

/**
 * Answers what `council` or `the Force` is called in this release: the publishing body if it is one, else the one
 * organisation whose name ends so among those of its speakers, else in its narration. Null when there is none or more
 * than one. Other names are their own answer.
 */
export function nameOrganisations(
  narration: () => readonly Sentence[],
  drafts: readonly Draft[],
  publisherOf: () => Publisher | null,
): (written: string) => string | null {
  let ofSpeakers: Map<string, Set<string>> | undefined;
  let ofNarration: Map<string, Set<string>> | undefined;
  return onceEach((given: string) => {
    const written = given.replace(/^same /, '');
    if (!isGeneric(written.split(' '))) return written;
    const ending = written.toLowerCase();
    const key = lastWord(ending);
    const publisher = publisherOf();
    if (
      publisher &&
      (publisher.name.toLowerCase().endsWith(ending) || isForce(ending, publisher) || isInWelsh(ending, publisher))
    )
      return publisher.name;
    ofSpeakers ??= byLastWord(drafts.map(({ speaker }) => speaker?.organisation ?? ''));
    ofNarration ??= byLastWord(narration().flatMap(({ organisations }) => organisations()));
    const named = onlyNameIn(ofSpeakers.get(key), ending) ?? onlyNameIn(ofNarration.get(key), ending);
    return (
      named ??
      (/^(?:company|firm|business|developer|charity|group|organisation)$/.test(key) ? mostNamed(narration()) : null)
    );
  });
}

/** `The company said`: the body that the narration names most, courts aside. */
function mostNamed(narration: readonly Sentence[]): string | null {
  const counts = new Map<string, number>();
  for (const name of narration.flatMap(({ organisations }) => organisations())) {
    if (!PUBLIC.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

const PUBLIC =
  /\b(?:court|police|council|CPS|prosecution|NHS|service|agency|division|unit|team|government|commission|department|office)\b/i;

/** `y Cyngor`: in Welsh it is the first word of the name. */
function isInWelsh(ending: string, { name }: Publisher): boolean {
  return /^(?:[cg]|ch)yngor$/.test(ending)
    ? /^(?:[CG]|Ch)yngor\b/.test(name)
    : ending === 'heddlu' && /^Heddlu\b/.test(name);
}

function isForce(ending: string, { service }: Publisher): boolean {
  return service === 'police' && /^(?:force|police|constabulary)$/.test(ending);
}

function onlyNameIn(names: ReadonlySet<string> | undefined, ending: string): string | null {
  const [name, another] = [...(names ?? [])].filter((each) => each.toLowerCase().endsWith(ending));
  return another === undefined ? (name ?? null) : null;
}

function byLastWord(names: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of names) {
    const last = lastWord(name.toLowerCase());
    if (name !== '' && !isGeneric(name.split(' '))) found.set(last, (found.get(last) ?? new Set()).add(name));
  }
  return found;
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? '';
}
