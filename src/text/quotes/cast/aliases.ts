import type { Mention } from './mentions.ts';

/** `Edward Pickersgill, known as Ted`, `Edward 'Ted' Pickersgill`: whole names by what their bearers are called. */
export function findAliases(mentions: readonly Mention[]): ReadonlyMap<string, string> {
  return new Map(
    mentions.flatMap(({ name, written, context }): [string, string][] => {
      const [first = ''] = name.split(' ', 1);
      const [, quoted] = NICKNAME.exec(context.slice(context.indexOf(`${first} `) + first.length)) ?? [];
      const [, called] = CALLED.exec(context.slice(context.indexOf(written) + written.length)) ?? [];
      const alias = called ?? quoted;
      return alias !== undefined && name.includes(' ') ? [[keyOf(alias), name]] : [];
    }),
  );
}

const NICKNAME = /^ ['‘“"(](\p{Lu}\p{L}+)['’”")] /u;
const CALLED =
  /^,? \(?(?:who is |who was |is |was )?(?:better |also |always |fondly |affectionately )*(?:known (?:to \p{Ll}+(?: and \p{Ll}+)? )?(?:simply )?as|nicknamed|called|aka) ['‘“"]?(\p{Lu}\p{L}+)/u;

/** By what a name is looked for, however it is written. */
export function keyOf(name: string): string {
  return name.toLowerCase().replaceAll('’', "'");
}
