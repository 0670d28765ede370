import { about, TITLE } from './places.ts';
import type { Rule } from './rule.ts';

/** Words of which no acronym and no number is one. */
const LONG_WORD = /\p{L}{5,}/gu;
const FEWEST_WORDS = 3;

export const titleCapitals: Rule = {
  id: 'title-capitals',
  severity: 'notice',
  about: 'The title is in capital letters, which are slow to read and which a page can make by itself.',
  fires: { title: 'WERN BRIDGE IS OPEN AGAIN TO ALL TRAFFIC' },
  passes: { title: 'ANPR, MAPPA and RNLI: what POLICE letters mean' },
  find({ title }) {
    const words = title.match(LONG_WORD) ?? [];
    const isCapital = words.length >= FEWEST_WORDS && words.every((word) => word === word.toUpperCase());
    return isCapital ? [about(TITLE, 'The title is in capital letters: write it as a sentence.')] : [];
  },
};
