import { lastIndexBefore } from '../before.ts';
import type { Sentence } from '../cast/narration.ts';
import { placeOf } from '../cast/place.ts';
import { once, onceEach } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import { HOUSES } from '../tables/houses.ts';
import { endsInRelation } from '../tables/roles.ts';
import { organisationsIn } from './named-organisations.ts';
import { type About, headlineOf } from './publisher.ts';

/** A body where the narration names it. */
interface Named {
  readonly name: string;
  readonly block: number;
  readonly place: number;
}

/**
 * Answers for which house somebody speaks whose post only houses of a kind have: a school for a headteacher, a club for a coach.
 * It is the one of the kind that the paragraphs just before name last, else the publisher if it is one, else the only one that the
 * release names, the one in its headline, or the first. Null where it names none.
 */
export function openHouses(
  about: About,
  narration: () => readonly Sentence[],
  publisher: () => string,
): (speaker: Speaker, passage: Passage) => string | null {
  const bodies = once(() => namedIn(narration()));
  const ofKind = onceEach((kind: RegExp) => bodies().filter(({ name }) => kind.test(name)));
  const announced = once(() => organisationsIn(headlineOf(about)));
  const inRelease = onceEach((kind: RegExp) => oneOfKind(ofKind(kind), announced(), kind));
  const firms = once(() => firmsIn(bodies()));
  return ({ name, role, rank }, passage) => {
    const post = role ?? rank ?? '';
    if (post === '') return null;
    const isOfFamily = role !== null && (rank === null || isLeader(role)) && !endsInRelation(role.split(' '));
    const family = isOfFamily ? (firms().get(name?.split(' ').at(-1) ?? '') ?? null) : null;
    if (family !== null) return family;
    for (const { posts, bodies: kind, isNear = false } of HOUSES) {
      if (!posts.test(post)) continue;
      const near = nearest(ofKind(kind), passage);
      const found = near ?? (kind.test(publisher()) ? publisher() : isNear ? null : inRelease(kind));
      if (found !== null) return found;
    }
    return null;
  };
}

/** Who leads or owns a firm, or will. */
function isLeader(role: string): boolean {
  return /\b(?:director|owner|founder|partner|proprietor|manager|chair(?:man|woman)?|chief executive)$/i.test(
    role ?? '',
  );
}

/** `Mace & Daughters` of somebody called Mace: the first firm by every word of its name. */
function firmsIn(bodies: readonly Named[]): ReadonlyMap<string, string> {
  const firms = new Map<string, string>();
  for (const { name } of bodies.filter((body) => FIRM.test(body.name))) {
    for (const word of name.split(/['’]s?\b|[ ,]/)) if (word !== '' && !firms.has(word)) firms.set(word, name);
  }
  return firms;
}

const FIRM = / & |^\p{Lu}[\p{L}-]+['’]s \p{Lu}[\p{L}-]+$|\b(?:Sons?|Daughters?|Brothers|Ltd|Limited|plc|LLP|Cyf)$/u;

function namedIn(narration: readonly Sentence[]): Named[] {
  return narration.flatMap(({ block, at, text, organisations }) =>
    organisations().map((name) => ({
      name,
      block,
      place: placeOf({ block, at: at + Math.max(0, text.indexOf(name)) }),
    })),
  );
}

/** The last that is named before a statement, no more than a paragraph above it. */
function nearest(named: readonly Named[], { block, outerStart }: Passage): string | null {
  const last = named[lastIndexBefore(named, placeOf({ block, at: outerStart }))];
  return last !== undefined && last.block >= block - 1 ? last.name : null;
}

function oneOfKind(named: readonly Named[], announced: readonly string[], kind: RegExp): string | null {
  const told = new Set(named.map(({ name }) => name));
  const headline = announced.filter((name) => kind.test(name));
  const [first] = told.size === 1 || headline.length === 0 ? told : headline;
  return first ?? null;
}
