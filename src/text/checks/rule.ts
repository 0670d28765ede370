import type { CheckId, CheckRules, Finding, KnownSpeaker, Severity } from '../../domain/check.ts';
import type { Json } from '../../domain/edition.ts';
import type { Image } from '../../domain/image.ts';
import type { Statement } from '../../domain/quote.ts';
import type { Instant } from '../../domain/time.ts';
import type { Block } from '../block.ts';
import type { Picture } from '../pictures.ts';
import type { JudgedDate } from './dates.ts';
import type { Passage } from './passage.ts';
import type { Sentence } from './sentences.ts';

/** A release as the editorial rules read it, whether or not it was ever saved. */
export interface CheckedRelease {
  readonly title: string;
  readonly summary: string | null;
  /** BCP 47. */
  readonly language: string;
  /** Null while nobody has said it. */
  readonly publishedAt: Instant | null;
  readonly image: Image | null;
  readonly markdown: string;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly statements: readonly Statement[];
  readonly extra: { readonly [key: string]: Json };
  /** By the names as the release writes them; missing where the register was not asked. */
  readonly speakers?: ReadonlyMap<string, KnownSpeaker>;
  /** What was withdrawn of the same article; missing where nothing is, and where nobody knows. */
  readonly withdrawn?: WithdrawnText | undefined;
}

export type WithdrawnText = Pick<CheckedRelease, 'title' | 'summary' | 'image' | 'markdown'>;

/** What several rules look at, found once. */
export interface Reading extends CheckedRelease {
  readonly dates: readonly JudgedDate[];
  /** The title and, where there is one, the summary: the standfirst of a document is nowhere else. */
  readonly lead: readonly Passage[];
  /** Paragraphs, headings, list items, quoted paragraphs and table cells; no code. */
  readonly prose: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly isEnglish: boolean;
  /** Whether the release is marked as one about a case before a court: `proceedings: active`. */
  readonly isActiveCase: boolean;
  readonly rules: CheckRules;
}

/** One editorial rule. */
export interface Rule {
  readonly id: CheckId;
  /** What it is where the installation says nothing. */
  readonly severity: Severity;
  /** What it looks for, as a sentence. */
  readonly about: string;
  /** Releases of a few words that the documentation shows and the tests try. */
  readonly fires: Example;
  readonly passes: Example;
  /** What it finds, in the order of the text. Linear in the text; never throws. */
  readonly find: (reading: Reading) => Finding[];
}

/** What an example says otherwise than a release without fault. */
export interface Example {
  readonly title?: string;
  readonly summary?: string | null;
  readonly language?: string;
  /** `2020-10-29`. */
  readonly date?: string;
  readonly image?: Image;
  readonly body?: string;
  readonly extra?: { readonly [key: string]: Json };
  readonly bannedPhrases?: readonly string[];
  /** What the register knows, by name. */
  readonly speakers?: { readonly [name: string]: KnownSpeaker };
  readonly withdrawn?: WithdrawnText;
}
