/** How grave it is. An `error` stops a publication until somebody overrides it by name, with a reason. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What an installation can make of an editorial rule. */
export const CHECK_LEVELS = [...SEVERITIES, 'off'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

/** Every editorial rule, by the id that stays for ever; in the order in which a release is read. */
export const CHECK_IDS = [
  'title-long',
  'title-short',
  'title-capitals',
  'summary-missing',
  'summary-long',
  'summary-repeats-title',
  'body-missing',
  'image-alt-missing',
  'withdrawn-again',
  'text-damaged',
  'markup-shown',
  'lines-joined',
  'template-leftover',
  'to-be-confirmed',
  'ends-marker',
  'notes-to-editors',
  'embargo-line',
  'mail-leftover',
  'banned-phrase',
  'weekday-mismatch',
  'date-year',
  'date-tense',
  'quote-unclosed',
  'quote-without-speaker',
  'official-unknown',
  'official-ambiguous',
  'official-rank-changed',
  'sentence-lower-case',
  'sentence-long',
  'reading-age',
  'acronym-unexplained',
  'link-without-target',
  'link-lost',
  'link-text-vague',
  'link-elsewhere',
  'link-wrapped',
  'phone-shape',
  'email-shape',
  'web-address-shape',
  'appeal-contact',
  'proceedings-guilt',
  'proceedings-convictions',
  'proceedings-minor',
  'proceedings-complainant',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Those that ask the register who somebody is. */
export const SPEAKER_CHECK_IDS = [
  'official-unknown',
  'official-ambiguous',
  'official-rank-changed',
] as const satisfies readonly CheckId[];

/** What an editorial rule has found: something that a press officer would want to look at before it is public. */
export interface Finding {
  readonly message: string;
  /** JSON pointer (RFC 6901) to the field of the draft that it is about. */
  readonly pointer: string;
  /** Where in the text of that field, in UTF-16 code units; null for the field as a whole. */
  readonly start: number | null;
  readonly end: number | null;
  /** What to put in the place of that part, where that is safe; empty for nothing. */
  readonly fix: string | null;
}

/** A finding with the rule that made it. */
export interface Check extends Finding {
  readonly id: CheckId;
  readonly severity: Severity;
}

/** Most checks that are told of one release, the gravest first. */
export const MAX_CHECKS = 200;

/** What the register knows of somebody whom a release quotes. */
export interface KnownSpeaker {
  /** Whether a public release has quoted them, or somebody has put them into the register by hand. */
  readonly isKnown: boolean;
  /** Of the newest public quote; null when none says one. */
  readonly rank: string | null;
  /** Names of others whom they may be, while they are not known themselves. */
  readonly likely: readonly string[];
}

/** What each installation makes of the editorial rules. */
export interface CheckRules {
  /** Of rules that are to be graver or less grave than they are, or silent. */
  readonly levels: Readonly<Partial<Record<CheckId, CheckLevel>>>;
  /** Words that this press office does not use, in whatever case. */
  readonly bannedPhrases: readonly string[];
}

export const DEFAULT_CHECK_RULES: CheckRules = { levels: {}, bannedPhrases: [] };

/** That a publication goes on although a rule of severity `error` has found something. */
export interface Override {
  readonly check: CheckId;
  /** Why, for the audit trail. */
  readonly reason: string;
}
