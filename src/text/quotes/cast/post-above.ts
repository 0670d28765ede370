import { matchesOf } from '../../matches.ts';
import { once } from '../once.ts';
import { isTitle, postOfHeading, postOfSentence } from '../speaker/apposition.ts';
import { isSure, people } from '../speaker/names.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Draft } from '../statements/statements.ts';
import { KIN_WORDS } from '../tables/kin.ts';
import type { Sentence } from './narration.ts';
import { openSentencesBefore } from './sentences-before.ts';
import type { Told } from './told.ts';

/** Answers which post is that of whoever makes a statement, where the sentence before tells of it without a name; null where none does. */
export type PostAbove = (draft: Draft, speaker: Speaker) => string | null;

/** Of whom a sentence tells that they do not speak, or hold the post no more. */
const ABSENT =
  /\b(?:not|never|no longer|refus\p{L}+|declin\p{L}+|resign\p{L}*|absent|died|death|funeral|late|jailed|sacked|dismissed|vacan\p{L}+|former(?:ly)?|predecessor|successor|next (?!door)|incoming|outgoing)\b|n['’]t\b/iu;

/** Whose relative somebody is who speaks as that. */
const KIN = new RegExp(String.raw`(?<![\p{L}-])(?:${KIN_WORDS})(?![\p{L}-])`, 'u');

/**
 * `The trust's chief nurse was delighted. “…,” said Jo Bell.`: the post that the sentence before a statement tells without a name is that
 * of whoever makes it, if they are first named beside it and nothing else is said of them.
 */
export function openPostsAbove({ narration, headingAbove }: Pick<Told, 'narration' | 'headingAbove'>): PostAbove {
  const sentencesBefore = openSentencesBefore(narration);
  const firstNamed = once(() => placesOfNames(narration()));
  return ({ speaker, passages: [first] }, { name, rank, role, organisation, about }) => {
    const [surname = ''] = name?.split(' ').slice(-1) ?? [];
    const headed = first && name !== null && role === null ? postOfHeading(headingAbove(first.block)) : null;
    if (headed !== null) return headed;
    const isNew = speaker?.kind === 'person' && speaker.name === name && name !== null && surname !== name;
    if (!first || !isNew || (role ?? organisation) !== null || (rank !== null && !isTitle(rank))) return null;
    if (KIN.test(about)) return null;
    const near = sentencesBefore(first, MAX_BEFORE).filter(({ block }) => block >= first.block - 1);
    const sentence = near.findLast(({ text }) => !text.includes(surname));
    if (!sentence || ABSENT.test(sentence.text) || isBefore(firstNamed().get(surname), sentence)) return null;
    // `The yard's owner is Amy Lee.`
    if ([...people(sentence.words(), sentence.text)].some((person) => isSure(sentence.words(), person))) return null;
    return postOfSentence(sentence.text, sentence.block === first.block);
  };
}

/** Sentences before a statement of which one may tell of a post: the last, and where that names whoever speaks the one before. */
const MAX_BEFORE = 2;

/** Where each word with a capital first stands. */
function placesOfNames(narration: readonly Sentence[]): ReadonlyMap<string, Sentence> {
  const places = new Map<string, Sentence>();
  for (const sentence of narration)
    for (const [word] of matchesOf(sentence.text, /\p{Lu}[\p{L}’'-]*(?<!['’]s)/gu))
      if (!places.has(word)) places.set(word, sentence);
  return places;
}

function isBefore(one: Sentence | undefined, other: Sentence): boolean {
  return one !== undefined && (one.block < other.block || (one.block === other.block && one.at < other.at));
}
