import { readSpeaker } from '../speaker/read-speaker.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { KIN_WORDS } from '../tables/kin.ts';
import { people, UNNAMED } from '../tables/people.ts';
import { sentenceStarts } from '../words.ts';

/** `A spokesman for Marl Rail was sorry. “…,” he added.`, `The patient’s daughter wrote to them. “…,” her letter says.` */
export function tellerIn(told: string): Speaker | null {
  const [last = '', before = ''] = sentenceStarts(told.trimEnd())
    .map((start, at, starts) => told.slice(start, starts[at + 1]).trim())
    .toReversed();
  const sentence = /^(?:In it,? )?(?:[Ss]he|[Hh]e|[Tt]hey) \p{Ll}+:?$/u.test(last) ? before : last;
  const read = SPOKES.test(sentence) ? readSpeaker(sentence) : null;
  return read?.start === 0 && read.speaker.kind === 'unnamed' ? read.speaker : null;
}

const SPOKES = new RegExp(
  String.raw`^(?:(?:An?|The) (?:\p{Lu}[\p{L}'’&-]*(?: (?:and|of|for|the))? ){0,6}spokes\p{L}+ |(?:The|An?|One|Another|\p{Lu}[\p{L}-]+['’]s) (?:\p{Ll}+(?:['’]s)? ){0,2}?(?:${KIN_WORDS}|family|visitor|${people('home', 'served')})(?: of (?:an?|one|the) \p{Ll}+)? (?:wrote|told|sent|left|thanked|read|was|had|has)\b|(?:The|An?|One) (?:\p{Ll}+ )?(?:woman|man|girl|boy|teenager|pensioner|${people('harmed')})\b[^.]{0,60} (?:gave|made|read|provided|wrote) (?:an?|her|his|their) (?:victim |impact |personal )*statement\b)`,
  'u',
);

/** `It was opened by a survivor, who cannot be named. She said: “…”` */
export function isUnnamed(told: string): boolean {
  const [before = ''] = told.split(/ (?:S?[Hh]e|They) /, 1);
  return UNNAMED.test(before.slice(sentenceStarts(before.trimEnd()).at(-1)));
}
