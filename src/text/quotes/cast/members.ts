import { mergePosts } from '../speaker/post.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { edgeWords, keyOf } from './aliases.ts';
import { fullerRank, isNamesake, isOfPost } from './identity.ts';

/** A person of a release with everything that it says about them. */
export interface Member {
  /** Everything known, under the fullest name. */
  person: Speaker;
  /** Where they were last met, in the order of the text. */
  readonly met: number[];
}

/** The people of a release, by their names. */
export interface Members {
  /** Takes somebody up who is met at a place, or what is said there of somebody who is known. */
  enter(person: Speaker, at: number): void;
  /** Takes what is said of a surname for said of the one person who bears it; nothing if several do. */
  tell(speaker: Speaker, at: number): void;
  all(): readonly Member[];
  /** Whoever has exactly this name. */
  called(name: string): Member | undefined;
  /** Those whose names begin or end with one of the words at the edges of a name. */
  near(name: string): ReadonlySet<Member>;
}

/** People in one release; more are no release. */
export const MAX_MEMBERS = 300;

export function openMembers(): Members {
  const byName = new Map<string, Member>();
  const byEdge = new Map<string, Set<Member>>();
  return {
    enter: (person, at) => {
      if (person.kind !== 'person' || person.name === null || person.name.includes(' and ') || isOfPost(person)) return;
      // A surname alone may be anybody's; a judge and a peer have no more.
      const isOneName = (!person.name.includes(' ') || /^\p{Ll}/u.test(person.name)) && !isKnownByOneName(person);
      if (isOneName && (person.rank !== null || person.title !== null || !isFirstName(person.name))) return;
      const key = keyOf(person.name);
      if (byName.size >= MAX_MEMBERS && !byName.has(key)) return;
      const member = byName.get(key) ?? { person, met: [] };
      meet(member, person, at);
      byName.set(key, member);
      if (isOneName) return;
      for (const word of edgeWords(person.name)) byEdge.set(word, (byEdge.get(word) ?? new Set()).add(member));
    },
    tell: (speaker, at) => {
      const bearers = [...(byEdge.get(keyOf(speaker.name ?? '')) ?? [])];
      const [member, another] = bearers.filter(({ person }) => isNamesake(person, speaker));
      if (member && !another) meet(member, speaker, at);
    },
    all: () => [...byName.values()],
    called: (name) => byName.get(keyOf(name)),
    near: (name) => new Set(edgeWords(name).flatMap((word) => [...(byEdge.get(word) ?? [])])),
  };
}

function meet(member: Member, told: Speaker, at: number): void {
  member.person = complete(member.person, told);
  member.met.push(at);
}

export function isKnownByOneName({ rank }: Speaker): boolean {
  return (
    rank !== null && /\b(?:judge|justice|recorder|sheriff|lord|lady|baroness|viscount|viscountess|earl)\b/i.test(rank)
  );
}

/** More than any place in a release is. */
const MAX_PLACE = Number.MAX_SAFE_INTEGER / 4;

/** Whoever was met last before a place, else whoever is met first behind it. */
export function nearest(candidates: readonly Member[], at: number): Member | undefined {
  const distance = ({ met }: Member): number =>
    Math.min(...met.map((place) => (place <= at ? at - place : 2 * MAX_PLACE - at + place)));
  return candidates.length < 2 ? candidates[0] : [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** Characters of what is read about one person. */
const MAX_ABOUT_LENGTH = 600;

/** What is known first wins. */
export function complete(known: Speaker, other: Speaker): Speaker {
  const post = mergePosts(isShort(known.role) && !isShort(other.role) ? { ...known, role: null } : known, other);
  const about =
    known.about === other.about ? known.about : `${known.about} | ${other.about}`.slice(0, 2 * MAX_ABOUT_LENGTH);
  return { ...known, ...post, rank: fullerRank(known.rank, other.rank), title: known.title ?? other.title, about };
}

/** `PCC` where the release says somewhere what that is. */
function isShort(role: string | null): boolean {
  return role === null || /^\p{Lu}{3}$/u.test(role);
}
