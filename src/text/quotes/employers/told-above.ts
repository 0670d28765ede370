import type { Block } from '../../block.ts';
import { matchesOf } from '../../matches.ts';
import type { Sentence } from '../cast/narration.ts';
import type { SentencesBefore } from '../cast/sentences-before.ts';
import { once } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isUnnamedSpokesperson } from '../speaker/unnamed.ts';
import type { Passage } from '../statements/passages.ts';
import { isFirstName } from '../tables/first-names.ts';
import { CAPITALISED_NAME, isGeneric, isOrganisation, isWelshHead, KINDS_OF_BODIES } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { DESCRIBED_KINDS } from '../tables/stand-ins.ts';
import { sentenceStarts } from '../words.ts';
import { isGathered, organisationsIn } from './named-organisations.ts';

/** Characters above a statement in which its `its` is looked for. */
const MAX_ABOVE_LENGTH = 500;
/** Blocks above it in which whoever speaks may be told of first. */
const MAX_BLOCKS_ABOVE = 6;

/** `Carers Ladyshire, the charity commissioned to provide support, welcomed the decision.` */
const INTRODUCED = new RegExp(
  String.raw`^(?:(?:The|Charity|Contractor|Developer) )?(${CAPITALISED_NAME}), (?:which|(?:the|a|an) (?:[\p{Ll}’'-]+ ){0,3}(?:${KINDS_OF_BODIES}))[ ,]`,
  'u',
);
const DID =
  'designed|built|restored|repaired|planted|installed|raised|staged|run|managed|organised|supplied|made|carried out|developed|owned|led';
/** `The Water Users' Forum said that it was satisfied.` */
const HEARD = new RegExp(
  `^(?:The )?(${CAPITALISED_NAME}) (?:has |have )?(?:said|says|welcomed?s?|agreed|thanked|praised|backed|supports|supported|asked|called) `,
  'u',
);
/** `Mae Clwb Nofio’r Elyrch wedi croesawu’r newyddion.` */
const TOLD_IN_WELSH = new RegExp(`^Mae (${CAPITALISED_NAME}) (?:wedi|yn|am) `, 'u');
/** `The building was designed by Quayle Hobbs.` */
const DONE_BY = new RegExp(
  String.raw`\b(?:${DID}) by (?:the )?(?:(?:[\p{Ll}-]+(?:['’]s?)? ){0,2}(?:${KINDS_OF_BODIES}),? )?(${CAPITALISED_NAME})[.!]?\s*$`,
  'u',
);
/** `It is cooked by Spoon & Ladle, a kitchen that feeds 90.`: whose `its` may follow. */
const DESCRIBED = new RegExp(String.raw`\b(?:by|with|from|to) (?:the )?(${CAPITALISED_NAME}), (?:an?|the|which) `, 'u');
/** `The Kestrel Players, who rehearse there, were glad.` */
const OF_THEM = new RegExp(`^(?:The )?(${CAPITALISED_NAME}), (?:who|whose) `, 'u');
/** `The Guild also gave its backing.`: a body about which a sentence is. */
const ABOUT = new RegExp(
  `^(?:But |And )?(?:The )?(${CAPITALISED_NAME}) (?:also |too |meanwhile )?(?:gave|backed|gives|has|have|had|is|are|was|were|said|says|supports?|backs?|opposes?|opposed|welcomed?s?|criticised|called) `,
  'u',
);
/** Who only paid for it has no people there, but may be what `its` means. */
const GIVEN_BY = new RegExp(
  String.raw`\b(?:by|with|from|(?:backing|support|help|blessing|approval|agreement) of) (?:the )?(${CAPITALISED_NAME})[.!]?\s*$`,
  'u',
);
/** `Headline sponsor Pennyfold Kitchens has signed up.` */
const SUBJECT = new RegExp(
  String.raw`^(?:[\p{L}’'-]+ ){0,3}(?:${KINDS_OF_BODIES})(?:,? (${CAPITALISED_NAME}),? \p{Ll}| (?:is|was) (?:the )?(${CAPITALISED_NAME})[.!]?\s*$)`,
  'u',
);

/**
 * `The scheme was built with Brightfield Energy. Its chief operating officer, …`: the body of whom the lines above tell. Null
 * for one that has no name (`They were asked by a design panel. Its chair, …`), undefined where no `its` asks for one.
 */
export function ownerAbove(
  blocks: readonly Block[],
  speaker: Speaker,
  { block, outerStart }: Passage,
  nameOf: (written: string) => string | null,
): string | null | undefined {
  const its = itsPost(speaker);
  if (its === '' || (speaker.role === null && !isUnnamedSpokesperson(speaker))) return undefined;
  const told = toldBefore(blocks, its, block, outerStart).slice(-MAX_ABOVE_LENGTH);
  const last = told.slice(sentenceStarts(told.trimEnd()).at(-1)).replace(/^["'”’\s]+/, '');
  const [, spokenFor] = ON_BEHALF.exec(last) ?? [];
  if (spokenFor !== undefined) return nameOf(spokenFor);
  if (UNNAMED.test(last)) return null;
  const [, described] = DESCRIBED_SUBJECT.exec(last) ?? [];
  if (described !== undefined)
    return organisationsIn(told).findLast((name) => name.toLowerCase().endsWith(` ${described}`)) ?? described;
  const body = lastTold(last, told, nameOf);
  // `The Board has 56 days to reply. Its chief inspector, …`
  return body !== undefined && isGeneric(body.split(' ')) ? nameOf(body) : body;
}

function lastTold(last: string, told: string, nameOf: (written: string) => string | null): string | undefined {
  return (
    bodyToldOf(last) ??
    nobodysName(DESCRIBED.exec(last)?.[1] ?? OF_THEM.exec(last)?.[1] ?? null) ??
    organisationsIn(last).at(-1) ??
    GIVEN_BY.exec(last)?.[1] ??
    nobodysName(TOLD_OF.exec(last)?.[1] ?? null) ??
    calledByKind(last, nameOf) ??
    organisationsIn(told).at(-1)
  );
}

/** `its chief operating officer`, where the words that say who speaks have it before the post; else empty. */
function itsPost({ asWritten, about, role }: Speaker): string {
  if (/^(?:its|their) /i.test(asWritten)) return asWritten;
  const post = role?.toLowerCase() ?? '';
  const found = matchesOf(about, /\b[Ii]ts /g).map(({ index }) => about.slice(index, index + MAX_POST_LENGTH));
  const its = found.find((words) => post !== '' && isNear(words.toLowerCase().indexOf(post)));
  return its ?? /\b[Ii]ts [^.]{3,80}$/.exec(about)?.[0] ?? '';
}

function isNear(at: number): boolean {
  return at > 0 && at <= MAX_NEAR_LENGTH;
}

/** Characters between an `its` and the post: `its long-serving head brewer`. */
const MAX_NEAR_LENGTH = 24;

/** What stands before an `its`, from two blocks above it on: it may stand above the statement, where its speaker is first told of. */
function toldBefore(blocks: readonly Block[], its: string, block: number, end: number): string {
  const own = blocks[block]?.text.slice(0, end) ?? '';
  const said = its.slice(0, SURE_LENGTH);
  const lines = [...blocks.slice(Math.max(0, block - MAX_BLOCKS_ABOVE), block).map(({ text }) => text), own];
  const at = lines.findLastIndex((line) => line.includes(said));
  const from = at === -1 ? lines.length - 1 : at;
  const before = lines.slice(Math.max(0, from - 2), from).map(asSentence);
  const line = lines[from] ?? '';
  return [...before, at === -1 ? line : line.slice(0, line.lastIndexOf(said))].join(' ');
}

/** `And for the Agency, `: who is spoken for, before their `its`. */
const ON_BEHALF = new RegExp(`^(?:And |But )?[Ff]or (?:the )?(${CAPITALISED_NAME}|\\p{Ll}{4,}), $`, 'u');

/** `It went to hospice staff.`: the body that is called by the one kind of which a sentence speaks. */
function calledByKind(sentence: string, nameOf: (written: string) => string | null): string | null {
  const [kind, another] = new Set(matchesOf(sentence, KIND).map(([found]) => found));
  const name = kind === undefined || another !== undefined ? null : nameOf(kind);
  return name === kind ? null : name;
}

const KIND = new RegExp(`\\b(?:${DESCRIBED_KINDS})\\b`, 'g');

/** A body that is only described, at the end of a sentence. */
const UNNAMED =
  /\ban? (?:[\p{Ll}-]+['’]? ){0,4}(?:panel|forum|group|committee|club|network|society|choir|band|team)[.!]?\s*$/u;

/** `The hall committee met in the Plough.`: what is a body to those who are told of it, though it bears no name. */
const DESCRIBED_SUBJECT =
  /^The ((?!city|county|town|parish|borough|district)(?:\p{Ll}[\p{L}-]* ){1,2}(?:committee|group|panel|forum|club|society|association|choir|band|union|co-op)) (?:also |has |have |had |was |were |is |are )?\p{Ll}/u;

/** `Young Voices has trained 16 volunteers`, `Mae Clwb Nofio’r Elyrch wedi croesawu`: whoever a sentence tells of, before an `its`. */
const TOLD_OF = new RegExp(
  String.raw`^(?:The |Mae(?:’r|'r)? )?(${CAPITALISED_NAME}) (?:has|have|is|are|was|were|will|wedi|yn|\p{Ll}{3,}(?:s|ed)) `,
  'u',
);

/** The name that a line holds does not go on in the next line. */
function asSentence(line: string): string {
  return /[.!?:;,"”’)]\s*$/.test(line) ? line : `${line}.`;
}

/** The body of which a sentence tells before it says what its people are; null for a sentence about somebody else. */
function bodyToldOf(sentence: string): string | null {
  const introduced = INTRODUCED.exec(sentence)?.[1];
  if (introduced !== undefined) return introduced;
  const welsh = TOLD_IN_WELSH.exec(sentence)?.[1] ?? '';
  if (isWelshHead(welsh.split(' ')[0] ?? '')) return welsh;
  const heard = HEARD.exec(sentence)?.[1] ?? '';
  if (isOrganisation(heard.split(' '))) return nobodysName(heard);
  const [, name = null, is = name] = SUBJECT.exec(sentence) ?? DONE_BY.exec(sentence) ?? [];
  return nobodysName(is);
}

/** The body that a sentence tells of first; null for a court, whose people speak by their sentences. */
function subjectOf(sentence: string): string | null {
  const [, name = ''] = DID_SO.exec(sentence) ?? [];
  const words = name.split(' ');
  return isOrganisation(words) && !isGeneric(words) && !/\bCourt$/.test(name) ? nobodysName(name) : null;
}

const DID_SO = new RegExp(
  `^(?:The )?(${CAPITALISED_NAME})(?:, (?:where|which|who)[^,]{3,60},)? (?:has|have|had|is|are|was|were|will|\\p{Ll}{2,}(?:s|ed)) `,
  'u',
);

function nobodysName(name: string | null): string | null {
  const words = name?.split(' ') ?? [];
  const [first = ''] = words;
  return isFirstName(first) || rankLength(words, 0) > 0 || isGathered(first) || NO_NAME.test(first) ? null : name;
}

/** How a sentence may begin that tells of nobody by name. */
const NO_NAME = /^(?:The|A|An|This|That|These|Those|It|They|We|There|People|Work|Visitors|Organisers)$/;

/** What the narration tells of bodies whose people speak without naming them. */
export interface ToldBefore {
  /** `The building was designed by Quayle Hobbs. Associate director Jo Bell said`: whom the sentence before is about. */
  bodyBefore(speaker: Speaker, passage: Passage): string | null;
  /** `Clwb Rygbi Marl has retired the shirt. Chairman Jo Bell said`: the body that the sentence before, in the same paragraph, tells of. */
  bodyThatDid(speaker: Speaker, passage: Passage): string | null;
  /** `She stood in the Marl Co-op. Assistant manager Jo Bell has worked there`: the one body that the sentence before names. */
  onlyBodyBefore(speaker: Speaker, passage: Passage): string | null;
  /** `Ferry Company chair Jo Bell was glad. Her operations director, …`: the body of which the sentence before tells first. */
  bodyOfHers(speaker: Speaker, passage: Passage): string | null;
  /** `At St Cuthman's, Marl, volunteers were up. Churchwarden Jo Bell said`: the last church told, no more than two paragraphs above. */
  churchBefore(passage: Passage): string | null;
  /** `The Guild also gave its backing. “…,” a spokesman said`: the body about which the sentence before in the paragraph is. */
  bodySpoken(passage: Passage): string | null;
  /** `The chief executive of the Rivers Agency was there. … Chief Executive Jo Bell said`: the body that is said to have the post. */
  bodyOfPost(role: string): string | null;
}

export function readBefore(narration: () => readonly Sentence[], sentencesBefore: SentencesBefore): ToldBefore {
  const posts = once(() => postsIn(narration()));
  /** The sentence before the words for a speaker, if it stands no further above than in the paragraph before. */
  const sentenceBefore = ({ asWritten, name }: Speaker, passage: Passage): Sentence | null => {
    const surname = name?.split(' ').at(-1) ?? '';
    const near = sentencesBefore(passage, MAX_INTRODUCED).filter(({ block }) => block >= passage.block - 1);
    const introduced = surname === '' ? -1 : near.findIndex(({ text }) => text.includes(surname));
    if (introduced > 0) return near[introduced - 1] ?? null;
    const [earlier, last] = [null, null, ...sentencesBefore(passage, 2)].slice(-2);
    const isAttribution = last?.text.includes(asWritten.slice(0, SURE_LENGTH)) === true;
    const sentence = isAttribution ? earlier : last;
    return sentence && sentence.block >= passage.block - 1 ? sentence : null;
  };
  return {
    bodyBefore: (speaker, passage) => {
      const sentence = sentenceBefore(speaker, passage);
      return sentence && bodyToldOf(sentence.text);
    },
    bodyThatDid: (speaker, passage) => {
      const sentence = sentenceBefore(speaker, passage);
      return sentence?.block === passage.block ? subjectOf(sentence.text) : null;
    },
    onlyBodyBefore: (speaker, passage) => {
      const sentence = sentenceBefore(speaker, passage);
      const [only, another] = new Set(sentence?.organisations() ?? []);
      return another === undefined ? (only ?? null) : null;
    },
    bodySpoken: (passage) => {
      const [sentence] = sentencesBefore(passage, 1);
      const body = (sentence?.block === passage.block && ABOUT.exec(sentence.text)?.[1]) || '';
      return isOrganisation(body.split(' ')) && !isGeneric(body.split(' ')) && !/\bCourt$/.test(body) ? body : null;
    },
    bodyOfHers: (speaker, passage) =>
      /^(?:her|his) /i.test(speaker.asWritten) ? (sentenceBefore(speaker, passage)?.organisations()[0] ?? null) : null,
    churchBefore: (passage) => {
      const near = sentencesBefore(passage, MAX_NEAR_SENTENCES).filter(({ block }) => block >= passage.block - 2);
      return near.map(({ text }) => CHURCH.exec(text)?.[0] ?? null).findLast((name) => name !== null) ?? null;
    },
    bodyOfPost: (role) => posts().get(role.toLowerCase()) ?? null,
  };
}

/** Sentences above a statement among which its speaker may be introduced. */
const MAX_INTRODUCED = 5;
/** Sentences above a statement in which a church is looked for. */
const MAX_NEAR_SENTENCES = 8;
/** A church by its patron, and no school or house that is called after them. */
const CHURCH =
  /\b(?:St \p{Lu}[\p{L}-]{2,20}['’]s|All (?:Saints|Souls)|Holy (?:Trinity|Cross|Rood))(?=[,.;:!?]| (?!(?:school|primary|hospice|hospital|academy|college|house|road|day|pantry|nursery)\b)\p{Ll})/u;

/** `St Wystan's dry at last`: the church of which a title tells first. */
export function churchOf(title: string): string | null {
  return CHURCH_FIRST.exec(title)?.[1] ?? null;
}

const CHURCH_FIRST =
  /^((?:St \p{Lu}[\p{L}-]{2,20}['’]s|All (?:Saints|Souls)|Holy (?:Trinity|Cross|Rood))(?: (?:Church|Chapel))?)(?=$|[,:]| \p{Ll})/u;

/** Characters by which an attribution is known. */
const SURE_LENGTH = 16;

/** The words before an `of` and a body, up to four of them, each with the body that was first. */
function postsIn(narration: readonly Sentence[]): ReadonlyMap<string, string> {
  const posts = new Map<string, string>();
  for (const { text, organisations } of narration) {
    if (!text.includes(' of ')) continue;
    let from = 0;
    for (const body of organisations()) {
      const at = text.indexOf(body, from);
      const [, written = ''] = POST.exec(text.slice(Math.max(0, at - MAX_POST_LENGTH), Math.max(0, at))) ?? [];
      const words = written.toLowerCase().split(' ');
      for (const start of words.keys()) {
        const post = words.slice(start).join(' ');
        if (!posts.has(post)) posts.set(post, body);
      }
      from = Math.max(from, at + body.length);
    }
  }
  return posts;
}

const POST = /((?:[\p{L}-]+ ){0,3}[\p{L}-]+) of (?:the )?$/u;
const MAX_POST_LENGTH = 80;
