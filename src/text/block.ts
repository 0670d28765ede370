/** What a block of a body is. A list item and a quoted paragraph keep what they stand in. */
export const BLOCK_KINDS = ['heading', 'paragraph', 'list-item', 'block-quote', 'table-cell', 'code'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * One block of a body as plain text, with the way back to its markdown. The text is what a reader sees: no marks of
 * emphasis, no addresses of links, line ends of the source folded to spaces, hard breaks as `\n`. Spaces of every kind are
 * one, and what nobody sees (soft hyphens) is left out: whoever looks for words finds them. Code is as it is written.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Heading level 1 to 6; 0 for every other kind. */
  readonly level: number;
  readonly text: string;
  /** Parts of the text that stand in strong emphasis, as offsets into `text`. */
  readonly strong: readonly { readonly start: number; readonly end: number }[];
  /** Parts of the text that are links, as offsets into `text`, with the address as it is written. */
  readonly links: readonly { readonly start: number; readonly end: number; readonly href: string }[];
  /** Where the source begins a new line inside the block: offsets into `text` of the space, or the `\n`, that stands for it. */
  readonly breaks: readonly number[];
  /** Offset into the markdown of the block's first character, in UTF-16 code units. */
  readonly start: number;
  /** Offset behind the block's last character. */
  readonly end: number;
  /**
   * For every character of `text` the offset of its origin in the markdown; one entry more than `text` is long, so that
   * `markdown.slice(origins[i], origins[j])` is the source of `text.slice(i, j)`.
   */
  readonly origins: readonly number[];
}
