/** Offsets in one block come after those of all blocks before it. */
const BLOCK_PLACES = 1_000_000;

/** Where something stands in the order of the text, as one number: its block, then its offset into the text of that. */
export function placeOf(
  place: { readonly block: number; readonly start?: number; readonly at?: number } | undefined,
): number {
  return (place?.block ?? 0) * BLOCK_PLACES + (place?.at ?? place?.start ?? 0);
}
