import type { Attribution, Statement } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { matchesOf } from '../matches.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';
import { wordsOf } from './words.ts';

/** A whole sentence or more between double marks. */
const QUOTED = /["“]([^"“”]+[.!?,…])["”]/g;
const FEWEST_WORDS = 7;
/** Characters before a quotation mark that can lead in what stands behind it. */
const LONGEST_LEAD = 160;
const LEAD_IN =
  /\b(?:said|says?|told|tell|writes?|wrote|reads?|asked|shouted|recalled|signs?|texts?|messages?|letters?|slogan|motto|statement|plaque|posted)\b[^.!?"“”]{0,60}[:,]\s*$|\b(?:say|says|said|reads|read)\s*$/i;
const MESSAGE = 'It is not clear who says this: name the speaker beside it.';

export const quoteWithoutSpeaker: Rule = {
  id: 'quote-without-speaker',
  severity: 'warning',
  about: 'A statement stands between quotation marks and nobody says it.',
  fires: { body: 'The road is open. "It has been a very long winter for everybody who lives here."' },
  passes: { body: 'The road is open. Inspector Jo Marsh said: "It has been a very long winter for all of us."' },
  find: ({ prose, statements }) => {
    const told = new Set<Statement>();
    return prose.flatMap((block, number) =>
      matchesOf(block.text, QUOTED).flatMap(({ 0: found, 1: said = '', index }) => {
        if (wordsOf(said).length < FEWEST_WORDS || isLedIn(block.text.slice(0, index))) return [];
        if (block.kind === 'block-quote' && isSaidElsewhere(said, prose, number)) return [];
        const finding = inBlock(block, index, index + found.length, MESSAGE);
        const about = statements.filter(({ start, end }) => start < (finding.end ?? 0) && end > (finding.start ?? 0));
        // One statement in two parts is told once.
        if (about.some((statement) => hasSpeaker(statement.attribution) || told.has(statement))) return [];
        for (const statement of about) told.add(statement);
        return [finding];
      }),
    );
  },
};

/** What a sign, a letter or somebody in the story says is led in by its own words: `the plaque reads: "…"`. */
function isLedIn(before: string): boolean {
  const sentence =
    before
      .slice(-LONGEST_LEAD)
      .split(/[.!?]["”’]?\s/)
      .at(-1) ?? '';
  return LEAD_IN.test(sentence) && !/^\s*(?:he|she|they|it) /i.test(sentence);
}

/** A pull quote has its speaker where the words stand. */
function isSaidElsewhere(said: string, prose: readonly Block[], number: number): boolean {
  const words = said.replace(/[.,!?…]+$/, '');
  return prose.some(({ text }, other) => other !== number && text.includes(words));
}

/** Somebody of whom the release says no more. */
const NOBODY = /^(?:he|she|they|it|one)?$/i;

/** A person who writes a quote down may name the speaker without the words of the release. */
function hasSpeaker({ name, rank, role, organisation, asWritten }: Attribution): boolean {
  return !NOBODY.test(asWritten) || (name ?? rank ?? role ?? organisation) !== null;
}
