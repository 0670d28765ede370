import { about, TITLE } from './places.ts';
import type { Rule } from './rule.ts';
import { wordsOf } from './words.ts';

export const titleShort: Rule = {
  id: 'title-short',
  severity: 'notice',
  about: 'The title is a single word: in a list, a feed or a search nobody learns from it what the release is about.',
  fires: { title: 'Update' },
  passes: { title: 'Wern Bridge opens' },
  find: ({ title }) =>
    wordsOf(title).length > 1 ? [] : [about(TITLE, 'The title is a single word: say what has happened, and where.')],
};
