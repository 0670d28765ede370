import { organisationsIn } from '../employers/named-organisations.ts';
import { isFirstName } from '../tables/first-names.ts';
import { KINDS_OF_BODIES } from '../tables/organisations.ts';

/** The body to which a `whose` or a `where` behind these words belongs; null where they name none. */
export function ownerIn(words: string): string | null {
  return lastBodyIn(words) ?? INTRODUCED.exec(words)?.[1] ?? doneBy(words);
}

/** `was backed by NightSafe, the charity which looks after the young, whose manager …` */
const INTRODUCED = new RegExp(
  String.raw`\b(?:by|with|from|to) (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,4}), (?:the|an?) (?:\p{Ll}[\p{L}-]* ){0,3}(?:${KINDS_OF_BODIES})\b`,
  'u',
);

/** `The work is done by Corve Retrofit, whose manager`: capitals behind a `by` that begin with nobody's first name. */
function doneBy(words: string): string | null {
  const [, named = ''] = /\bby ((?:\p{Lu}[\p{L}’'&-]*)(?: \p{Lu}[\p{L}’'&-]*){0,4}),?$/u.exec(words) ?? [];
  return named === '' || isFirstName(named.split(' ')[0] ?? '') ? null : named;
}

/** The last body that words name, to their end: `Hedgehog Rescue Marl`. */
function lastBodyIn(words: string): string | null {
  const body = organisationsIn(words).at(-1) ?? null;
  const [tail = ''] =
    body === null
      ? []
      : (/^(?: \p{Lu}[\p{L}-]+)+(?=,?$)/u.exec(words.slice(words.lastIndexOf(body) + body.length)) ?? []);
  return body === null ? null : body + tail;
}
