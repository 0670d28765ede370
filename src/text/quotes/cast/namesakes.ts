import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isShortFor, isShortForm } from '../tables/short-names.ts';
import { isDead } from './bereaved.ts';
import { isNamesake, isSameGender, isSpelledAlike } from './identity.ts';
import { complete, type Member, type Members, nearest } from './members.ts';

/** Everything that is known of whoever a speaker's name means; `Mal` of `Mal Bell`, who is Malcolm Bell, is looked up twice. */
export function inFullest(speaker: Speaker, at: number, members: Members): Speaker {
  const known = named(speaker, at, members);
  return isShortForm(known.name?.split(' ')[0] ?? '') ? named(known, at, members) : known;
}

function named(speaker: Speaker, at: number, members: Members): Speaker {
  const name = speaker.name ?? '';
  const same = members.called(name);
  const candidates = members.near(name);
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
export function isShortName({ kind, name, rank, title }: Speaker): boolean {
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
export function isLongFor(name: string, short: string): boolean {
  const [first = ''] = name.split(' ');
  const isBeginning = first.length > short.length && first.startsWith(short) && isFirstName(first);
  return name.includes(' ') && (isBeginning || isShortFor(short, first));
}

/** The one member of whose first name a speaker's is the beginning. */
function inFull(speaker: Speaker, members: Members): readonly Member[] {
  if (!isShortName(speaker)) return [];
  const full = members
    .all()
    .filter(({ person }) => isLongFor(person.name ?? '', speaker.name ?? '') && isSameGender(person, speaker));
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
