import type { Attribution } from '../../domain/quote.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';
import { wordsOf } from './words.ts';

/** A whole sentence or more between double marks. */
const QUOTED = /["“]([^"“”]+[.!?,…])["”]/g;
const FEWEST_WORDS = 7;

export const quoteWithoutSpeaker: Rule = {
  id: 'quote-without-speaker',
  severity: 'warning',
  about: 'A statement stands between quotation marks and nobody says it.',
  fires: { body: 'The road is open. "It has been a very long winter for everybody who lives here."' },
  passes: { body: 'The road is open. Inspector Jo Marsh said: "It has been a very long winter for all of us."' },
  find: ({ prose, statements }) =>
    prose.flatMap((block) =>
      [...block.text.matchAll(QUOTED)].flatMap(({ 0: found, 1: said = '', index }) => {
        if (wordsOf(said).length < FEWEST_WORDS) return [];
        const finding = inBlock(block, index, index + found.length, 'It is not clear who says this.');
        const isAttributed = statements.some(
          ({ start, end, attribution }) =>
            hasSpeaker(attribution) && start < (finding.end ?? 0) && end > (finding.start ?? 0),
        );
        return isAttributed ? [] : [finding];
      }),
    ),
};

/** A person who writes a quote down may name the speaker without the words of the release. */
function hasSpeaker({ name, rank, role, organisation, asWritten }: Attribution): boolean {
  return asWritten !== '' || (name ?? rank ?? role ?? organisation) !== null;
}
