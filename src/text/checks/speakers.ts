import type { Finding, KnownSpeaker } from '../../domain/check.ts';
import { inBlock } from './places.ts';
import type { Reading } from './rule.ts';

/** A finding for everybody who is quoted and of whom `messageOf` has something to say, where they are named first. */
export function aboutSpeakers(
  { speakers, statements, prose }: Reading,
  messageOf: (name: string, known: KnownSpeaker, rank: string | null) => string | undefined,
): Finding[] {
  const told = new Set<string>();
  return statements.flatMap(({ attribution: { name, rank } }) => {
    const known = name === null ? undefined : speakers?.get(name);
    const message = name === null || known === undefined ? undefined : messageOf(name, known, rank);
    if (name === null || message === undefined || told.has(name)) return [];
    told.add(name);
    const block = prose.find(({ text }) => text.includes(name));
    const at = block?.text.indexOf(name) ?? 0;
    return block ? [inBlock(block, at, at + name.length, message)] : [];
  });
}
