import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

const WORD = "\\p{Lu}[\\p{L}'’-]+";
const NAME = `${WORD} ${WORD}`;
const CHILD_YEARS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen';
const YEARS = `\\d{1,2}|${CHILD_YEARS}`;
/** A number before a thing that is counted is no age. */
const AGE_ENDS =
  '(?=[,.;)]|$| (?:and|both|from|of|who|is|was|has|had|will|were|are|appeared|denied|admitted|pleaded)\\b)';
/** `Adam Smith, 15,` · `Adam Smith, aged 15` · `Adam, who is fifteen` · `15-year-old Adam Smith` · `Adam Smith (15)`. */
const NAMED_AGE = new RegExp(
  [
    `${NAME}, (?<behind>\\d{1,2})${AGE_ENDS}`,
    `${NAME},? aged (?<aged>${YEARS})${AGE_ENDS}`,
    `${NAME},? who (?:is|was|turned) (?:just |only |then )?(?<told>${YEARS})${AGE_ENDS}`,
    `(?:${WORD} )?${WORD} \\((?:aged? )?(?<bracketed>${YEARS})(?=\\))`,
    `(?<before>${YEARS})[- ]years?[- ]old (?:boy |girl |pupil |student )?${NAME}`,
    `(?:\\b[Yy]ear \\d{1,2} (?:pupil|student),?|\\b(?:schoolboy|schoolgirl|toddler|baby|(?:primary|secondary) school pupil),?) (?:named |called )?${NAME}`,
  ].join('|'),
  'gu',
);
const ADULT = 18;

export const proceedingsMinor: Rule = {
  id: 'proceedings-minor',
  severity: 'error',
  about:
    'A case is marked active and somebody under 18 is named (Youth Justice and Criminal Evidence Act 1999, part 2).',
  fires: { extra: { proceedings: 'active' }, body: 'Adam Field, 15, is due before Fenwick youth court.' },
  passes: { extra: { proceedings: 'active' }, body: 'A boy of 15 and Adam Field, 25, are due before Fenwick court.' },
  find: (reading) =>
    reading.isActiveCase
      ? matchesAnywhere(reading, NAMED_AGE, ({ 0: found, groups = {} }) => {
          const age = groups['behind'] ?? groups['aged'] ?? groups['told'] ?? groups['bracketed'] ?? groups['before'];
          return age !== undefined && Number(age) >= ADULT
            ? undefined
            : `“${found}”: nobody under 18 is named while a case is active, unless the court allows it.`;
        })
      : [],
};
