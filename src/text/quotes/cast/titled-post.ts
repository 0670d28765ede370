import { matchesOf } from '../../matches.ts';
import { onceEach } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Sentence } from './narration.ts';

/** Answers which post is that of somebody of whom a release tells a title alone; null where it may be another's. */
export type TitledPost = (speaker: Speaker) => string | null;

/** A place: `Marl`, `the Corve Valley`, `Marl and Tarn`. */
const PLACE = String.raw`(?:the )?\p{Lu}[\p{L}'’-]+(?:(?: and| &)? \p{Lu}[\p{L}'’-]+){0,3}`;
const UNIT = `(?: of ${PLACE})?`;

/** Titles, each with the one post that goes with it as a sentence tells it, and with what tells whose it is. */
const TITLES = [
  { title: /^(?:Rt|Right)\.? Rev/i, post: `Bishop of ${PLACE}` },
  { title: /^Most\.? Rev/i, post: `(?:Archbishop|Bishop|Primus) of ${PLACE}` },
  { title: /^Very\.? Rev/i, post: `(?:Dean|Provost) of ${PLACE}` },
  { title: /^Ven/i, post: `Archdeacon of ${PLACE}` },
  { title: /^(?:Lt|Lieutenant)\.?[ -](?:Col|Commander|Cdr)/i, post: `Commanding Officer${UNIT}` },
].map(({ title, post }) => ({
  title,
  post: new RegExp(String.raw`(?<=\b(?:[Tt]he|[Hh]er|[Ii]ts) (?:new )?)${post}(?![\p{L}'’-])`, 'gu'),
}));

type Titled = (typeof TITLES)[number];

/** `, the Rt Rev Jo Bell`, ` Jo Bell`: whoever is named behind a post holds it. */
const NAMED = /^,? (?:(?:the|is) )*\p{Lu}/u;
/** `the Bishop of Marl's letter` */
const OWNER = /['’]s?$/;
/** Sentences and speakers of whom a post is told that is no longer theirs, or not yet. */
const GONE =
  /\b(?:died|death|funeral|late|vacan\p{L}+|predecessor|former(?:ly)?|retired|assistant|suffragan|deputy|visiting|succeeds)\b/iu;

/**
 * `The Bishop of Marl has thanked them. The Rt Revd Jo Bell wrote: “…”`: the post that the narration tells without a name is that of the
 * one person whose title goes with it, if it tells of one such post.
 */
export function openTitledPosts(narration: () => readonly Sentence[], people: readonly (Speaker | null)[]): TitledPost {
  const postOf = onceEach((titled: Titled) => {
    const bearers = new Set(people.flatMap((each) => (titled.title.test(each?.rank ?? '') ? [each?.name] : [])));
    return bearers.size === 1 ? onlyPost(titled, narration()) : null;
  });
  return ({ name, rank, role, about }) => {
    if (name === null || rank === null || role !== null || GONE.test(about)) return null;
    const titled = TITLES.find(({ title }) => title.test(rank));
    return titled ? postOf(titled) : null;
  };
}

/** The one post that sentences tell for a title, if none of them tells whose it is or that it is no more. */
function onlyPost({ post: pattern }: Titled, narration: readonly Sentence[]): string | null {
  const told = narration.flatMap(({ text }) =>
    matchesOf(text, pattern).map(({ 0: post, index }) =>
      GONE.test(text) || NAMED.test(text.slice(index + post.length)) ? null : post.replace(OWNER, ''),
    ),
  );
  const [post = null, ...others] = new Set(told);
  return others.length === 0 ? post : null;
}
