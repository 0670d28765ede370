import { matchesOf } from '../../matches.ts';
import { once, onceEach } from '../once.ts';
import { isFirstName } from '../tables/first-names.ts';

/** `Police and Crime Commissioner for Marl and Thorn`, with whatever may stand behind its place; the Office of one is a body. */
const COMMISSIONER =
  /(?<!Office of (?:the )?)\bPolice(?:, Fire)? and Crime Commissioner for ((?:the )?\p{Lu}[\p{L}’'-]*(?: (?:(?:and|&|upon) )?\p{Lu}[\p{L}’'-]*){0,4})/gu;
/** `the Bishop of Marl's letter` */
const OWNER = /['’]s?$/;
/** How a commissioner is called for short. */
const SHORT = /^(?:Police(?:, Fire)? and Crime )?Commissioner$/;

/** `Bishop of Marl`, of whom there is one in a place; a suffragan or a former one is another. */
const SEAT =
  /(?<!\b(?:[Ff]ormer|[Aa]ssistant|[Ss]uffragan|[Dd]eputy|[Aa]rea|[Ll]ate|[Nn]ext) )\b(?:Archbishop|Bishop|Archdeacon|Dean|Provost|Rector|Vicar|(?:Lord )?Mayor|High Sheriff|Lord[ -]Lieutenant) of (?!(?:St|Saint|Holy|All|Our|Christ)\b)((?:the )?\p{Lu}[\p{L}’'-]*(?: (?:(?:and|&|upon) )?\p{Lu}[\p{L}’'-]*){0,3})/gu;
const SEATED =
  /^(?:Archbishop|Bishop|Archdeacon|Dean|Provost|Rector|Vicar|(?:Lord )?Mayor|High Sheriff|Lord[ -]Lieutenant)$/;

/**
 * Answers by the office as a release says it most fully, `Police and Crime Commissioner for Marl`, `Bishop of Marl`, where a post is
 * that one for short; else the post.
 */
export function openOffices(texts: () => readonly string[]): (role: string) => string {
  const commissioner = once(() => officeIn(texts(), COMMISSIONER) ?? titleIn(texts()));
  const seat = onceEach((role: string) => officeIn(texts(), SEAT, `${role} of `));
  return (role) => {
    if (SEATED.test(role)) return seat(role) ?? role;
    return SHORT.test(role) ? (commissioner() ?? role) : role;
  };
}

/** `Commissioner Jo Bell` of `Marl's Police and Crime Commissioner`: the title in full, where no text says of what place. */
function titleIn(texts: readonly string[]): string | null {
  const titles = texts.flatMap((text) => text.match(/\bPolice(?:, Fire)? and Crime Commissioner\b/) ?? []);
  return titles[0] ?? null;
}

/** The one office that texts name, and that begins so; null where they name none, or several. */
function officeIn(texts: readonly string[], pattern: RegExp, beginning = ''): string | null {
  const offices = texts.flatMap((text) =>
    matchesOf(text, pattern).flatMap(([office, place = '']) => {
      const words = place.split(' ');
      // `for Marl Amy Lee`: whoever holds it stands behind its place.
      return words.slice(1).some(isFirstName) || !office.startsWith(beginning) ? [] : [office.replace(OWNER, '')];
    }),
  );
  const [only = null, another] = new Set(offices);
  return another === undefined ? only : null;
}
