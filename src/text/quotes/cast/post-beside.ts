import { organisationsIn } from '../employers/named-organisations.ts';
import { readAppointment } from '../speaker/appointments.ts';
import { apposedPost } from '../speaker/apposition.ts';
import { believable } from '../speaker/believable.ts';
import { mergePosts, type Post } from '../speaker/post.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { namesPost } from '../tables/occupations.ts';
import { isOrganisation } from '../tables/organisations.ts';
import { isLay } from '../tables/roles.ts';
import { type Said, tagAttribution } from '../tagger/attribution.ts';
import { isBehindFronted, isInBrackets } from './post-start.ts';

/** Where a name stands in its sentence, and the sentence behind that one. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly next: string;
}

/** Characters before a name in which its bearer's post may stand. */
const MAX_BEFORE = 160;

/** Whoever is named without a post gets the one that the sentence tells before the name, or the next one of him or her. */
export function withPostBeside(speaker: Speaker | null, place: Place): Speaker | null {
  if (speaker?.kind !== 'person' || speaker.role !== null) return speaker;
  const isAlone = isBehindFronted(place.text.slice(0, place.start), place.text.slice(place.end));
  const post = (isAlone ? null : (postBefore(place) ?? apposed(place, speaker.rank))) ?? postInNext(place);
  return post === null ? speaker : { ...speaker, ...mergePosts(speaker, post) };
}

/** `The consultant who leads the service, Dr Jo Bell, was on call.` */
function apposed({ text, start, end }: Place, rank: string | null): Post | null {
  const role = apposedPost(text, start, end, rank);
  if (role === null) return null;
  // `Kestrel Homes (chief executive: Jo Bell)`
  const [, body = null] = isInBrackets(text.slice(0, start)) ? (BEFORE_BRACKET.exec(text.slice(0, start)) ?? []) : [];
  return { role, organisation: body };
}

const BEFORE_BRACKET = /((?:\p{Lu}[\p{L}’'&-]*)(?: (?:(?:and|of|&) )?\p{Lu}[\p{L}’'&-]*){0,6}) \([^()]*$/u;

/** `was handed over by the force's chaplain, the Reverend Jo Bell`, `as operator Amy Lee puts it` */
function postBefore({ text, start, end }: Place): Post | null {
  const from = text.indexOf(' ', Math.max(-1, start - MAX_BEFORE - 1)) + 1;
  const near = start > MAX_BEFORE ? text.slice(from, end) : text.slice(0, end);
  const name = start - (text.slice(0, end).length - near.length);
  if (name === 0) return null;
  const before = tagAttribution(near).filter((each) => each.end <= name);
  const role = before.findLast(({ aspect }) => aspect === 'role');
  if (!role || !isJoined(near, role, before, name)) return null;
  const body = before.find(
    ({ aspect, start: at, end: to }) =>
      aspect === 'organisation' && (at > role.end || /^['’]?s? ?$/.test(near.slice(to, role.start))),
  );
  // `the Lace Guild, whose president is Jo Bell`
  const owned = role.text.replace(/^whose /, '');
  const owner = owned === role.text ? body?.text : organisationsIn(near.slice(0, role.start)).at(-1);
  return held({ role: owned, organisation: owner ?? null });
}

/** Whether between a post and a name nothing stands but a body, a rank and small words. */
function isJoined(text: string, role: Said, said: readonly Said[], name: number): boolean {
  let between = '';
  let at = role.end;
  for (const each of said.filter(({ start }) => start >= role.end)) {
    between += text.slice(at, each.start);
    at = each.end;
  }
  return /^(?:[\s,–—-]|\b(?:of|at|for|from|the|is|was|to be|will be|mr|mrs|ms|miss)\b)*$/i.test(
    between + text.slice(at, name),
  );
}

/** `Maj Bell read the Exhortation. He is second-in-command of …`: the post that the next sentence tells of him or her. */
function postInNext({ next }: Place): Post | null {
  const [pronoun] = /^(?:Since \d{4},? )?s?he(?= (?:is|has been|was) )/i.exec(next) ?? [];
  return pronoun === undefined ? null : held(readAppointment(next, pronoun.length));
}

/** A post that can be believed and is one: relatives, residents and patients hold none. */
function held(post: Post | null): Post | null {
  const read = post && believable(post);
  const words = read?.role?.split(' ') ?? [];
  // `the Senior Coroner turned to Mrs Bell`
  if (/^\p{Ll}+ed$/u.test(words.at(-1) ?? '') && !namesPost(words.at(-1) ?? '')) return null;
  const isPost = words.some(namesPost) && !isLay(words.at(-1) ?? '') && !isOrganisation(words);
  return isPost ? read : null;
}
