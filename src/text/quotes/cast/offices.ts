import { once } from '../once.ts';
import { isFirstName } from '../tables/first-names.ts';

/** `Police and Crime Commissioner for Marl and Thorn`, with whatever may stand behind its place; the Office of one is a body. */
const COMMISSIONER =
  /(?<!Office of (?:the )?)\bPolice(?:, Fire)? and Crime Commissioner for ((?:the )?\p{Lu}[\p{L}’'-]*(?: (?:(?:and|&|upon) )?\p{Lu}[\p{L}’'-]*){0,4})/gu;
/** How a commissioner is called for short. */
const SHORT = /^(?:Police(?:, Fire)? and Crime )?Commissioner$/;

/** Answers by the office that a release gives a commissioner somewhere, `Police and Crime Commissioner for Marl`, where a post is that one for short; else the post. */
export function openOffices(texts: () => readonly string[]): (role: string) => string {
  const known = once(() => officeIn(texts()));
  return (role) => (SHORT.test(role) ? (known() ?? role) : role);
}

/** The one office that texts name; null where they name none, or several. */
function officeIn(texts: readonly string[]): string | null {
  const offices = texts.flatMap((text) =>
    [...text.matchAll(COMMISSIONER)].flatMap(([office, place = '']) => {
      const words = place.split(' ');
      // `for Marl Amy Lee`: whoever holds it stands behind its place.
      return words.slice(1).some(isFirstName) ? [] : [office];
    }),
  );
  const [only = null, another] = new Set(offices);
  return another === undefined ? only : null;
}
