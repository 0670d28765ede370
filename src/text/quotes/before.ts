/** The index of the last of some things, in the order of the text, that stands before a place; -1 where none does. Found by halving. */
export function lastIndexBefore<Thing extends { readonly place: number }>(
  things: readonly Thing[],
  place: number,
): number {
  let from = 0;
  let to = things.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((things[middle]?.place ?? 0) < place) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
