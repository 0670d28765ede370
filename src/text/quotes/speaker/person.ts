import { people } from '../tables/people.ts';
import { isSpokesperson } from '../tables/roles.ts';
import type { Said } from '../tagger/attribution.ts';
import { isCapital } from '../words.ts';
import { readAppointment } from './appointments.ts';
import { apposedPost, isTitle } from './apposition.ts';
import { readSaid } from './bounds.ts';
import { extentOf } from './extent.ts';
import { withoutHonours, withoutNickname } from './name-runs.ts';
import { isSure, type PersonFound } from './names.ts';
import { besideName, goesOnTo, mended, ownOf } from './own-words.ts';
import { isAside, type Part } from './parts.ts';
import { mergePosts } from './post.ts';
import { isFormer, postIn, rankIn, titleBefore, wholeRank } from './said.ts';
import type { SpeakerRead } from './speaker.ts';

/** What those with a rank in a service do besides. */
const IN_CIVILIAN_LIFE = new RegExp(`^${people('shop')}$`);

/** Characters that may tell what kind of person speaks. */
export const MAX_ABOUT_LENGTH = 240;

/**
 * Reads what an attribution says of one of those whom it names. Null for words of a body's name, or of a post, that look like a
 * person's: `Bus Operators` of `The Federation of Bus Operators`.
 */
export function readPerson(
  text: string,
  parts: readonly Part[],
  index: number,
  person: PersonFound,
): SpeakerRead | null {
  const words = parts[index]?.words ?? [];
  const from = words[person.nameStart]?.start ?? 0;
  const to = words[person.nameEnd - 1]?.end ?? from;
  const read = mended(text, saidBehind(text, frontOf(parts, index)));
  const said = besideName(ownOf(read, to), { start: from, end: to });
  const names = said.filter(({ aspect }) => aspect === 'name');
  if (names.length === 0 && isNobody(text, said, { start: from, end: to }) && !isSure(words, person)) return null;
  const named = names.find(({ start, end }) => start < to && from < end);
  const whole: Said = { aspect: 'name', text: text.slice(from, to), start: from, end: to };
  const name = named && goesOnTo(whole, named, said) ? whole : (named ?? names[0] ?? whole);
  // Whoever is named behind has a rank and a body too: the first of each is this one's.
  const others = (['rank', 'role', 'organisation'] as const).flatMap(
    (aspect) => said.find((each) => each.aspect === aspect) ?? [],
  );
  const about = [...others, name];
  const within = {
    start: Math.min(...about.map((each) => each.start)),
    end: Math.max(...about.map((each) => each.end)),
  };
  const told = postIn(text, said);
  const stated = told.role === null ? mergePosts(told, readAppointment(text, name.end) ?? undefined) : told;
  const rank =
    wholeRank(text, said, name.start) ??
    (named || names.length === 0 ? rankIn(words.slice(person.start, person.nameStart), said) : null);
  const role = roleHeld(stated.role, apposedPost(text, name.start, name.end, rank), rank);
  const { start, end } = extentOf(text, parts, within, name);
  return {
    speaker: {
      kind: 'person',
      name: withoutHonours(withoutNickname(name.text)),
      rank,
      title: titleBefore(text, name.start),
      organisation: stated.organisation,
      role,
      asWritten: text.slice(start, end),
      about: text.slice(0, MAX_ABOUT_LENGTH),
    },
    start,
    end,
  };
}

/** `Commenting on the news, `: where what is said of somebody begins whom asides stand before; one that says where may name their body. */
function frontOf(parts: readonly Part[], index: number): number {
  const front = parts.slice(0, index).findIndex((part) => !isAside(part) || saysWhere(part));
  return parts[front === -1 ? index : front]?.words[0]?.start ?? 0;
}

/** `At Marl Homes`, `Speaking for the Fell Rescue` */
function saysWhere({ opening, words }: Part): boolean {
  const isFor = words.some(
    ({ text }, at) => text === 'for' && words.slice(at + 1, at + 3).some((word) => isCapital(word.text)),
  );
  return isFor || /^(?:at|for|from|of|with|by)$/.test(opening);
}

function saidBehind(text: string, front: number): readonly Said[] {
  return front === 0
    ? readSaid(text)
    : readSaid(text.slice(front)).map((each) => ({ ...each, start: each.start + front, end: each.end + front }));
}

/** Whether what looks like a name is words of a body or of a post, or a body that speaks itself: `Peacock Brewery`, `the Marl Show`. */
function isNobody(text: string, said: readonly Said[], { start: from, end: to }: Pick<Said, 'start' | 'end'>): boolean {
  const posts = said.filter(({ aspect }) => aspect === 'role');
  const isOneWord = !text.slice(from, to).includes(' ');
  const speaksItself = (posts.length === 0 && !isOneWord) || posts.some(({ text: post }) => isSpokesperson(post));
  const isCalledThe = posts.length === 0 && /\b[Tt]he $/.test(text.slice(0, from));
  return (
    isCalledThe ||
    said.some(({ aspect, start, end }) => {
      if (start > from || end < to) return false;
      if (aspect === 'role') return / (?:of|for) /.test(text.slice(start, from));
      return aspect === 'organisation' && (end - start > to - from || speaksItself);
    })
  );
}

/** Of a post that is stated and one between commas the present one. */
function roleHeld(stated: string | null, apposed: string | null, rank: string | null): string | null {
  // `Crew Manager Jo Bell, a vet, joined in 2019`: whoever has a rank speaks as that.
  if (rank !== null && !isTitle(rank) && IN_CIVILIAN_LIFE.test(stated ?? '')) return null;
  const isPast = stated !== null && isFormer(stated) && apposed !== null && !isFormer(apposed);
  return isPast ? apposed : (stated ?? apposed);
}
