import type { Said } from '../tagger/attribution.ts';
import { apposedPost } from './apposition.ts';
import { readSaid } from './bounds.ts';
import { findSpeaker } from './find.ts';
import { findFirstNames, findPair, findSeveral, type Pair } from './joint.ts';
import { findHoldersOfPosts, postsOfEach } from './joint-posts.ts';
import { ownerIn } from './owner.ts';
import { partsOf } from './parts.ts';
import { MAX_ABOUT_LENGTH, readPerson } from './person.ts';
import { NO_POST } from './post.ts';
import { readSharedPost } from './shared-post.ts';
import type { Speaker, SpeakerRead } from './speaker.ts';
import { readUnnamed } from './unnamed.ts';

/**
 * Reads the words that name a speaker, without the verb: `Inspector Rebecca Shaw, from the Fenwick community policing
 * team`, `Speaking after the hearing, tarn's chief executive, Tom Brackley`, `A spokesperson for the council`, `she`.
 * Null when they name nobody who could speak.
 */
export function readSpeaker(text: string): SpeakerRead | null {
  const parts = partsOf(text);
  const found = findSpeaker(parts, text);
  return (found && readPerson(text, parts, found.index, found.person)) ?? readUnnamed(text, parts);
}

/** As `readSpeaker`, for the words before or behind a verb of speech: two people may speak together. */
export function readSubject(text: string): SpeakerRead | null {
  const owned = readOwned(text);
  if (owned) return owned;
  const several = findSeveral(text);
  if (several) return jointSpeaker(text, several);
  const parts = partsOf(text);
  const found = findSpeaker(parts, text);
  const pair = found ? findPair(text, parts, found.index, found.person) : findFirstNames(text, parts);
  const own = found && readPerson(text, parts, found.index, found.person);
  const beside = pair && !startsBody(text, pair) ? pair : null;
  const joint = [beside, findHoldersOfPosts(text)].find((each) => each !== null && !endsBody(text, each));
  return jointSpeaker(text, joint ?? null) ?? own ?? readUnnamed(text, parts);
}

/** `Marl Search and Dog Rescue's chair, Jo Bell`: whether the first of two names is words of a body's. */
function startsBody(text: string, { name }: Pair): boolean {
  const [first = ''] = name.split(' and ');
  const start = text.indexOf(first);
  const end = start + `${first} and `.length;
  return bodiesIn(text).some((body) => body.start <= start && end < body.end);
}

/** `Jo Bell, chair of Fell & Dale Farmers`: whether the last one is. */
function endsBody(text: string, { name, end }: Pair): boolean {
  const start = end - (name.split(' and ').at(-1) ?? '').length;
  return bodiesIn(text).some((body) => body.start <= start && end <= body.end);
}

function bodiesIn(text: string): readonly Said[] {
  return readSaid(text).filter(({ aspect }) => aspect === 'organisation');
}

/** `… managed by Hexby Wildlife Trust, whose ranger Isla Moncrieff`, `… at the sanctuary, where manager Celeste Dunn`. */
function readOwned(text: string): SpeakerRead | null {
  const at = Math.max(text.lastIndexOf(' whose '), text.lastIndexOf(' where '));
  const from = at + ' whose '.length;
  const found = at > 0 ? readSpeaker(text.slice(from)) : null;
  const read = found && withPostOf(text, from, found);
  if (read?.speaker.kind !== 'person' || read.start !== 0 || (read.speaker.role ?? read.speaker.rank) === null)
    return null;
  const organisation = read.speaker.organisation ?? ownerIn(text.slice(0, at));
  return { speaker: { ...read.speaker, organisation }, start: from, end: from + read.end };
}

/** `whose Master, Jo Bell`: a post that is read only behind the `whose`. */
function withPostOf(text: string, from: number, read: SpeakerRead): SpeakerRead {
  const { role, name, rank } = read.speaker;
  const start = role === null && name !== null ? text.indexOf(name, from) : -1;
  const post = start === -1 ? null : apposedPost(text, start, start + (name?.length ?? 0), rank);
  return post !== null && text.startsWith(post, from)
    ? { ...read, speaker: { ...read.speaker, role: post }, start: 0 }
    : read;
}

/** Two people have no rank together, and a post only if it is said of both, or one of each. */
function jointSpeaker(text: string, pair: Pair | null): SpeakerRead | null {
  if (!pair) return null;
  const { name, start, end } = pair;
  const shared = readSharedPost(text, pair);
  const speaker: Speaker = {
    ...{ kind: 'person', name, rank: null, title: null },
    ...(shared === NO_POST ? postsOfEach(text, pair) : shared),
    asWritten: text.slice(start, end),
    about: text.slice(0, MAX_ABOUT_LENGTH),
  };
  return { speaker, start, end };
}
