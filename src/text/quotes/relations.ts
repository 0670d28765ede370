import type { Speaker } from './speaker/speaker.ts';
import { BEFORE_KIN, BEHIND_KIN } from './tables/kin.ts';
import { AT_HOME, TENDED } from './tables/kinds.ts';

/** `Dr Jo Bell, her grandson`: a relative, whatever they are called besides. */
export function isKinsman({ name, role, about }: Pick<Speaker, 'name' | 'role' | 'about'>): boolean {
  return (
    name !== null &&
    role === null &&
    about
      .split(' | ')
      .some((read) => read.includes(name) && BEHIND_KIN.test(read.slice(read.indexOf(name) + name.length)))
  );
}

/** `Jo Bell's grandmother`: whom somebody descends from makes nobody a relative who speaks as one. */
export function withoutElders(name: string | null, about: string): string {
  const names = name?.split(' ') ?? [];
  return about.replace(OF_ELDERS, (whole, owner: string) => (names.includes(owner) ? '' : whole));
}

const OF_ELDERS = new RegExp(
  String.raw`(\p{Lu}[\p{L}’'-]*?)['’]s (?=(?:late |own )?(?:parents|mother|mum|father|dad|grand))(?!\p{Ll}+${TENDED})`,
  'gu',
);

/** `her fiancé Tom`, `his parents, Jess and Rob`: whether what is read says whose relative somebody is. */
export function isRelative(name: string | null, about: string): boolean {
  const [first = ''] = name?.split(' ') ?? [];
  if (first === '') return false;
  return about.split(' | ').some((read) => {
    const at = read.indexOf(first);
    const behind = name !== null && read.startsWith(name, at) ? read.slice(at + name.length) : '';
    return (
      BEHIND_KIN.test(behind) || (at > 0 && (BEFORE_KIN.test(read.slice(0, at)) || CALLED_KIN.test(read.slice(0, at))))
    );
  });
}

/** `Mum Adaeze had been told`, `New dad Tom` */
const CALLED_KIN = /^(?:(?:[Nn]ew|[Pp]roud|[Bb]irth) )?(?:[Mm]um|[Dd]ad|[Mm]am|[Nn]an|[Gg]ran|[Gg]randad|[Gg]randma) $/;

/** `Jo Bell, 82`, `79-year-old Jo Bell`: nobody asks them for anything but what they have seen. */
export function isOld(name: string | null, about: string): boolean {
  return (
    name !== null &&
    about.split(' | ').some((read) => {
      const at = read.indexOf(name);
      return at !== -1 && (OLD_BEHIND.test(read.slice(at + name.length)) || OLD_BEFORE.test(read.slice(0, at)));
    })
  );
}

const OLD_BEHIND = /^(?:, (?:aged )?| \((?:aged )?|, sy['’]n )(?:[6-9]\d|1[01]\d)(?!\d|-)/;
const OLD_BEFORE =
  /(?<![\d-])(?:[6-9]\d|1[01]\d|(?:[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-\p{Ll}+)?)-year-old (?:\p{Ll}+ )?$/u;

export function isAtHome(name: string | null, about: string): boolean {
  if (name === null) return /\bwho (?:\w+ )?lives?\b/.test(about);
  const [first = '', ...more] = name.split(' ');
  return about.split(' | ').some((read) => {
    const called = [more.at(-1) ?? first, first].find((word) => read.includes(word));
    return called !== undefined && AT_HOME.test(read.slice(read.indexOf(called) + called.length));
  });
}
