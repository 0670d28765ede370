/** Words of addresses and of posts that many people are called: `PC Jo Green`, `Sue Baker`. */
const SURNAMES = new Set(
  `Abbot Archer Baker Barber Bishop Bowler Butcher Carter Champion Chancellor Cook Cooper Dean Driver Farmer Fisher Fowler Friend Gardener Green
  Hall Harper Head Hill Hunter Judge Keeper Lane Marshal Mason Mayor Page Piper Porter Potter Ranger Shepherd Singer Skipper Steward Turner Usher
  Warden Weaver`.split(/\s+/),
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
