import type { Post } from './post.ts';

/** Who speaks, as far as the words of one attribution say. */
export interface Speaker extends Post {
  /** `person`: has a name, perhaps only a surname. `pronoun`: somebody named before. `unnamed`: a spokesperson. */
  readonly kind: 'person' | 'pronoun' | 'unnamed';
  readonly name: string | null;
  readonly rank: string | null;
  /** `Mr`, `Ms`, `Sir`: what stands before the name and is no rank, or tells he from she. */
  readonly title: string | null;
  readonly asWritten: string;
  /** Everything that is read about them, as it is written: it tells relatives and residents from officials. */
  readonly about: string;
}

/** A speaker with the place, in the text that was read, of the words that say it. */
export interface SpeakerRead {
  readonly speaker: Speaker;
  readonly start: number;
  readonly end: number;
}
