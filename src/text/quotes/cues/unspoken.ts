import { inAnyCase } from '../any-case.ts';
import { readSubject as readNamed } from '../speaker/read-speaker.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isLay, isRelation } from '../tables/roles.ts';
import { SAYINGS } from '../tables/voice.ts';
import { isBlank } from '../words.ts';
import { type LeadIn, sameAgain, subjectOf } from './attribution.ts';

/** Characters of the longest attribution that has neither a verb nor a colon. */
export const MAX_UNSPOKEN_LENGTH = 240;

/**
 * `Tom Brackley, chief executive of Tidewell: “…”`, `… praised the team, “…”`, and according to whom a sentence is: without
 * a colon it may be any sentence about somebody.
 */
export function leadWithoutVerb(body: string, from: number, hasColon: boolean): LeadIn | null {
  const sentence = body.slice(from);
  if (!hasColon && sentence.length > MAX_UNSPOKEN_LENGTH) return null;
  // `For Sergeant Abi Cole, a dental nurse, it is about giving something back: “…”`
  const [opening = ''] =
    /^(?:For|According to|In the words of|Yn ôl(?: yr?)?) (?=\p{Lu})|^.* (?:according to|yn ôl(?: yr?)?) (?=(?:\p{Ll}[\p{L}-]* ){0,4}\p{Lu})/u.exec(
      sentence,
    ) ?? [];
  const found = readNamed(sentence.slice(opening.length));
  if (!found || ((opening !== '' || !hasColon) && found.start > 0)) return null;
  // `She put it simply: “…”`, `The harbour masters were of one mind: “…”`: whoever they are, only a sentence is theirs.
  const isNamed = found.speaker.kind === 'person';
  if (CITES.test(sentence.slice(found.end))) return null;
  if (!isNamed && !(hasColon && found.start === 0 && isKnown(found.speaker))) return null;
  // `His mum had been there since six: “…”` tells something besides.
  const isAlone = isBlank(sentence.slice(opening.length + found.end)) || isLoose(found.speaker, hasColon);
  const isBare = found.start === 0 && isAlone && !/^.+ (?:according|yn)\b/.test(opening);
  return {
    speaker: found.speaker,
    from: isBare ? from : from + opening.length,
    isBare,
    isFirm: false,
    isLoose: isLoose(found.speaker, hasColon),
  };
}

/** `Her verdict: “…”`, `Jo Bell’s advice to beginners is simple: “…”`, `The message from Jo Bell: “…”`: words that a noun announces. */
export function leadWithNoun(body: string, from: number): LeadIn | null {
  const { whose, who, by } = SAYING.exec(body.slice(from))?.groups ?? {};
  if (whose !== undefined)
    return { speaker: sameAgain(subjectOf(whose)), from, isBare: false, isFirm: true, isLoose: false };
  const named = who ?? by ?? '';
  const found = named === '' ? null : readNamed(named);
  if (found?.speaker.kind !== 'person' || found.start > 0) return null;
  return { speaker: found.speaker, from: body.indexOf(named, from), isBare: false, isFirm: true, isLoose: false };
}

const SAYING = new RegExp(
  String.raw`^(?:(?:And|But|So),? )?(?:(?:(?<whose>${inAnyCase('his|her|their')})|(?<who>\p{Lu}[^.:;]{1,60}?)['’]s?) (?:[\p{Ll}-]+ ){0,2}?${SAYINGS}|The (?:\p{Ll}+ ){0,2}?${SAYINGS} (?:from|of) (?<by>\p{Lu}[^:;]{2,100}?))(?: (?:to|for|on|about|as|when|after|at) [^:;]{1,80}?)?(?:,? (?:is|was|remains) (?:(?:a|an|this|the) )?(?:[\p{Ll}-]+ ){0,3}[\p{Ll}-]+)?$`,
  'u',
);

/** Whether neither a colon nor a name says that words follow. */
function isLoose({ kind }: Speaker, hasColon: boolean): boolean {
  return !hasColon || kind !== 'person';
}

/** `Canon Blunt quoted Matthew 25: “…”` */
export const CITES =
  /\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|recit(?:ed|es|ing)|sang|sings|titled|entitled)\b[^.]{0,60}$/;

/** A `she`, a post, a body, one tenant: `The letter` is none of them, nor is `it`. */
function isKnown({ kind, role, organisation, asWritten }: Speaker): boolean {
  if (kind === 'pronoun') return /^(?:s?he)$/i.test(asWritten);
  return (role ?? organisation) !== null || asWritten.split(/[\s,]+/).some((word) => isLay(word) || isRelation(word));
}
