/**
 * Alternatives of a pattern in small letters, as ones that take capitals too. A flag for a part of a pattern would say
 * the same; but V8 forgets it where it makes a pattern in haste, which is what a process gets that has run long.
 */
export function inAnyCase(alternatives: string): string {
  return alternatives.replace(/\[([^\]]+)\]|\p{Ll}/gu, (one, letters = one) => `[${letters}${letters.toUpperCase()}]`);
}
