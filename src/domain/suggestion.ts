/** A person of the register, as far as it takes to see that two of them may be one. */
export interface RegisteredPerson {
  readonly id: string;
  /** The slugified name. */
  readonly key: string;
  readonly name: string;
  /** What they have in public addresses; null while the public does not know them. */
  readonly slug: string | null;
  /** Of the newest public quote; null when nobody knows. */
  readonly organisationId: string | null;
}

/**
 * Why two names may be of one person. initial: `A Reeve`. short-name: `Alex Reeve`. middle-name: `Alexandra Jane Reeve`.
 * spelling: one letter is another.
 */
export const SUGGESTION_REASONS = ['initial', 'short-name', 'middle-name', 'spelling'] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

/** Two people of the register who may be one: nobody is made one with another by a guess. */
export interface Suggestion {
  /** The same for the same two, whoever of them came first. */
  readonly id: string;
  /** The one who would go, and whose names the other one would take over. */
  readonly duplicate: RegisteredPerson;
  readonly official: RegisteredPerson;
  readonly reason: SuggestionReason;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** What two names that may be one are worth before anything else is known of them. */
const CONFIDENCE: Readonly<Record<SuggestionReason, number>> = {
  'middle-name': 0.7,
  'short-name': 0.6,
  spelling: 0.5,
  initial: 0.5,
};
const SAME_ORGANISATION = 0.25;
const OTHER_ORGANISATION = -0.25;
/** People of one surname that are compared with each other, the first by their keys; more would take minutes. */
const MAX_NAMESAKES = 500;

/** The id of a pair, in whatever order it is given. */
export function suggestionId(one: string, other: string): string {
  return one < other ? `${one}.${other}` : `${other}.${one}`;
}

/**
 * Everybody who may be somebody else, the surest first. Two people are only ever compared when their surnames are the
 * same, and a surname alone suggests nothing.
 */
export function suggestMerges(people: readonly RegisteredPerson[], rejected: ReadonlySet<string>): Suggestion[] {
  const found: Suggestion[] = [];
  for (const namesakes of Map.groupBy(people, surnameOf).values()) {
    const compared = namesakes.toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, MAX_NAMESAKES);
    for (const [at, one] of compared.entries()) {
      for (const other of compared.slice(at + 1)) {
        const suggestion = compare(one, other);
        if (suggestion && !rejected.has(suggestion.id)) found.push(suggestion);
      }
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
}

/** The people who may be this one. */
export function likelyTheSame(
  person: Pick<RegisteredPerson, 'id' | 'key'>,
  people: readonly RegisteredPerson[],
): RegisteredPerson[] {
  return people.filter((other) => other.id !== person.id && reasonFor(person.key, other.key) !== undefined);
}

function compare(one: RegisteredPerson, other: RegisteredPerson): Suggestion | undefined {
  const reason = reasonFor(one.key, other.key);
  if (reason === undefined) return undefined;
  const [duplicate, official] = ranked(one, other);
  const isTold = one.organisationId !== null && other.organisationId !== null;
  const isSame = one.organisationId === other.organisationId;
  const told = isTold ? (isSame ? SAME_ORGANISATION : OTHER_ORGANISATION) : 0;
  const id = suggestionId(one.id, other.id);
  return { id, duplicate, official, reason, confidence: CONFIDENCE[reason] + told };
}

/** The one whom the public knows stays, then the one with the fuller name. */
function ranked(one: RegisteredPerson, other: RegisteredPerson): [RegisteredPerson, RegisteredPerson] {
  const isKnown = (person: RegisteredPerson) => (person.slug === null ? 0 : 1);
  const byPublic = isKnown(one) - isKnown(other);
  const byLength = one.key.length - other.key.length;
  return (byPublic || byLength) <= 0 ? [one, other] : [other, one];
}

/** Why two keys may be of one person: their surnames are the same, and their first names can be. */
function reasonFor(one: string, other: string): SuggestionReason | undefined {
  const [a, b] = [namesOf(one), namesOf(other)];
  const [first, second] = [a.given[0], b.given[0]];
  if (a.surname !== b.surname || first === undefined || second === undefined || one === other) return undefined;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (short === long) return isWithin(a.given, b.given) || isWithin(b.given, a.given) ? 'middle-name' : undefined;
  if (short.length === 1) return long.startsWith(short) ? 'initial' : undefined;
  if (isShortFor(short, long)) return 'short-name';
  return short.length >= 4 && isOneLetterOff(short, long) ? 'spelling' : undefined;
}

function surnameOf({ key }: RegisteredPerson): string {
  return namesOf(key).surname;
}

function namesOf(key: string): { readonly given: readonly string[]; readonly surname: string } {
  const names = key.split('-');
  return { given: names.slice(0, -1), surname: names.at(-1) ?? '' };
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  const [next = '', ...rest] = few;
  if (few.length === 0) return true;
  const at = many.findIndex((name) => name === next || (next.length === 1 && name.startsWith(next)));
  return at >= 0 && isWithin(rest, many.slice(at + 1));
}

/** Short forms that do not begin their names; the others are told by the beginning that both have. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['bill', ['william']],
  ['bob', ['robert']],
  ['debbie', ['deborah']],
  ['dick', ['richard']],
  ['harry', ['henry', 'harold']],
  ['jack', ['john']],
  ['jenny', ['jennifer']],
  ['jim', ['james']],
  ['kate', ['katherine', 'kathryn', 'catherine']],
  ['liz', ['elizabeth']],
  ['mike', ['michael']],
  ['peggy', ['margaret']],
  ['rick', ['richard']],
  ['sue', ['susan', 'suzanne']],
  ['ted', ['edward']],
  ['tony', ['anthony']],
  ['vicky', ['victoria']],
]);

function isShortFor(short: string, long: string): boolean {
  return (short.length >= 3 && long.startsWith(short)) || (SHORT_FORMS.get(short)?.includes(long) ?? false);
}

/** One letter changed, left out or put in; the shorter is not how the longer begins. */
function isOneLetterOff(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  const at = [...short].findIndex((letter, index) => letter !== long[index]);
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}
