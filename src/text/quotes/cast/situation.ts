import type { Speaker } from '../speaker/speaker.ts';
import type { Cast } from './cast.ts';
import { isOfPost } from './identity.ts';
import type { Mentioned } from './mentioned.ts';
import type { Mention } from './mentions.ts';

/** What is known where a statement stands. */
export interface Situation {
  readonly mentioned: Mentioned;
  /** Who spoke last. */
  readonly last: Speaker | null;
  /** Who spoke before, the last one first. */
  readonly earlier: readonly Speaker[];
  readonly cast: Cast;
  readonly at: number;
  /** The narration since the statement before, in the paragraph of this one or the one above. */
  readonly told: string;
  /** The words of the statement: nobody speaks of themselves by name. */
  readonly said: string;
  /** Whom the narration calls somebody's relative, by the word for it: `daughter`. */
  readonly relative: (kin: string) => Mention | null;
  /** Whom the narration says to take over, or to give up, the post that somebody is called by: `the incoming chair`. */
  readonly successor: (speaker: Speaker) => Mention | null;
  /** Who, beside the statement, is said to hold a post that was named. */
  readonly taker: () => Mention | null;
  /** Whether the narration tells of the death, or the disappearance, of somebody of that surname. */
  readonly isBereaved: (name: string) => boolean;
  /** Whether the narration calls somebody of that name a relative. */
  readonly isRelative: (name: string) => boolean;
  /** Whether the narration says of somebody that they stand accused. */
  readonly isAccused: (person: Speaker) => boolean;
}

/** Whom a mention names, with everything that the release says of them. */
export function personOf(mention: Mention | null, cast: Cast, at: number): Speaker | null {
  const read = mention?.speaker();
  return read?.kind === 'person' && !isOfPost(read) ? cast.identify(read, at) : null;
}

/** Somebody with nothing but a name. */
export const NOBODY_YET = { kind: 'person', rank: null, title: null, role: null, organisation: null } as const;
