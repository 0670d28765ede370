import { matchesOf } from '../../matches.ts';
import type { Sentence } from '../cast/narration.ts';
import { once } from '../once.ts';
import { PERSON_NAME } from '../speaker/name-runs.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { KIN_WORDS, OF_RELATIVE } from '../tables/kin.ts';
import { CAPITALISED_NAME, isOrganisation, KINDS_OF_BODIES } from '../tables/organisations.ts';
import { isRankOf } from '../tables/services.ts';

/** A body of which a sentence says whose it is. */
interface Affiliation {
  readonly body: string;
  /** The words in which the one whose it is must be named. */
  readonly words: string;
  /** Where among those words the name ends (`Jo Bell runs …`) or begins (`… founded by Jo Bell`). */
  readonly side: 'end' | 'start';
  /** Whether it is that of two: `Jo Bell and Tom Lee, who own …`. */
  readonly isShared?: boolean;
}

const RUN = `${CAPITALISED_NAME}(?: (?:group|team|panel|club|committee|choir|band|network|forum)\\b)?`;
const OF_ITS_OWN = String.raw`(?:(?:the|its|our|a local|a small|a) )?(?:\p{Ll}+['’]s )?(?:(?:\p{Ll}[\p{L}-]* ){0,2}(?:${KINDS_OF_BODIES}),? )?`;

/** `Jo Bell, who chairs Keep Marl Green`: what makes a body somebody's, before its name. */
const MAKES = new RegExp(
  String.raw`\b(?:(?:co-)?(?:chairs|chaired|founded|owns|runs|leads|heads|manages|edits|captains|coaches|directs)|(?<=who )(?:chair|own|run|lead|head|manage|edit|coach)|(?:has run|had run|helped to found|set up|works for|works with|works at|volunteers (?:for|with|at)|plays for|belongs to|sits on|whose (?:own )?(?:${KINDS_OF_BODIES}|studio|practice|workshop|shop|farm)(?: is)?)) ${OF_ITS_OWN}(${RUN})|, (?:from|of|at|with) (?:the )?(?:\p{Ll}[\p{L}-]* ){0,2}(?:${KINDS_OF_BODIES}),? (${RUN})(?=,)`,
  'gu',
);
/** `Put It Down was founded by Jo Bell`, `They are trained by Doorway, whose founder Jo Bell`. */
const MADE_BY = new RegExp(
  String.raw`(${RUN}),? (?:(?:was|is|were|are) (?:\p{Ll}+ )?(?:founded|set up|started|run|led|owned|managed|chaired|edited) (?:in \d{4} )?by|(?:the|a|an) (?:\p{Ll}[\p{L}-]* ){0,3}(?:${KINDS_OF_BODIES})(?: which [^,.]{3,60})?, (?:founded by|run by)|whose(?! (?:${KIN_WORDS}|M[PS]|mayor|vicar|own)\b)) `,
  'gu',
);
/** What a sentence has that tells one of these: most have none. */
const TELLS =
  /, (?:from|of|at|with) |\b(?:chair|found|own|run|lead|head|manag|edit|captain|coach|direct|set up|work|volunteer|play|belong|sits|whose|start)/;

/**
 * Answers for whom somebody speaks of whom the narration says that they chair, run, founded or belong to a body, or whose post
 * it names behind the body: `Jo Bell, who chairs Keep Marl Green`, `Doorway, whose founder Jo Bell …`. Null when it says no such
 * thing, for those with a rank of a public service, whose unit is no body of theirs, and for councillors, who chair committees.
 */
export function openAffiliations(narration: () => readonly Sentence[]): (speaker: Speaker) => string | null {
  const told = once(() => bySurname(narration().flatMap(({ text }) => (TELLS.test(text) ? affiliationsIn(text) : []))));
  return ({ name, rank }) => {
    const surname = name?.split(' ').at(-1) ?? '';
    if (surname === '' || (rank !== null && SERVICES.some((service) => isRankOf(rank, service)))) return null;
    return told().get(surname) ?? null;
  };
}

const SERVICES = ['police', 'fire', 'council', 'forces'] as const;

function affiliationsIn(text: string): Affiliation[] {
  const found: Affiliation[] = [];
  for (const { 0: whole, 1: own, 2: from, index } of matchesOf(text, MAKES)) {
    const body = bodyOf(own ?? from ?? whole);
    if (from === undefined ? mayBeBody(body, whole) : mayBeName(body))
      found.push({ body, words: text.slice(0, index), side: 'end', isShared: SHARED.test(whole) });
  }
  for (const match of matchesOf(text, MADE_BY)) {
    const from = match.index + match[0].length;
    if (mayBeName(bodyOf(match[1]))) found.push({ body: bodyOf(match[1]), words: text.slice(from), side: 'start' });
  }
  return found;
}

/** Characters within which a person is named beside the body. */
const MAX_LENGTH = 90;

function bodyOf(written = ''): string {
  return written.replace(/^The (?=\p{Lu})/u, '').replace(/['’]s?$/, '');
}

/** Whether capitals may be a body of which one can be part: an organisation, or words that are no place and no person. */
function mayBeBody(body: string, said: string): boolean {
  const words = body.split(' ');
  return isOrganisation(words) || ((words.length > 1 || MAKES_SURELY.test(said)) && mayBeName(body));
}

/** What nobody does to a place, a building or an animal: one word behind it is a body. */
const MAKES_SURELY = /^(?:co-)?(?:founded|helped to found|set up|works for|volunteers (?:for|with))\b/;

/** `Lee & Rowe` is one though people are called Lee; `Designer Amy Lee` is none. */
function mayBeName(body: string): boolean {
  const words = body.split(' ');
  return !PLACE_OR_EVENT.test(body) && (words.includes('&') || !words.slice(0, 2).some(isFirstName));
}

const PLACE_OR_EVENT = / (?:Road|Street|Lane|Park|Estate|Island|Valley|Farm|Marathon|Day)$/;

/** The first body of everybody whose it is, by every word of their names. */
function bySurname(affiliations: readonly Affiliation[]): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const each of affiliations) {
    for (const word of ownersOf(each).flatMap((name) => name.split(' '))) {
      if (!bodies.has(word)) bodies.set(word, each.body);
    }
  }
  return bodies;
}

/** The name nearest to the body, and the one that the sentence begins with. */
function ownersOf({ words: said, side, isShared = false }: Affiliation): string[] {
  const words = side === 'end' ? ofRelative(said) : said;
  const beside = side === 'end' ? words.slice(-MAX_LENGTH) : words.slice(0, MAX_LENGTH);
  const names = matchesOf(beside, NAME).map(([name]) => name);
  // `whose Master, Jo Bell, told guests`
  const posted = side === 'start' ? POSTED.exec(words)?.[1] : undefined;
  const nearest = posted ?? (side === 'end' ? names.at(-1) : names[0]);
  // `Jo Bell and Tom Lee, who own …`
  const [, partner] = isShared ? (PARTNER.exec(beside) ?? []) : [];
  // `Jo Bell, who has lived on Mill Lane for years and chairs …`
  const subject = side === 'end' ? SUBJECT.exec(words)?.[1] : undefined;
  return [nearest, partner, subject].filter((name) => name !== undefined);
}

/** ` whose husband Ken ` of `Jo Bell, whose husband Ken runs Kestrel Homes`: what a relative runs is theirs. */
function ofRelative(words: string): string {
  const near = words.slice(-MAX_RELATIVE_LENGTH);
  const [relative] = near.includes(' whose ') ? (RELATIVE.exec(near) ?? []) : [];
  return relative ?? words;
}

/** Characters in which a sentence tells of a relative before the body. */
const MAX_RELATIVE_LENGTH = 200;

const RELATIVE = new RegExp(`${OF_RELATIVE}$`, 'u');
/** What two do. */
const SHARED = /^(?:chair|own|run|lead|head|manage|edit|coach) /;
const PARTNER = new RegExp(`(${PERSON_NAME}) and ${PERSON_NAME},? who $`, 'u');
const SUBJECT = /^(?:(?:But|And|Meanwhile),? )?((?:\p{Lu}[\p{L}’'-]+ ){0,3}\p{Lu}[\p{L}’'-]+),? who(?:se)? /u;
const POSTED = /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?, (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)/u;
const NAME = /\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu;
