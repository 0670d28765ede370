import type { Attribution } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { inAnyCase } from './any-case.ts';
import { findBereaved, findRelatives, kinOfNames } from './cast/bereaved.ts';
import { openCast, placeOf } from './cast/cast.ts';
import { whoGoesOn, whoIsMeant } from './cast/meant.ts';
import { readAlong } from './cast/mentioned.ts';
import { findMentions, type Mention } from './cast/mentions.ts';
import { narrationOf, type Sentence, standfirst, withHeadings } from './cast/narration.ts';
import { openEmployers } from './employers/employers.ts';
import type { About } from './employers/publisher.ts';
import type { FoundStatement } from './found.ts';
import { kindOf } from './kinds.ts';
import { once } from './once.ts';
import type { Speaker } from './speaker/speaker.ts';
import { standingOf } from './standing.ts';
import { findAccused, surnameOf } from './statements/evidence.ts';
import type { Passage } from './statements/passages.ts';
import type { Draft } from './statements/statements.ts';
import { isPrivateRole } from './tables/roles.ts';
import { isBlank } from './words.ts';

const NOBODY: Attribution = { name: null, rank: null, role: null, organisation: null, asWritten: '' };

/** Who speaks, as far as the whole release tells. */
export type Attributed = Pick<FoundStatement, 'attribution' | 'kind' | 'confidence'>;

/** How sure it is who speaks: named beside the statement, found elsewhere in the release, or not named at all. */
const CONFIDENCE = { named: 1, resolved: 0.8, unnamed: 0.6, nobody: 0.2 };

/**
 * Says for every statement who speaks, in full: `Insp Shaw` and `she` get the name, rank, role and organisation that
 * the release gives elsewhere, `the council` gets its name, and whoever has only a rank or a post of the publishing body
 * belongs to it. `asWritten` stays what stands beside the statement. Null for what an accused says: it is evidence.
 */
export function attribute(blocks: readonly Block[], drafts: readonly Draft[], about: About): (Attributed | null)[] {
  if (drafts.length === 0) return [];
  const passages = drafts.flatMap((draft) => draft.passages);
  const narration = once(() => narrationOf(blocks, passages));
  const mentions = needsMentions(drafts)
    ? findMentions([...standfirst(about.summary), ...withHeadings(blocks, narration())], firstNamesOf(drafts))
    : [];
  const cast = openCast(drafts, mentions);
  const mentionedBefore = readAlong(mentions);
  const employerOf = openEmployers({ blocks, narration, drafts, about });
  const renamed = once(() => findRenamed(narration()));
  const accused = once(() => findAccused(narration()));
  const isAccused = (meant: Speaker): boolean =>
    meant.name !== null && isPlain(meant) && accused().has(surnameOf(meant.name));
  const bereaved = once(() => findBereaved(mentions.length > 0 ? mentions : findMentions(narration())));
  const kinOf = once(() => kinOfNames(mentions));
  const headings = once(() => headingsOf(blocks));
  const byKin = once(() => findRelatives(mentions));
  const relative = (kin: string): Mention | null => byKin().get(kin) ?? null;
  const isRelative = (name: string): boolean => kinOf().has(name);
  let earlier: readonly Speaker[] = [];
  let before: Passage | null = null;
  return drafts.map(({ speaker, isDoubtful = false, passages: [first, ...more] }) => {
    const mentioned = mentionedBefore(first?.block ?? 0, first?.outerStart ?? 0);
    const [last = null] = earlier;
    const told = toldBefore(blocks, first, before);
    const said = first ? (blocks[first.block]?.text.slice(first.start, first.end) ?? '') : '';
    const situation = {
      mentioned,
      said,
      last,
      earlier,
      cast,
      at: placeOf(first),
      told,
      relative,
      isRelative,
      isAccused,
    };
    const assumed = speaker || !first ? null : whoGoesOn(first, before, blocks[first.block - 1]?.text ?? '', situation);
    const meant = speaker ? whoIsMeant(speaker, situation) : assumed && isAccused(assumed) ? null : assumed;
    before = more.at(-1) ?? first ?? null;
    if (!speaker && !meant) return { attribution: NOBODY, kind: 'other', confidence: CONFIDENCE.nobody };
    if (isDoubtful && (!meant || isPlain(meant))) return null;
    if (speaker?.kind === 'pronoun' && meant && isAccused(meant)) return null;
    if (meant) earlier = [meant, ...earlier].slice(0, MAX_EARLIER);
    const { name = null, rank = null, role = null } = meant ?? {};
    const organisation = meant && first ? employerOf(meant, first) : null;
    const hint = name !== null && !name.includes(' ') && renamed().has(name) ? ' | not their real name' : '';
    const isPrivate = name !== null && rank === null && role === null && organisation === null;
    const kind = kindOf(meant && { ...meant, about: `${meant.about}${hint}` }, {
      organisation,
      heading: headings()[first?.block ?? 0] ?? '',
      isRelated: isPrivate && (kinOf().has(name) || bereaved().has(surnameOf(name))),
    });
    const standing =
      meant && (role === null || isPrivateRole(role))
        ? (standingOf(meant, kind) ?? (kind === 'family' ? (kinOf().get(name ?? '') ?? null) : null))
        : null;
    return {
      attribution: { name, rank, role: standing ?? role, organisation, asWritten: speaker?.asWritten ?? '' },
      kind,
      confidence: speaker ? confidenceIn(speaker, name) : CONFIDENCE.unnamed,
    };
  });
}

/** What is told in the paragraph of a statement since the one before, or in the paragraph above it. */
function toldBefore(blocks: readonly Block[], first: Passage | undefined, before: Passage | null): string {
  if (!first) return '';
  const from = (block: number): number => (before?.block === block ? before.outerEnd : 0);
  const beside = blocks[first.block]?.text.slice(from(first.block), first.outerStart) ?? '';
  return isBlank(beside) ? (blocks[first.block - 1]?.text.slice(from(first.block - 1)) ?? '') : beside;
}

/** Speakers who may be meant by a pronoun. */
const MAX_EARLIER = 4;

/** For every block the heading under which it stands. */
function headingsOf(blocks: readonly Block[]): string[] {
  let heading = '';
  return blocks.map(({ kind, text }) => {
    if (kind === 'heading') heading = text;
    return heading;
  });
}

function isPlain({ rank, role, organisation }: Speaker): boolean {
  return rank === null && role === null && organisation === null;
}

/** `Laura (not her real name)` */
function findRenamed(narration: readonly Sentence[]): ReadonlySet<string> {
  return new Set(narration.flatMap(({ text }) => [...text.matchAll(RENAMED)].map(([, name = '']) => name)));
}

const RENAMED =
  /(\p{Lu}\p{L}+),? \(?(?:not (?:her|his|their) real name|(?:whose )?names? (?:has been|was|have been) changed)/gu;

function confidenceIn(speaker: Speaker, name: string | null): number {
  if (name === null) return CONFIDENCE.unnamed;
  return speaker.name === name && name.includes(' ') ? CONFIDENCE.named : CONFIDENCE.resolved;
}

/** The first names of those who are named in full where they speak. */
function firstNamesOf(drafts: readonly Draft[]): ReadonlySet<string> {
  return new Set(
    drafts.flatMap(({ speaker }) => {
      const [first = '', surname] = speaker?.name?.split(' ') ?? [];
      return surname === undefined ? [] : [first];
    }),
  );
}

/** Only a speaker who is not fully named where the statement stands is looked for in the narration. */
function needsMentions(drafts: readonly Draft[]): boolean {
  return drafts.some(({ speaker }) => speaker === null || !isIntroduced(speaker));
}

function isIntroduced({ kind, name, rank, role, organisation, asWritten }: Speaker): boolean {
  // `The inspector`, `her daughter`, `Marl Council's Cabinet Member for Culture`: the release may name them elsewhere.
  if (kind === 'unnamed') return !KNOWN_ELSEWHERE.test(asWritten) && !/^\p{Lu}/u.test(role ?? '');
  return name?.includes(' ') === true && role !== 'PCC' && (rank !== null || role !== null || organisation !== null);
}

const KNOWN_ELSEWHERE = new RegExp(
  String.raw`^(?:${inAnyCase('the|y|yr|his|her|their')}) |^\p{Lu}[^,]*['’]s? \p{Ll}`,
  'u',
);
