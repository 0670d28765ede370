import { matchesOf } from '../../matches.ts';
import type { Sentence } from '../cast/narration.ts';
import { once } from '../once.ts';
import { isCompany, isOrganisation, isOrganisationWord } from '../tables/organisations.ts';

/** `the Commoners' clerk`: those who make up a body, by the last word of its name. */
const MEMBERS = /^(?!Friends$)\p{Lu}\p{Ll}{4,}s$/u;
/** `Steamship Company` of the Kestrel Isles Steamship Company */
const COMPANY = /^\p{Lu}\S* Company$/u;

/**
 * Answers what a body is called in full: `Swiftline` of Swiftline Buses, `Friends` of the Friends of Jubilee Park, where the narration
 * names one that may be called so, and no place is called so. Other names are their own answer. What may be asked for is gathered once:
 * many speakers may each name another body.
 */
export function openShortNames(
  narration: () => readonly Sentence[],
  names: () => readonly string[],
): (written: string) => string {
  const sentencesWith = once(() => byWord(narration()));
  const holding = (written: string): readonly Sentence[] => {
    const held = matchesOf(written, LETTERS).map(([word]) => sentencesWith().get(word) ?? []);
    return held.reduce((fewest, each) => (each.length < fewest.length ? each : fewest), held[0] ?? []);
  };
  const companies = once(() => namesBy(names(), (name) => [name.split(' ').slice(-2).join(' ')]));
  const longer = once(() => namesBy(names(), shortNamesOf));
  return (written) => {
    const members = MEMBERS.test(written) ? bodyOf(written, holding(written)) : null;
    if (members !== null) return members;
    if (COMPANY.test(written)) return only(companies().get(written), written);
    if (isWhole(written)) return written;
    const full = only(longer().get(written), written);
    return full === written || isPlace(written, holding(written)) ? written : full;
  };
}

const LETTERS = /\p{L}+/gu;

/** The sentences that hold a word, for every word. */
function byWord(narration: readonly Sentence[]): ReadonlyMap<string, readonly Sentence[]> {
  const found = new Map<string, Sentence[]>();
  for (const sentence of narration) {
    for (const word of new Set(sentence.text.match(LETTERS))) {
      const held = found.get(word);
      if (held) held.push(sentence);
      else found.set(word, [sentence]);
    }
  }
  return found;
}

/** Each name once, under what it may be called by; none under itself. */
function namesBy(
  names: readonly string[],
  calledBy: (name: string) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of new Set(names)) {
    for (const short of calledBy(name)) {
      if (short !== name) found.set(short, (found.get(short) ?? new Set()).add(name));
    }
  }
  return found;
}

/** What a body may be called, whose name goes on with what kind it is: `Beacon Hill` of Beacon Hill Housing Association. */
function shortNamesOf(name: string): readonly string[] {
  const words = name.split(' ');
  const isOfKind =
    name.endsWith(' Rescue Boat') || isOrganisationWord(words.at(-1) ?? '') || isCompany(words.at(-1) ?? '');
  const beginnings = isOfKind ? words.slice(1).map((_, at) => words.slice(0, at + 1)) : [];
  const short = beginnings
    .filter((beginning) => mayStandShort(beginning, words.slice(beginning.length)))
    .map((each) => each.join(' '));
  return name.startsWith('Friends of ') ? [...short, 'Friends'] : short;
}

/** `Marl Police` is no part of the Marl Police Museum, but `Marl Hospitals` of the Marl Hospitals NHS Trust. */
function mayStandShort(beginning: readonly string[], [next = '']: readonly string[]): boolean {
  const isBody = isOrganisation(beginning) || beginning.join(' ') === 'Friends';
  return !SMALL.test(beginning.at(-1) ?? '') && !SMALL.test(next) && (!isBody || IN_LAW.test(next));
}

/** `Marl Police`, but not `Marl Hospitals`, behind which a trust may follow, nor `Marl Energy`: whether nothing longer needs to be looked for. */
function isWhole(written: string): boolean {
  const words = written.split(' ');
  const last = words.at(-1) ?? '';
  return written !== 'Friends' && isOrganisation(words) && !isCompany(last) && !/^(?:Hospitals?|Health)$/.test(last);
}

const SMALL = /^(?:and|&|of|for|the)$/;
const IN_LAW = /^(?:NHS|Ltd|Limited|plc|PLC|LLP|CIC|Cyf|School|FC|AFC|RFC)$/;

/** The shortest of some names that all begin with it. */
function only(names: ReadonlySet<string> | undefined, otherwise: string): string {
  const [name = otherwise, ...more] = [...(names ?? [])].sort((a, b) => a.length - b.length);
  return more.every((each) => each.startsWith(`${name} `)) ? name : otherwise;
}

/** The body of some members, if every sentence calls it the same. */
function bodyOf(members: string, sentences: readonly Sentence[]): string | null {
  const pattern = new RegExp(`(?!The ${members})(?:\\p{Lu}[\\p{L}-]+ ){1,4}${members}\\b`, 'gu');
  const found = new Set(sentences.flatMap(({ text }) => text.match(pattern) ?? []));
  const [body, another] = [...found].map((name) => name.replace(/^The /, ''));
  return another === undefined ? (body ?? null) : null;
}

/** `in Swiftline`: whether a place is called so. */
function isPlace(written: string, sentences: readonly Sentence[]): boolean {
  const inPlace = new RegExp(`\\b(?:in|near|around|outside|across) ${written.replace(/[^\p{L} ]/gu, '.')}\\b`, 'u');
  return sentences.some(({ text }) => inPlace.test(text));
}
