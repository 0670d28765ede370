/** Words of addresses and of posts that many people are called: `PC Jo Green`, `Sue Baker`. */
const SURNAMES = new Set(
  `Abbot Baker Barber Butcher Champion Chancellor Dean Driver Farmer Friend Gardener Green Hall Head Hill Judge Keeper Lane Marshal
  Mayor Singer Steward`.split(/\s+/),
);

export function isSurnameToo(word: string): boolean {
  return SURNAMES.has(word);
}

/** Ranks that people are called by: `Det Sgt Baron`. */
const RANKS = new Set(
  'Abbot Baron Bishop Canon Captain Constable Deacon Earl Judge Major Marshal Pastor Prior Sergeant'.split(' '),
);

export function isRankSurname(word: string): boolean {
  return RANKS.has(word);
}
