import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

/** `Adam Smith, 15,` · `Adam Smith, aged 15` · `15-year-old Adam Smith` · `Adam Smith (15)`. */
const NAMED_AGE =
  /\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+(?:, (?:aged? )?| \((?:aged? )?| aged )(?<behind>\d{1,2})(?=[,). ])|(?<before>\d{1,2})[- ]year[- ]old (?:boy |girl |pupil |student )?\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+/gu;
const ADULT = 18;

export const proceedingsMinor: Rule = {
  id: 'proceedings-minor',
  severity: 'error',
  about:
    'A case is marked active and somebody under 18 is named (Youth Justice and Criminal Evidence Act 1999, part 2).',
  fires: { extra: { proceedings: 'active' }, body: 'Adam Field, 15, is due before Fenwick youth court.' },
  passes: { extra: { proceedings: 'active' }, body: 'A boy of 15 and Adam Field, 25, are due before Fenwick court.' },
  find: ({ isActiveCase, prose }) =>
    isActiveCase
      ? matchesIn(prose, NAMED_AGE, ({ 0: found, groups = {} }) =>
          Number(groups['behind'] ?? groups['before']) < ADULT
            ? `“${found}”: nobody under 18 may be named here.`
            : undefined,
        )
      : [],
};
