import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';
import { wordsOf } from './words.ts';

/** Words; plain English asks for 15 to 20 on average. */
const LONGEST_SENTENCE = 40;

export const sentenceLong: Rule = {
  id: 'sentence-long',
  severity: 'notice',
  about: `A sentence outside statements has more than ${LONGEST_SENTENCE} words.`,
  fires: { body: `The road is open ${'and the diversion has been taken down '.repeat(6)}at last.` },
  passes: { body: 'The road is open. The diversion has been taken down at last.' },
  find: ({ sentences, statements }) =>
    sentences.flatMap(({ block, start, end, text }) => {
      // Few sentences have words enough to be worth counting them well.
      if (text.split(' ').length < LONGEST_SENTENCE * 0.75) return [];
      const words = wordsOf(text).length;
      if (words <= LONGEST_SENTENCE) return [];
      const finding = inBlock(block, start, end, `This sentence has ${words} words: two would be easier to read.`);
      const isSaid = statements.some((said) => said.start < (finding.end ?? 0) && said.end > (finding.start ?? 0));
      return isSaid ? [] : [finding];
    }),
};
