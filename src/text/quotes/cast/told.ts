import type { Block } from '../../block.ts';
import { matchesOf } from '../../matches.ts';
import { inAnyCase } from '../any-case.ts';
import { once } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { findAccused, surnameOf } from '../statements/evidence.ts';
import type { Draft } from '../statements/statements.ts';
import { findBereaved, findRelatives, kinOfNames } from './bereaved.ts';
import type { Called } from './familiar-names.ts';
import { findMentions, type Mention } from './mentions.ts';
import { narrationOf, type Sentence, sentencesIn, standfirst, withHeadings } from './narration.ts';
import { openOffices } from './offices.ts';
import { findSuccessions, successorMeant, takerNear } from './successions.ts';

/** What a release tells of its people besides what stands where they speak. All but the mentions is read when it is first asked for. */
export interface Told {
  readonly narration: () => readonly Sentence[];
  /** Whom it names, in the order of the text; none where every speaker is introduced in full. */
  readonly mentions: readonly Mention[];
  /** Whether it says of somebody, of whom it says nothing else, that they stand accused; in doubt whatever work they do. */
  readonly isAccused: (person: Speaker, isDoubtful?: boolean) => boolean;
  /** Whether it tells of the death, or the disappearance, of somebody of that surname. */
  readonly isBereaved: (name: string) => boolean;
  /** Whether it calls somebody of that name a relative. */
  readonly isRelative: (name: string) => boolean;
  /** The word by which it calls them so: `daughter`. */
  readonly kinOf: (name: string) => string | null;
  /** Who alone is called so. */
  readonly relative: (kin: string) => Mention | null;
  /** Who takes over, or gives up, the post that somebody is called by: `the incoming chair`. */
  readonly successor: (speaker: Speaker) => Mention | null;
  /** Who, near a block, is said to hold a post that was named before. */
  readonly takerNear: (block: number) => Mention | null;
  /** Whether it says that a name is not the real one. */
  readonly isRenamed: (name: string) => boolean;
  /** A post as the release says it most fully. */
  readonly inFull: (role: string) => string;
  /** The heading under which a block stands; empty where there is none. */
  readonly headingAbove: (block: number) => string;
}

export function openTold(blocks: readonly Block[], drafts: readonly Draft[], summary: string | null): Told {
  const passages = drafts.flatMap((draft) => draft.passages);
  const narration = once(() => narrationOf(blocks, passages));
  const mentions = needsMentions(drafts)
    ? findMentions(
        [...standfirst(summary), ...withHeadings(blocks, narration()), ...namedByOthers(blocks, drafts)],
        calledIn(drafts),
      )
    : [];
  const accused = once(() => findAccused(narration()));
  const bereaved = once(() => findBereaved(mentions.length > 0 ? mentions : findMentions(narration())));
  const kin = once(() => kinOfNames(mentions));
  const byKin = once(() => findRelatives(mentions));
  const successions = once(() => findSuccessions(mentions));
  const renamed = once(() => findRenamed(narration()));
  const headings = once(() => headingsOf(blocks));
  return {
    narration,
    mentions,
    isAccused: (person, isDoubtful = false) => {
      const isMeant = isDoubtful ? (person.rank ?? person.organisation) === null : isPlain(person);
      return person.name !== null && isMeant && accused().has(surnameOf(person.name));
    },
    isBereaved: (name) => bereaved().has(surnameOf(name)),
    isRelative: (name) => kin().has(name),
    kinOf: (name) => kin().get(name) ?? null,
    relative: (word) => byKin().get(word) ?? null,
    successor: (speaker) => successorMeant(speaker, successions),
    takerNear: (block) => takerNear(block, successions()),
    isRenamed: (name) => renamed().has(name),
    inFull: openOffices(() => [summary ?? '', ...blocks.map(({ text }) => text)]),
    headingAbove: (block) => headings()[block] ?? '',
  };
}

/**
 * `“A new governor, Jo Bell, took up post in May.”` of whom only `Mr Bell` speaks: sentences in which others name in full those who
 * have a surname alone. They come last, so that nobody goes on from them.
 */
function namedByOthers(blocks: readonly Block[], drafts: readonly Draft[]): Sentence[] {
  const alone = new Set(
    drafts.flatMap(({ speaker }) =>
      speaker?.kind === 'person' && speaker.name?.includes(' ') === false && (speaker.title ?? speaker.rank) !== null
        ? [speaker.name]
        : [],
    ),
  );
  if (alone.size === 0) return [];
  return drafts.flatMap(({ passages }) =>
    passages.flatMap(({ block, start, end }) =>
      sentencesIn(blocks.length, blocks[block]?.text ?? '', start, end).filter(({ text }) =>
        matchesOf(text, FULL_NAME).some(([, surname = '']) => alone.has(surname)),
      ),
    ),
  );
}

const FULL_NAME = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+ (?=(\p{Lu}[\p{L}’'-]+))/gu;

/** Whether nothing but a name is known of somebody. */
export function isPlain({ rank, role, organisation }: Speaker): boolean {
  return rank === null && role === null && organisation === null;
}

/** `Laura (not her real name)` */
function findRenamed(narration: readonly Sentence[]): ReadonlySet<string> {
  const renaming = narration.filter(({ text }) => /real name|names? (?:has|was|have)/.test(text));
  return new Set(renaming.flatMap(({ text }) => matchesOf(text, RENAMED).map(([, name = '']) => name)));
}

const RENAMED =
  /(\p{Lu}\p{L}+)["”’']?,? [(–—-]? ?(?:(?:which|that) is )?(?:not (?:her|his|their) real name|(?:whose )?names? (?:has been|was|have been) changed)/gu;

function headingsOf(blocks: readonly Block[]): string[] {
  let heading = '';
  return blocks.map(({ kind, text }) => {
    if (kind === 'heading') heading = text;
    return heading;
  });
}

function calledIn(drafts: readonly Draft[]): Called {
  const names = drafts.flatMap(({ speaker }) => speaker?.name?.split(' ', 2).join(' ') ?? []);
  const [first, alone] = [new Set<string>(), new Set<string>()];
  for (const name of names) {
    const [only = '', surname] = name.split(' ');
    (surname === undefined ? alone : first).add(only);
  }
  return { first, alone };
}

/** Only a speaker who is not fully named where the statement stands is looked for in the narration. */
function needsMentions(drafts: readonly Draft[]): boolean {
  return drafts.some(({ speaker }) => speaker === null || !isIntroduced(speaker));
}

function isIntroduced({ kind, name, role, organisation, asWritten }: Speaker): boolean {
  // `The inspector`, `her daughter`, `Marl Council's Cabinet Member for Culture`: the release may name them elsewhere.
  if (kind === 'unnamed') return !KNOWN_ELSEWHERE.test(asWritten) && !/^\p{Lu}/u.test(role ?? '');
  return name?.includes(' ') === true && role !== 'PCC' && (role !== null || organisation !== null);
}

const KNOWN_ELSEWHERE = new RegExp(
  String.raw`^(?:${inAnyCase('the|y|yr|his|her|their')}) |^\p{Lu}[^,]*['’]s? \p{Ll}`,
  'u',
);
