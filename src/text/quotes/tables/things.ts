/** Last words of the names of laws, prizes and pieces of work: `Fraud Act` is nobody. */
const THINGS = new Set(
  `act acts appeal award awards bill campaign code cup festival fund inquiry league medal order plan programme project regulations review
  scheme strategy trophy week`.split(/\s+/),
);

export function isThing(word: string): boolean {
  return THINGS.has(word.toLowerCase());
}
