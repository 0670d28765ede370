import { about, BODY } from './places.ts';
import type { Rule } from './rule.ts';

/** Years; what a newspaper for everybody asks of its readers is 12 to 14. */
const HIGHEST_READING_AGE = 18;
/** A shorter text says too little about itself. */
const FEWEST_WORDS = 60;

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
    const text = full.map((sentence) => sentence.text).join(' ');
    const words = countOf(text, WORD);
    if (words < FEWEST_WORDS) return [];
    const age = Math.round(readingAgeOf(words, full.length, syllablesOf(text)));
    return age <= HIGHEST_READING_AGE
      ? []
      : [
          about(
            BODY,
            `The text asks for a reading age of about ${age}: shorter sentences and everyday words bring it down.`,
          ),
        ];
  },
};

/** Kincaid et al., 1975: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 is a school grade; five years more an age. */
function readingAgeOf(words: number, sentences: number, syllables: number): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 + 5;
}

const WORD = /[a-z0-9'’-]+/gi;
const VOWELS = /[aeiouy]+/gi;
const SILENT_E = /[aeiouy][b-df-hj-np-tv-xz]+(?<!l)es?\b/gi;

/** Groups of vowels, without a silent e: right for four words in five, and its errors even out over a text. */
function syllablesOf(text: string): number {
  return countOf(text, VOWELS) - countOf(text, SILENT_E);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
