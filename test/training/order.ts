import { mixed } from '../../src/text/quotes/tagger/known-words.ts';

/**
 * Items in an order that their keys and a number make, as if they had been shuffled. It is that of the others still when one is added: what is
 * learned from them hardly changes, as it would under any other order.
 */
export function shuffled<Item extends { readonly key: number }>(items: readonly Item[], round: number): Item[] {
  return items
    .map((item) => ({ item, place: mixed(item.key, round + 1) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
