import { once, onceEach } from '../once.ts';
import { mergePosts } from '../speaker/post.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Draft } from '../statements/statements.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isShortFor, isShortForm } from '../tables/short-names.ts';
import { edgeWords, findAliases, keyOf } from './aliases.ts';
import { isDead } from './bereaved.ts';
import { clericMeant } from './clergy.ts';
import {
  holdingPost,
  isCalledByPost,
  isDefinite,
  isNamesake,
  isOfPost,
  isSameGender,
  isSpelledAlike,
} from './identity.ts';
import type { Mention } from './mentions.ts';

/** A person of a release with everything that it says about them. */
interface Member {
  /** Everything known, under the fullest name. */
  person: Speaker;
  /** Where they were last met, in the order of the text. */
  readonly met: number[];
}

/** The people of one release. */
export interface Cast {
  /** Everything that the release says about whoever is meant; the mention itself when that is nobody else. */
  identify(speaker: Speaker, at: number): Speaker;
}

/** People in one release; more are no release. */
const MAX_MEMBERS = 300;

/** Gathers everybody who speaks or is mentioned; the order of the text is that of blocks, then of offsets. */
export function openCast(drafts: readonly Draft[], mentions: readonly Mention[]): Cast {
  const members = new Map<string, Member>();
  const bySurname = new Map<string, Set<Member>>();
  const enter = (person: Speaker, at: number): void => {
    if (person.kind !== 'person' || person.name === null || person.name.includes(' and ') || isOfPost(person)) return;
    // A surname alone may be anybody's; a judge and a peer have no more.
    const isOneName = (!person.name.includes(' ') || /^\p{Ll}/u.test(person.name)) && !isKnownByOneName(person);
    if (isOneName && (person.rank !== null || person.title !== null || !isFirstName(person.name))) return;
    const key = keyOf(person.name);
    if (members.size >= MAX_MEMBERS && !members.has(key)) return;
    const member = members.get(key) ?? { person, met: [] };
    member.person = complete(member.person, person);
    member.met.push(at);
    members.set(key, member);
    if (isOneName) return;
    for (const word of edgeWords(person.name)) bySurname.set(word, (bySurname.get(word) ?? new Set()).add(member));
  };
  for (const { speaker, passages } of drafts) if (speaker) enter(speaker, placeOf(passages[0]));
  // What the narration says of somebody is read when somebody of that name is looked for.
  const unread = new Set(mentions);
  const unsettled: { readonly speaker: Speaker; readonly at: number }[] = [];
  const byWord = indexed(mentions);
  const read = (wanted: Iterable<Mention>, called = ''): void => {
    for (const mention of wanted) {
      if (!unread.delete(mention)) continue;
      const speaker = mention.speaker();
      const isRead = speaker?.name === mention.name;
      const isTitled = !mention.name.includes(' ') && (speaker?.rank ?? speaker?.title ?? null) !== null;
      if (speaker && isRead && isTitled && isKnownByOneName(speaker)) enter(speaker, placeOf(mention));
      else if (speaker && isRead && isTitled) unsettled.push({ speaker, at: placeOf(mention) });
      else if (isRead || isFirstName(mention.name.split(' ')[0] ?? '') || isCalledSo(mention, called))
        enter(speaker && isRead ? speaker : bare(mention), placeOf(mention));
    }
  };
  for (const { speaker, passages } of drafts) {
    // `Cllr Osgerby, Cabinet Member for Housing`: what is said of a surname is said of the one person who bears it.
    if (speaker?.kind !== 'person' || speaker.name?.includes(' ') || !isTelling(speaker)) continue;
    read(byWord.get(keyOf(speaker.name ?? '')) ?? []);
    tell(speaker, placeOf(passages[0]), bySurname);
  }
  const settle = (): void => {
    for (const told of unsettled.splice(0))
      if (isTelling(told.speaker) || told.speaker.rank !== null) tell(told.speaker, told.at, bySurname);
  };
  const aliases = once(() => findAliases(mentions));
  const readLong = onceEach((short: string) => read(mentions.filter(({ name }) => isLongFor(name, short))));
  return {
    identify: (found, at) => {
      const alias = found.kind === 'person' && found.name !== null ? aliases().get(keyOf(found.name)) : undefined;
      const speaker = alias === undefined ? found : { ...found, name: alias };
      if (speaker.kind === 'person') {
        for (const word of edgeWords(speaker.name ?? '')) read(byWord.get(word) ?? [], speaker.name ?? '');
        if (isShortName(speaker)) readLong(speaker.name ?? '');
        // `Ms Corrigan, currently deputy chief officer at West Downs`: of the one person who bears the name.
        settle();
        const whole = inFullest(speaker, at, members, bySurname);
        if (whole.role !== null || whole.name === speaker.name || !whole.name?.includes(' ')) return whole;
        // `said Jo`, of whom the release tells later: `Ms Bell, head of parks, will retire.`
        read(byWord.get(edgeWords(whole.name).at(-1) ?? '') ?? []);
        settle();
        return inFullest(speaker, at, members, bySurname);
      }
      const post = isDefinite(speaker) ? speaker : ownedPost(speaker);
      if (!post) return speaker;
      read([...unread]);
      return holderOf(speaker, post, [...members.values()], at);
    },
  };
}

/** Who holds the post by which somebody is called; nobody but the speaker where that is not one person. */
function holderOf(speaker: Speaker, post: Speaker, members: readonly Member[], at: number): Speaker {
  const holders = holdersOf(post, members);
  const cleric =
    holders.length === 0
      ? clericMeant(
          speaker,
          members.map(({ person }) => person),
        )
      : null;
  if (cleric) return cleric;
  return post === speaker || holders.length === 1 ? asCalled(nearest(holders, at)?.person, speaker) : speaker;
}

/** `Marl Council's cabinet member for housing` is the cabinet member for housing. */
function ownedPost(speaker: Speaker): Speaker | null {
  const isOwned = speaker.kind === 'unnamed' && /^\p{Lu}[^,]*['’]s? \p{L}/u.test(speaker.asWritten);
  return isOwned && speaker.role !== null ? { ...speaker, asWritten: `the ${speaker.role}` } : null;
}

/** Who is called by a post, else who holds one that it may stand for. */
function holdersOf(post: Speaker, members: readonly Member[]): readonly Member[] {
  const isHolder = holdingPost(post);
  const holders = members.filter(({ person }) => isHolder(person));
  const called = holders.filter(({ person }) => isCalledByPost(person, post));
  return called.length > 0 ? called : holders;
}

/** `Mayor Jo Bell` who is then called `the Mayor of Marl`: the post as it is said most fully. */
function asCalled(holder: Speaker | undefined, speaker: Speaker): Speaker {
  const isWhole = holder?.role && speaker.role?.startsWith(`${holder.role} of `);
  return holder ? { ...holder, role: isWhole ? speaker.role : holder.role } : speaker;
}

function isKnownByOneName({ rank }: Speaker): boolean {
  return (
    rank !== null && /\b(?:judge|justice|recorder|sheriff|lord|lady|baroness|viscount|viscountess|earl)\b/i.test(rank)
  );
}

/** `Sanaa` of `Ahmed and Sanaa Khalid`: no table knows her, but she speaks. */
function isCalledSo({ name }: Mention, called: string): boolean {
  return called !== '' && (name.startsWith(`${called} `) || name.endsWith(` ${called}`));
}

function isTelling({ role, organisation }: Speaker): boolean {
  return (role ?? organisation) !== null;
}

/** What is said of a surname, to the one person who bears it. */
function tell(speaker: Speaker, at: number, bySurname: ReadonlyMap<string, ReadonlySet<Member>>): void {
  const bearers = [...(bySurname.get(keyOf(speaker.name ?? '')) ?? [])];
  const [member, another] = bearers.filter(({ person }) => isNamesake(person, speaker));
  if (!member || another) return;
  member.person = complete(member.person, speaker);
  member.met.push(at);
}

/** Somebody of whom the words around the name tell nothing. */
function bare({ name, context }: Mention): Speaker {
  const nothing = { rank: null, title: null, role: null, organisation: null };
  return { kind: 'person', name, ...nothing, asWritten: name, about: context };
}

/** Mentions by the first and the last word of their names. */
function indexed(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const index = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const word of edgeWords(mention.name)) {
      const named = index.get(word) ?? [];
      if (named.length < MAX_MEMBERS) named.push(mention);
      index.set(word, named);
    }
  }
  return index;
}

/** `Mal` of `Mal Bell`, who is Malcolm Bell */
function inFullest(...[speaker, at, members, bySurname]: Parameters<typeof named>): Speaker {
  const known = named(speaker, at, members, bySurname);
  return isShortForm(known.name?.split(' ')[0] ?? '') ? named(known, at, members, bySurname) : known;
}

function named(
  speaker: Speaker,
  at: number,
  members: ReadonlyMap<string, Member>,
  bySurname: ReadonlyMap<string, ReadonlySet<Member>>,
): Speaker {
  const name = speaker.name ?? '';
  const same = members.get(keyOf(name));
  const candidates = new Set(edgeWords(name).flatMap((word) => [...(bySurname.get(word) ?? [])]));
  const longer = [...candidates].filter(
    ({ person }) => (person.name ?? '').length > name.length && isNamesake(person, speaker),
  );
  const full = longer.length > 0 ? longer : inFull(speaker, members);
  const [former] = full.length > 0 ? [] : promoted(speaker, candidates);
  if (former) return { ...complete(former.person, speaker), rank: speaker.rank, asWritten: speaker.asWritten };
  if (same && full.length === 0) return complete(speaker, same.person);
  const member = nearest(likeliest(full, speaker), at);
  if (!member) return speaker;
  const person = same ? complete(member.person, same.person) : member.person;
  return { ...complete(person, speaker), asWritten: speaker.asWritten };
}

/** `Bev`: one name that others may have whole. */
function isShortName({ kind, name, rank, title }: Speaker): boolean {
  return (
    kind === 'person' &&
    name !== null &&
    name.length > 2 &&
    !name.includes(' ') &&
    (rank ?? title) === null &&
    (isFirstName(name) || isShortForm(name))
  );
}

/** `T/ACC Garrow` who was Chief Superintendent Mel Garrow: the one with another rank who bears a surname. */
function promoted({ name, rank, title }: Speaker, candidates: ReadonlySet<Member>): readonly Member[] {
  if (rank === null || title !== null || name?.includes(' ') !== false) return [];
  const bearers = [...candidates].filter(({ person }) => person.name?.endsWith(` ${name}`));
  return bearers.length === 1 && bearers[0]?.person.rank ? bearers : [];
}

/** `Beverley Laidlaw` of `Bev`, `Edward Bell` of `Ted`. */
function isLongFor(name: string, short: string): boolean {
  const [first = ''] = name.split(' ');
  const isBeginning = first.length > short.length && first.startsWith(short) && isFirstName(first);
  return name.includes(' ') && (isBeginning || isShortFor(short, first));
}

/** The one member of whose first name a speaker's is the beginning. */
function inFull(speaker: Speaker, members: ReadonlyMap<string, Member>): readonly Member[] {
  if (!isShortName(speaker)) return [];
  const full = [...members.values()].filter(
    ({ person }) => isLongFor(person.name ?? '', speaker.name ?? '') && isSameGender(person, speaker),
  );
  return full.length === 1 ? full : [];
}

/** Of several who bear a name those whose rank or title is the one that stands before it, and who are alive. */
function likeliest(namesakes: readonly Member[], { rank, title, name, role }: Speaker): readonly Member[] {
  const isOfPost = ({ person }: Member): boolean =>
    role !== null && person.role?.toLowerCase().startsWith(role.toLowerCase()) === true;
  // `T/DCI Bell` beside Inspector Bell and Temporary Detective Chief Inspector Bell
  const isOfRank = ({ person }: Member): boolean =>
    rank !== null && person.rank !== null && isSpelledAlike(person.rank, rank);
  const isCalled = ({ person }: Member): boolean =>
    rank === null ? title === null || (person.rank === null && person.title === title) : person.rank !== null;
  const isUnranked = ({ person }: Member): boolean => rank !== null || title === null || person.rank === null;
  const isFirst = ({ person }: Member): boolean =>
    rank !== null || title !== null || person.name?.toLowerCase().startsWith(`${name?.toLowerCase()} `) === true;
  return [isOfPost, isOfRank, isCalled, isUnranked, isFirst, ({ person }: Member): boolean => !isDead(person)].reduce<
    readonly Member[]
  >((left, isLikely) => {
    const likely = left.filter(isLikely);
    return likely.length > 0 ? likely : left;
  }, namesakes);
}

/** Whoever was met last before a place, else whoever is met first behind it. */
function nearest(candidates: readonly Member[], at: number): Member | undefined {
  const distance = ({ met }: Member): number =>
    Math.min(...met.map((place) => (place <= at ? at - place : 2 * MAX_PLACE - at + place)));
  return candidates.length < 2 ? candidates[0] : [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** Characters of what is read about one person. */
const MAX_ABOUT_LENGTH = 600;

/** Offsets in one block come after those of all blocks before it. */
const BLOCK_PLACES = 1_000_000;
const MAX_PLACE = Number.MAX_SAFE_INTEGER / 4;

export function placeOf(
  place: { readonly block: number; readonly start?: number; readonly at?: number } | undefined,
): number {
  return (place?.block ?? 0) * BLOCK_PLACES + (place?.at ?? place?.start ?? 0);
}

/** What is known first wins. */
function complete(known: Speaker, other: Speaker): Speaker {
  const post = mergePosts(isShort(known.role) && !isShort(other.role) ? { ...known, role: null } : known, other);
  const about =
    known.about === other.about ? known.about : `${known.about} | ${other.about}`.slice(0, 2 * MAX_ABOUT_LENGTH);
  return { ...known, ...post, rank: known.rank ?? other.rank, title: known.title ?? other.title, about };
}

/** `PCC` where the release says somewhere what that is. */
function isShort(role: string | null): boolean {
  return role === null || /^\p{Lu}{3}$/u.test(role);
}
