import { lastIndexBefore } from '../before.ts';
import type { Sentence } from '../cast/narration.ts';
import { placeOf } from '../cast/place.ts';
import { onceEach } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import { JUDICIAL } from '../tables/kinds.ts';
import { organisationsIn } from './named-organisations.ts';

/** How the courts of the United Kingdom are called, and the ones that bear no place. */
const COURT =
  /(?:\b(?:Crown|County|Family|High|Sheriff|Youth|Supreme|Coroner['’]s|Magistrates['’]?|Justice of the Peace) Court|\b(?:Central Criminal Court|Court of (?:Appeal|Session|Protection)|Royal Courts of Justice))$/;
const OLD_BAILEY = /\bOld Bailey\b/;
const LOWER = /\b(?:Magistrates['’]?|Youth|Justice of the Peace) Court$/;
/** Who sits in a lower court. */
const SITS_IN_LOWER = /\b(?:district judge|magistrates?|of the bench)\b/i;
/** Whose post says where they hold it. */
const CORONER = /\bcoroner\b/i;

/** Whether somebody speaks as a judge or a magistrate of some court. */
export function isOfCourt({ rank, role }: Speaker): boolean {
  return [rank, role].some((post) => post !== null && JUDICIAL.test(post) && !CORONER.test(post));
}

/**
 * Answers in which court a judge speaks: the last one that is named before the statement, a lower one for those who sit in lower ones, else
 * the first that the release names, in its headline at last. Null where it names none.
 */
export function openCourts(
  narration: () => readonly Sentence[],
  headline: string,
): (speaker: Speaker, passage: Passage) => string | null {
  const told = onceEach((isLower: boolean) =>
    narration().flatMap(({ text, organisations, block, at }) =>
      courtsIn(text, organisations(), isLower).map((name) => ({ name, place: placeOf({ block, at }) })),
    ),
  );
  const announced = onceEach((isLower: boolean) => courtsIn(headline, organisationsIn(headline), isLower)[0] ?? null);
  return ({ rank, role }, { block, outerStart }) => {
    const isLower = SITS_IN_LOWER.test(`${rank} ${role}`);
    const courts = told(isLower);
    const last = lastIndexBefore(courts, placeOf({ block, at: outerStart }));
    return courts[Math.max(0, last)]?.name ?? announced(isLower);
  };
}

function courtsIn(text: string, organisations: readonly string[], isLower: boolean): readonly string[] {
  const courts = organisations.filter((name) => COURT.test(name) && LOWER.test(name) === isLower);
  return OLD_BAILEY.test(text) && !isLower ? [...courts, 'Old Bailey'] : courts;
}
