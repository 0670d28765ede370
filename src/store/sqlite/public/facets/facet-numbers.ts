import type { FacetKind } from '../../../../domain/query.ts';

/** What the numbers of each kind begin with, as the triggers of the migrations give them out. A year is its own number. */
const KINDS: Readonly<Record<FacetKind, number>> = {
  year: 0,
  area: 1,
  tag: 2,
  official: 3,
  organisation: 4,
  language: 5,
};
const NUMBERS_OF_A_KIND = 100_000_000;
const BYTES_OF_A_NUMBER = 4;

/** The numbers that a kind can have: from the first one, and before the second. */
export function numbersOf(kind: FacetKind): readonly [number, number] {
  const first = KINDS[kind] * NUMBERS_OF_A_KIND;
  return [first, first + NUMBERS_OF_A_KIND];
}

/** The numbers of a set. */
export function numbersIn(set: Buffer): number[] {
  return Array.from({ length: set.length / BYTES_OF_A_NUMBER }, (_, at) => set.readUInt32BE(at * BYTES_OF_A_NUMBER));
}

/** Counts each number of the sets, and takes it away again where `times` is below zero. */
export function countNumbers(counts: Map<number, number>, set: Buffer, times = 1): void {
  const view = new DataView(set.buffer, set.byteOffset, set.length);
  for (let at = 0; at < set.length; at += BYTES_OF_A_NUMBER) {
    const number = view.getUint32(at);
    counts.set(number, (counts.get(number) ?? 0) + times);
  }
}
