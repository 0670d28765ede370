/** Words of addresses and of posts that many people are called: `PC Jo Green`, `Sue Baker`. */
const SURNAMES = new Set(
  `Abbot Baker Barber Butcher Champion Chancellor Dean Driver Farmer Friend Gardener Green Hall Head Hill Judge Keeper Lane Marshal
  Mayor Singer Steward`.split(/\s+/),
);

export function isSurnameToo(word: string): boolean {
  return SURNAMES.has(word);
}
