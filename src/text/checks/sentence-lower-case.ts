import type { Finding } from '../../domain/check.ts';
import { inBlock } from './places.ts';
import type { Reading, Rule } from './rule.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A first word that begins small; one with a capital inside (eBay), a digit or the sign of an address is a name. */
const SMALL_WORD = /^["“‘'(]*(?<word>\p{Ll}[\p{Ll}'’-]*)(?=[\s,;!?]|:(?!\/\/)|\.(?!\p{L})|$)/u;
/** Firms that write themselves so. */
const SMALL_BRANDS: ReadonlySet<string> = new Set(['adidas', 'asos', 'giffgaff']);
/** A few words that are named, and begin no sentence: `“ein telyn ni” is carved on it`. */
const WORDS_QUOTED = /^["“‘']\p{Ll}[^"”’'.,!?]{0,40}["”’']\s/u;
/** Small words before a name, which belong to it: `de la Cruz`, `van der Meer`, `ap Rhys`. */
const NAME_PARTICLES =
  /^["“‘'(]*(?:(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|ten|zu|af|av|bin|ibn|al|el|ap|ab|ferch|y|yr)[ -])+(?:d['’])?\p{Lu}/u;

export const sentenceLowerCase: Rule = {
  id: 'sentence-lower-case',
  severity: 'warning',
  about: 'A sentence begins with a small letter.',
  fires: { body: 'we have increased patrols in the area.' },
  passes: { body: 'We have increased patrols in the area.' },
  find: (reading) => {
    const names = smallNames(reading);
    const sentences = [...reading.lead.flatMap(sentencesOf), ...reading.sentences];
    return sentences.flatMap((sentence) => finding(sentence, names));
  },
};

function finding({ block, start, text }: Sentence, names: ReadonlySet<string>): Finding[] {
  const isWhole = block.kind === 'paragraph' || block.kind === 'block-quote';
  const match = isWhole ? SMALL_WORD.exec(text) : null;
  const word = match?.groups?.['word'];
  if (
    !match ||
    word === undefined ||
    names.has(word) ||
    SMALL_BRANDS.has(word) ||
    WORDS_QUOTED.test(text) ||
    NAME_PARTICLES.test(text) ||
    /\n$/.test(block.text.slice(0, start))
  )
    return [];
  const at = start + match[0].length - word.length;
  const [first = ''] = word;
  return [inBlock(block, at, at + first.length, `A sentence begins with “${word}”.`, first.toUpperCase())];
}

/** Names of organisations of this release that are written small, as their owners write them. */
function smallNames({ statements }: Reading): ReadonlySet<string> {
  const names = statements.map(({ attribution }) => attribution.organisation?.split(/\s/)[0] ?? '');
  return new Set(names.filter((name) => /^\p{Ll}/u.test(name)).map((name) => name.replace(/['’]s$/, '')));
}
