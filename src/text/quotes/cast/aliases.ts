import { isFirstName } from '../tables/first-names.ts';
import type { Mention } from './mentions.ts';

/**
 * `Edward Pickersgill, known as Ted`, `Edward 'Ted' Pickersgill`, or below it `Ted, as he is known`: whole names by what their
 * bearers are called.
 */
export function findAliases(mentions: readonly Mention[]): ReadonlyMap<string, string> {
  let whole: string | null = null;
  return new Map(
    mentions.flatMap(({ name, written, context, isSubject }): [string, string][] => {
      const [first = ''] = name.split(' ', 1);
      const behind = context.slice(context.indexOf(written) + written.length);
      if (!name.includes(' ')) return whole !== null && AS_KNOWN.test(behind) ? [[keyOf(name), whole]] : [];
      // `Rector of the Corve Valley`
      if (isSubject && (whole === null || isFirstName(first))) whole = name;
      const [, quoted] = NICKNAME.exec(context.slice(context.indexOf(`${first} `) + first.length)) ?? [];
      const [, called] = CALLED.exec(behind) ?? [];
      const [, friendly] = TO_FRIENDS.exec(behind) ?? [];
      const alias = called ?? quoted ?? friendly;
      return alias !== undefined ? [[keyOf(alias), name]] : [];
    }),
  );
}

/** `, as she is known in her parishes`, `, as everybody calls him` */
const AS_KNOWN =
  /^,? (?:\(|[–—-] ?)?as (?:(?:s?he|they) (?:is|was|are|were) (?:\p{Ll}+ )?(?:known|called)|(?:\p{Ll}+ ){1,3}?(?:calls?|called|knows?|knew) (?:him|her|them))\b/u;
/** ` – Bunty to her friends – ` */
const TO_FRIENDS =
  /^,? (?:[–—-] |\()?['‘“"]?(\p{Lu}\p{L}+)['’”"]? to (?:(?:all )?(?:his|her|their)|all|everyone|everybody|friends|most) /u;

const NICKNAME = /^ ['‘“"(](\p{Lu}\p{L}+)['’”")] /u;
const CALLED =
  /^,? \(?(?:who is |who was |is |was )?(?:better |also |always |fondly |affectionately )*(?:known (?:to \p{Ll}+(?: and \p{Ll}+)? )?(?:simply )?as|nicknamed|called|aka) ['‘“"]?(\p{Lu}\p{L}+)/u;

/** By what a name is looked for, however it is written. */
export function keyOf(name: string): string {
  return name.toLowerCase().replaceAll('’', "'");
}

/** The first and the last word of a name, and the parts of a double surname: by each of them somebody may be called. */
export function edgeWords(name: string): string[] {
  const words = keyOf(name).split(/\s+/);
  const last = words.at(-1) ?? '';
  return [...new Set([words[0] ?? '', last, ...last.split('-').slice(1)])];
}
