import { about, BODY } from './places.ts';
import type { Rule } from './rule.ts';
import { wordsOf } from './words.ts';

/** Years; what a newspaper for everybody asks of its readers is 12 to 14. */
const HIGHEST_READING_AGE = 18;
/** A shorter text says too little about itself. */
const FEWEST_WORDS = 100;

export const readingAge: Rule = {
  id: 'reading-age',
  severity: 'notice',
  about: `An English text of ${FEWEST_WORDS} words or more asks for a reading age above ${HIGHEST_READING_AGE} (Flesch-Kincaid grade and five years).`,
  fires: {
    body: 'Notwithstanding considerable infrastructural modifications, multi-agency representatives collaboratively reiterated organisational responsibilities regarding community reassurance. '.repeat(
      8,
    ),
  },
  passes: { body: 'The road is open. Buses run as before. Thank you for your patience in a hard winter. '.repeat(8) },
  find: ({ isEnglish, sentences }) => {
    const full = isEnglish
      ? sentences.filter(({ block }) => block.kind !== 'heading' && block.kind !== 'table-cell')
      : [];
    const words = full.flatMap(({ text }) => wordsOf(text));
    if (words.length < FEWEST_WORDS) return [];
    const age = Math.round(readingAgeOf(words, full.length));
    return age <= HIGHEST_READING_AGE ? [] : [about(BODY, `The text asks for a reading age of about ${age}.`)];
  },
};

/** Kincaid et al., 1975: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 is a school grade; five years more an age. */
function readingAgeOf(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59 + 5;
}

/** Groups of vowels, without a silent e: right for four words in five, and its errors even out over a text. */
function syllablesOf(word: string): number {
  const groups = word.toLowerCase().match(/[aeiouy]+/g)?.length ?? 0;
  const isSilent = groups > 1 && /[^aeiouyl]es?$/i.test(word);
  return Math.max(1, isSilent ? groups - 1 : groups);
}
