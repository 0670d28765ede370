import type { Speaker } from '../speaker/speaker.ts';
import { BEFORE_KIN, KIN_WORDS } from '../tables/kin.ts';
import type { Mention } from './mentions.ts';

/** What the narration says behind the name of somebody who has died. */
const DIED =
  /^,? ?\(?(?:aged )?(?:\d{1,3}\)?,? ?)?(?:,? ?(?:and |of [^,.]{1,40}, |from [^,.]{1,40}, ))?(?:who )?(?:sadly |tragically |suddenly )?(?:died|has died|had died|passed away|was (?:killed|murdered|found dead|fatally|stabbed to death|pronounced dead|last seen)|were killed|lost (?:his|her|their) li(?:fe|ves)|drowned|got into difficult(?:y|ies)|took (?:his|her) own life)\b/;
/** What it says before such a name. */
const LATE =
  /\b(?:the late|in (?:loving )?memory of|(?:murder|death|killing|manslaughter|loss|funeral|inquest into the death) of|tributes? to|killed|murdered|murdering|killing|family of|friends of|parents of|search for|missing)(?: (?:\p{Ll}|\d)[\p{L}\d-]*){0,5}(?: (?:his|her|their) (?:\p{Ll}+ )?\p{Ll}+)?,? $/u;

/** Whether all that is read about somebody begins with their death. */
export function isDead({ name, about }: Speaker): boolean {
  return about.split(' | ').some((read) => {
    const at = read.indexOf(name ?? '');
    return at !== -1 && DIED.test(read.slice(at + (name?.length ?? 0)));
  });
}

/** `Carol's daughter Jess`: whether the narration calls somebody a relative. */
function isCalledRelative({ before }: Mention): boolean {
  return BEFORE_KIN.test(before);
}

/** The word by which the narration calls each of those whom it calls a relative: `wife` of `Mr Bell's wife, Amy Bell`. */
export function kinOfNames(mentions: readonly Mention[]): ReadonlyMap<string, string | null> {
  return new Map(
    mentions
      .filter(isCalledRelative)
      .map(({ name, before }) => [name, KIN_BEFORE.exec(before)?.[1] ?? null] as const)
      .toReversed(),
  );
}

/** Who alone is called by a word for a relative, by that word: `Maureen's daughter, Jackie Tilley-Ross`. */
export function findRelatives(mentions: readonly Mention[]): ReadonlyMap<string, Mention> {
  const called = mentions.filter((mention) => mention.name.includes(' ') && isCalledRelative(mention));
  const byKin = Map.groupBy(called, ({ before }) => KIN_BEFORE.exec(before)?.[1]?.toLowerCase() ?? '');
  return new Map(
    [...byKin].flatMap(([kin, [first, ...others]]): [string, Mention][] =>
      first && others.every(({ name }) => name === first.name) ? [[kin, first]] : [],
    ),
  );
}

const KIN_BEFORE = new RegExp(`(${KIN_WORDS}),? $`, 'u');

/** The surnames of those whose death, or whose disappearance, a release tells. */
export function findBereaved(mentions: readonly Mention[]): ReadonlySet<string> {
  const dead = mentions.filter(
    ({ written, before, context }) =>
      DIED.test(context.slice(context.indexOf(written) + written.length)) || LATE.test(before),
  );
  return new Set(dead.map(({ name }) => name.toLowerCase().split(' ').at(-1) ?? ''));
}
