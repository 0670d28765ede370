import { matchesOf } from '../../matches.ts';
import { lastIndexBefore } from '../before.ts';
import type { Sentence } from '../cast/narration.ts';
import { placeOf } from '../cast/place.ts';
import type { SentencesBefore } from '../cast/sentences-before.ts';
import { onceEach } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import { OF_RELATIVE } from '../tables/kin.ts';
import { CAPITALISED_NAME, isCompany } from '../tables/organisations.ts';
import { isSpokesperson } from '../tables/roles.ts';
import { DESCRIBED_KINDS, mayStandFor } from '../tables/stand-ins.ts';

/** A name in capitals that ends in a kind: `Hanover Road mosque`, `Marl Resilience Forum`. */
interface Called {
  readonly name: string;
  readonly place: number;
}

/** `the mosque's imam`, `a spokeswoman for the union`, `who chairs the forum`: where a speaker's words say of what kind their body is. */
const DESCRIBED = new RegExp(
  String.raw`\b(?:[Tt]he (${DESCRIBED_KINDS})['’]s?(?= )|(?:for|of|at|with) the (?:family )?(${DESCRIBED_KINDS})\b|(?:chairs|runs|leads|heads|manages|founded|formed|started|began|owns|set up) the (${DESCRIBED_KINDS})\b)`,
  'iu',
);

/**
 * Answers which body is meant by its kind, in the words that say who speaks: the one whose name ends so that the narration gives last
 * before the statement, else the only one of which the sentence before tells. Null where no kind is given or nothing fits it.
 */
export function openDescribed(
  narration: () => readonly Sentence[],
  sentencesBefore: SentencesBefore,
): (speaker: Speaker, passage: Passage) => string | null {
  const calledSo = onceEach((kind: string) => calledIn(narration(), kind));
  /** The only body that a few sentences before a statement tell of and that may be called so. */
  const toldBefore = (kind: string, passage: Passage): string | null => {
    const near = sentencesBefore(passage, NEAR_SENTENCES).filter((sentence) => sentence.block >= passage.block - 1);
    const bodies = new Set(near.flatMap((sentence) => sentence.organisations()));
    const fitting = [...bodies].filter((name) => mayStandFor(kind, name));
    // `It is run by Marl Coaches with the Traders' Association.`: one of these is a firm.
    const firms = /^(?:firm|company)$/.test(kind)
      ? fitting.filter((name) => isCompany(name.split(' ').at(-1) ?? ''))
      : [];
    const [only, another] = firms.length > 0 ? firms : fitting;
    return only === undefined || another !== undefined ? null : only;
  };
  return (speaker, passage) => {
    const kind = kindOf(speaker);
    if (kind === null) return null;
    const place = placeOf({ block: passage.block, at: passage.outerStart });
    const named = calledSo(kind);
    return named[lastIndexBefore(named, place)]?.name ?? (PART.test(kind) ? null : toldBefore(kind, passage));
  };
}

/** What a body of another kind has: `who chairs the board`. */
const PART = /^(?:board|panel|forum|partnership|network|tribunal)$/;

/** Sentences above a statement in which the body is looked for: the attribution is the last. */
const NEAR_SENTENCES = 3;

function kindOf({ about, organisation, name, asWritten }: Speaker): string | null {
  if (organisation !== null) return STANDS_ALONE.test(organisation) ? organisation : null;
  const at = name === null ? asWritten.length : about.indexOf(name);
  const words = name === null ? asWritten : withoutRelatives(about.slice(0, Math.max(0, at) + MAX_BEHIND_LENGTH));
  if (name === null && !asWritten.split(' ').some(isSpokesperson)) return null;
  return (
    DESCRIBED.exec(words)
      ?.slice(1)
      .find((found) => found !== undefined)
      ?.toLowerCase() ?? null
  );
}

/** `Jo Bell, whose husband was cared for at the hospice`: where relatives were is nobody's body. */
function withoutRelatives(about: string): string {
  return about.includes(' whose ') ? about.replace(RELATIVE, '') : about;
}

const RELATIVE = new RegExp(OF_RELATIVE, 'gu');
const MAX_BEHIND_LENGTH = 80;
const STANDS_ALONE = new RegExp(`^(?:${DESCRIBED_KINDS})$`);

/** Every name in capitals that ends in a kind, in the order of the text. */
function calledIn(narration: readonly Sentence[], kind: string): readonly Called[] {
  const pattern = new RegExp(
    `(${CAPITALISED_NAME} (?:${kind}|${kind.charAt(0).toUpperCase()}${kind.slice(1)}))\\b`,
    'gu',
  );
  return narration.flatMap(({ block, at, text }) => {
    const found = text.toLowerCase().includes(` ${kind}`) ? matchesOf(text, pattern) : [];
    return found.flatMap(({ 1: written = '', index }) => {
      const name = written.replace(/^(?:The|A|An|At|In|On|From|For) /, '');
      const [, ...more] = name.split(' ');
      // `Current club rules`: any word is in capitals where a sentence begins.
      const isName = more.length > 1 || name !== written || index > 0 || !written.endsWith(kind);
      return more.length > 0 && isName ? [{ name, place: placeOf({ block, at: at + index }) }] : [];
    });
  });
}
