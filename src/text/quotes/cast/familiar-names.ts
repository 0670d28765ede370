import { matchesOf } from '../../matches.ts';
import { inAnyCase } from '../any-case.ts';
import { isNameWord } from '../speaker/name-runs.ts';
import { isFirstName } from '../tables/first-names.ts';
import { KIN_WORDS, OPENS_WITH_KIN } from '../tables/kin.ts';
import { MONTHS } from '../tables/months.ts';
import { CALLED, EVERYBODY, people } from '../tables/people.ts';
import { rankLength } from '../tables/ranks.ts';
import { startsAside } from '../tables/verbs.ts';

/** Somebody whom a sentence calls by a first name alone, or whose surname stands behind somebody else's name. */
export interface Familiar {
  /** `Aisha Malik` of `Aisha and Zainab Malik`. */
  readonly name: string;
  readonly written: string;
  /** Offset into the sentence. */
  readonly from: number;
  /** Where what tells of the name begins, if that is before it: `Its reserves officer, Gemma`. */
  readonly toldFrom?: number;
  /** What tells whose relative it is: `Carol's daughter Jess`. */
  readonly about?: string;
  readonly isSubject: boolean;
}

/** Somebody whose whole name the sentence has. */
interface Named {
  readonly name: string;
  readonly at: number;
}

const NAME = String.raw`\p{Lu}\p{Ll}*(?:[’'-]?\p{Lu}\p{Ll}+)*`;

/** `Ali, 29, who …`, `Lowri went …`: the one name that a sentence begins with. */
const OPENING = new RegExp(
  String.raw`^(?:(?:But|And|Meanwhile|Also|Now|For|Little|Young|Brave),? |(?:Cafodd|Mae|Roedd|Bu|Aeth|Daeth|Gwnaeth|\p{Lu}\p{Ll}{3,}odd) )*(${NAME})(?!\p{L})(?=(['’]s? |,? (?:\((?:not|aged)|who |whose name|now aged|aged \d|\d{1,3}[,)]|as (?:s?he|they|every|all|friends|locals)|[\p{Ll}\d]+ (?:mlwydd )?oed)|, )?)(?! \p{Lu})`,
  'u',
);

/** `A former quarryman, Leonard has no patience with that.`, `One of the two walkers, Callum, came back.` */
const APPOSED = new RegExp(
  String.raw`^(?:An?|The|Its|Our|Their|One|Another) \p{Ll}[^,.;:]{2,60}, (${NAME})(?= \p{Ll}|, (?:\d{1,3}, |\p{Ll}))`,
  'u',
);

/** `Primary 7 pupil Rory cut the ribbon.`, `Ten-year-old Kai, from Corve,`: what somebody is before the one name that a sentence is about. */
const DESCRIBED = new RegExp(
  String.raw`^(?:(?:But|And|An?|The|Our|Its|Fellow) )?(?:[\p{L}\d-]+ ){0,4}?(?:${inAnyCase(people(...EVERYBODY))}|[\p{L}\d-]+-year-old)(?: (?:boy|girl|twin|fan|helper))? (${NAME})(?= (?!and\b|&)\p{Ll}|, (?:(?:aged )?\d|\p{Ll}))`,
  'u',
);

/** What most sentences fail at once: their first words are not followed by a name that they go on from. */
const MAY_DESCRIBE = new RegExp(String.raw`^(?:[\p{L}\d-]+ ){1,8}?${NAME}(?:,? (?!and\b)[\p{Ll}\d])`, 'u');

/** `Carol's daughter Jess`, `her aunt and uncle, Sheila and Ken`: relatives, and whose they are. */
const RELATED = new RegExp(
  String.raw`(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|(?<![\p{L}-])\p{L}[\p{L}-]+['’]s?) (?:\p{Ll}[\p{L}-]* ){0,2}?(?:${KIN_WORDS})(?: (?:and|&) (?:(?:\p{Ll}+ )?(?:${KIN_WORDS})|(?:fellow|best|long-time|\p{Ll}+-)\p{Ll}* ?\p{Ll}+))?,? (${NAME})(?:(?: (?:and|&)|,) (${NAME}))?`,
  'gu',
);

/** `Her crewmate on the day was Mohamed.`, `One of them is Shaun, a plumber.` */
const CLOSING = new RegExp(
  String.raw`\b(?:was|is|were|called|named|by) (${NAME})(?:[.,]?$|(?=, (?:an? |who |aged |\d)))`,
  'u',
);

/** `The first ticket went to Theo, five.` */
const GIVEN = new RegExp(
  String.raw`^(?:The|An?|Its|One|Another) [^,;:]{2,80} (?:was|were|went|goes|is|are) (?:\p{Ll}+ ){0,4}?(?:to|for|from) (${NAME})(?:, (?:aged )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten))?[.,]?$`,
  'u',
);

/** `Mum Quill had been told`: a relative's word as a title. */
const CALLED_BY_KIN = new RegExp(
  String.raw`^(?:(?:But|And|New|Proud) )?(?:[Mm]um|[Dd]ad|[Mm]am|[Mm]other|[Ff]ather|[Nn]an|[Gg]ran|[Gg]randad|[Gg]randma|[Gg]randmother|[Gg]randfather|[Hh]usband|[Ww]ife|[Dd]aughter|[Ss]on|[Ss]ister|[Bb]rother|[Pp]artner|[Uu]ncle|[Aa]untie|[Aa]unt),? (${NAME})(?= \p{Ll}|, (?:\d|who\b))`,
  'u',
);

/** `Farmers `: all that may stand before the first of two who share a surname, besides words in small letters. */
const OF_TWO = new RegExp(
  `^(?:Twins|Brothers|Sisters|Siblings|Parents|Friends|Cousins|${inAnyCase(people(...EVERYBODY))}) $`,
  'u',
);

/** Whether the first of two names does not go on from a name before it. */
function opensTwo(before: string): boolean {
  return !/\p{Lu}[\p{L}’'-]* $/u.test(before) || OF_TWO.test(before);
}

/** `Aisha and Zainab Malik`, `Aisha, Noor and Zainab Malik` before the last first name. */
const SHARING = new RegExp(String.raw`(?<![\p{L}’'-])((?:${NAME}, ){0,3}${NAME}) (?:and|&) $`, 'u');

/** Characters before a name in which another may share its surname. */
const MAX_NAME_LENGTH = 40;

/** How those are called who speak in a release, whether a table has the names or not. */
export interface Called {
  /** First names of those who are named in full where they speak. */
  readonly first: ReadonlySet<string>;
  /** Of those who have no other name there. */
  readonly alone: ReadonlySet<string>;
}

/** Everybody in a sentence who is called by one name, besides those whom it names in full. */
export function findFamiliar(text: string, named: readonly Named[], called: Called): Familiar[] {
  const spans = named.map(({ name, at }) => ({ from: text.indexOf(name, at), length: name.length }));
  const isFree = (at: number): boolean => !spans.some(({ from, length }) => from <= at && at < from + length);
  const found = [
    ...sharingSurname(text, named, called),
    ...related(text),
    ...calledOnly(text),
    ...atTheEdges(text, (name) => called.first.has(name) || isFirstName(name)),
  ];
  const seen = new Set<number>();
  return found.filter(({ from, name, written }) => {
    if (seen.has(from) || (name === written && !isFree(from))) return false;
    seen.add(from);
    return true;
  });
}

/** `Zelah and Bryok Marsh`: two of whom no table knows either, and one speaks. */
const TWO_OF_A_NAME = new RegExp(String.raw`(?<![\p{L}’'-])(${NAME}) (?:and|&) (${NAME}) (${NAME})(?! \p{Lu})`, 'gu');

function sharingSurname(text: string, named: readonly Named[], called: Called): Familiar[] {
  return [...withSurnameOf(text, named, called), ...bothCalled(text, called)];
}

/** What most sentences fail at once: no two capitals stand behind an `and` in them. */
const MAY_NAME_TWO = / (?:and|&) \p{Lu}\S* \p{Lu}/u;

function bothCalled(text: string, { alone, first }: Called): Familiar[] {
  if ((alone.size === 0 && first.size === 0) || !MAY_NAME_TWO.test(text)) return [];
  const isKnown = (name: string): boolean => alone.has(name) || first.has(name);
  return matchesOf(text, TWO_OF_A_NAME).flatMap(({ 0: whole, 1: one = '', 2: other = '', 3: surname = '', index }) => {
    if ((!isKnown(one) && !isKnown(other)) || !opensTwo(text.slice(0, index))) return [];
    const second = `${other} ${surname}`;
    return [
      { name: `${one} ${surname}`, written: one, from: index, isSubject: index === 0 },
      { name: second, written: second, from: index + whole.length - second.length, isSubject: false },
    ];
  });
}

function withSurnameOf(text: string, named: readonly Named[], { alone }: Called): Familiar[] {
  return named.flatMap(({ name, at }) => {
    const [first = '', ...rest] = name.split(' ');
    const beside = text.slice(Math.max(0, at - MAX_NAME_LENGTH), at);
    const shared = SHARING.exec(beside);
    const others = shared?.[1]?.split(', ') ?? [];
    if (rest.length === 0 || !others.every((other) => isFirstName(other) || alone.has(other))) return [];
    if (!text.startsWith(first, at) || !opensTwo(beside.slice(0, shared?.index))) return [];
    return others.map((other) => {
      const from = text.lastIndexOf(other, at);
      return { name: [other, ...rest].join(' '), written: other, from, isSubject: from === 0 };
    });
  });
}

/** What most sentences fail at once: nobody belongs to anybody in them. */
const OWNED = /(?:[Hh]is|[Hh]er|[Tt]heir|['’]s?) /;

function related(text: string): Familiar[] {
  if (!OWNED.test(text)) return [];
  return matchesOf(text, RELATED).flatMap((match) => {
    const [about, first, second] = match;
    return [first, second].flatMap((name) => {
      const from = name === undefined ? -1 : text.indexOf(name, match.index + about.lastIndexOf(name));
      if (name === undefined || from === -1 || !isOneName(name) || isRankAt(text, from)) return [];
      const isOpening = OPENS_WITH_KIN.test(text.slice(0, from)) || match.index === 0;
      return [
        { name, written: name, from, about, isSubject: name === first && (isOpening || isLast(text, from, name)) },
      ];
    });
  });
}

/** `It was collected by Jo Bell's daughter Amy.`: whether a sentence that begins with nobody ends with a name. */
function isLast(text: string, from: number, { length }: string): boolean {
  return /^\W*$/.test(text.slice(from + length)) && !/^(?:S?[Hh]e|They|His|Her|Their|I|We)\b/.test(text);
}

/** `One of the first guests, who asked to be called Mick, came in May.` */
function calledOnly(text: string): Familiar[] {
  const [about = ''] = WANTS_TO_BE.exec(text) ?? [];
  const [, name] = about === '' ? [] : (CALLED.exec(about) ?? []);
  return name === undefined ? [] : [{ name, written: name, from: about.lastIndexOf(name), about, isSubject: true }];
}

const WANTS_TO_BE =
  /^(?:An?|The|One|Another)(?: of (?:the|those|our|its|their|his|her))? (?:[\p{Ll}\d-]+ ){0,4}?[\p{Ll}\d-]+,? (?:who|whom|we)(?:['’][sd])? [^,.]{0,60}/u;

/** `Their father, Petty Officer Jo Bell` */
function isRankAt(text: string, from: number): boolean {
  return rankLength(text.slice(from, from + MAX_NAME_LENGTH).split(' '), 0) > 0;
}

function atTheEdges(text: string, isFirst: (name: string) => boolean): Familiar[] {
  const aside = asideLength(text);
  const opening = OPENING.exec(text.slice(aside));
  const [whole = '', apposed] = APPOSED.exec(text) ?? [];
  const [, closing] = CLOSING.exec(text.trimEnd()) ?? GIVEN.exec(text.trimEnd()) ?? [];
  const [titled = '', kin] = CALLED_BY_KIN.exec(text) ?? [];
  const edges: Familiar[] = [];
  if (opening?.[1] !== undefined && isOpened(opening[1], opening[2] ?? '', isFirst)) {
    const from = aside + opening[0].lastIndexOf(opening[1]);
    edges.push({ name: opening[1], written: opening[1], from, isSubject: !/^['’]/.test(opening[2] ?? '') });
  }
  if (kin !== undefined && isOneName(kin)) {
    const from = titled.length - kin.length;
    edges.push({ name: kin, written: kin, from, about: titled, isSubject: true });
  }
  const [described = '', called] = (MAY_DESCRIBE.test(text) && DESCRIBED.exec(text)) || [];
  const isDescribed =
    / \p{Ll}[\p{L}-]* \p{Lu}\p{L}*$/u.test(described) || /^, (?:from|who|aged|\d)/.test(text.slice(described.length));
  if (called !== undefined && isOneName(called) && (isFirst(called) || isDescribed))
    edges.push({
      name: called,
      written: called,
      from: described.length - called.length,
      about: described,
      isSubject: true,
    });
  if (apposed !== undefined && isFirst(apposed))
    edges.push({ name: apposed, written: apposed, from: whole.length - apposed.length, toldFrom: 0, isSubject: true });
  if (closing !== undefined && isFirst(closing))
    edges.push({ name: closing, written: closing, from: text.lastIndexOf(closing), isSubject: true });
  return edges;
}

/** `Of the three, Inès came last.`, `Last week Inès came.`: how far a sentence goes before its subject. */
function asideLength(text: string): number {
  const [time = ''] = TIME.exec(text) ?? [];
  if (time !== '') return time.length;
  const [aside = '', first = ''] = /^(\p{Lu}\p{Ll}+) [^,.;:"“]{2,40}, (?=\p{Lu})/u.exec(text) ?? [];
  return startsAside(first.toLowerCase()) ? aside.length : 0;
}

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?';
const TIME = new RegExp(
  String.raw`^(?:(?:On|Last|This|Every|Earlier this|Later that|In|By) (?:the )?(?:${DAY}|week|month|year|night|day|morning|evening|spring|summer|autumn|winter|${MONTHS})|Yesterday|Afterwards) (?=\p{Lu})`,
  'u',
);

/** A known first name, or one whose bearer is described at once. */
function isOpened(name: string, behind: string, isFirst: (name: string) => boolean): boolean {
  return isOneName(name) && (isFirst(name) || /^,? (?:\(|who |now|aged|as |\d|\p{Ll}+ (?:mlwydd )?oed)/u.test(behind));
}

function isOneName(name: string): boolean {
  return isNameWord({ text: name, start: 0, end: name.length });
}
