import type { Speaker } from '../speaker/speaker.ts';
import { clericMeant } from './clergy.ts';
import { holdingPost, isCalledByPost } from './identity.ts';
import { type Member, nearest } from './members.ts';

/** Who holds the post by which somebody is called; nobody but the speaker where that is not one person. */
export function holderOf(speaker: Speaker, post: Speaker, members: readonly Member[], at: number): Speaker {
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
export function ownedPost(speaker: Speaker): Speaker | null {
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
