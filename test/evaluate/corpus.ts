import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The corpus in two parts: what the rules were written with, and what they are only ever scored on. */
export const PARTS = ['development', 'held-out'] as const;
export type Part = (typeof PARTS)[number];

/** A statement as a person reads it; what is not stated is null. */
export interface Expected {
  /** Offsets into the source of its first and behind its last character, marks excluded. */
  readonly start: number;
  readonly end: number;
  /** Its first and last words. */
  readonly said: string;
  readonly speaker: string | null;
  readonly rank: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly kind: string;
}

export interface AnnotatedRelease {
  readonly name: string;
  readonly source: string;
  readonly expected: readonly Expected[];
}

const word = z.string().nullable().default(null);
const annotation = z.strictObject({
  quotes: z.array(
    z.strictObject({
      said: z.string(),
      speaker: word,
      rank: word,
      role: word,
      organisation: word,
      kind: z.enum(['official', 'spokesperson', 'judge', 'family', 'victim', 'resident', 'other']),
    }),
  ),
});

const ROOT = join(import.meta.dirname, '../corpus');

/** Every release of a part with its annotation, in the order of their names. */
export function readCorpus(part: Part): AnnotatedRelease[] {
  const folder = join(ROOT, part);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    const { quotes } = annotation.parse(parse(readFileSync(join(folder, file.replace(/md$/, 'yaml')), 'utf8')));
    return { name: file, source, expected: placed(file, source, quotes) };
  });
}

/** Finds the statements in the source. @throws Error when the words of one do not stand there */
function placed(file: string, source: string, quotes: readonly Omit<Expected, 'start' | 'end'>[]): Expected[] {
  let from = source.indexOf('\n```\n');
  return quotes.map((quote) => {
    const [first = '', last = first] = quote.said.split(' … ');
    const start = source.indexOf(first, from);
    const end = first === last ? start : source.indexOf(last, start + first.length);
    if (start < 0 || end < 0) throw new Error(`${file}: these words are not in it: ${quote.said}`);
    from = end;
    return { ...quote, start, end: end + last.length };
  });
}
