/** Words for relatives, as alternatives of a pattern. */
export const KIN_WORDS =
  '(?:great-|step-?|grand-?|god-?)*(?:mother|mum|mam|mummy|father|dad|daddy|parents|sister|brother|siblings|son|daughter|child|children)s?(?:-in-law)?|(?:late )?(?:wife|husband|widow|widower|partner|fianc[ée]e?)|twins?|aunt(?:ie)?|uncle|niece|nephew|cousin|gran|nan|grandad|granddad';

/** Words for two relatives or more, as alternatives of a pattern. */
export const KIN_IN_PLURAL =
  '(?:great-|step-?|grand-?)*(?:[Pp]arents|sons|daughters|children|[Ss]isters|[Bb]rothers|[Ss]iblings|[Tt]wins)|(?:mother|mum) and (?:father|dad)|(?:aunt|uncle) and (?:aunt|uncle)|aunts|uncles|nieces|nephews|cousins';

/** `her fiancé `, `the cook's mother, `, `Carol's aunt and uncle Sheila and `: what stands before a relative's name. */
export const BEFORE_KIN = new RegExp(
  String.raw`(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|\p{L}[\p{L}-]+['’]s?) (?:\p{Ll}[\p{L}-]* ){0,2}?(?:${KIN_WORDS})(?: (?:and|&) (?:\p{Ll}+ )?(?:${KIN_WORDS}))?,? (?:\p{Lu}\p{L}+ (?:and|&) )?$`,
  'u',
);

/** ` whose late husband, Ken, worked at the mill`: what is said of somebody's relative, as a pattern; not what a `who` behind it says of them. */
export const OF_RELATIVE = String.raw` whose (?:[\p{Ll}-]+ ){0,3}?(?:${KIN_WORDS})\b(?:,? \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?,?)?(?:(?! and who )[^,|])*`;

/** `, the boy's mother`: what stands behind a relative's name. */
export const BEHIND_KIN = new RegExp(
  String.raw`^, (?:the|his|her|their|\p{Lu}[\p{L}-]+['’]s) (?:\p{Ll}+['’]s )?(?:${KIN_WORDS})\b(?!['’])`,
  'u',
);

/** `Jo Bell's daughter `: a sentence up to the name of the relative with whom it begins. */
export const OPENS_WITH_KIN = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}.'’-]* ){0,3}\p{Lu}[\p{L}-]*['’]s? (?:\p{Ll}[\p{L}-]* ){0,2}?(?:${KIN_WORDS}),? (?:the |Mr |Mrs |Ms |Miss )?$`,
  'u',
);
