/** Words for relatives, as alternatives of a pattern. */
export const KIN_WORDS =
  '(?:great-|step-?|grand-?)?(?:mother|mum|mam|mummy|father|dad|daddy|parents|sister|brother|siblings|son|daughter|child|children)s?(?:-in-law)?|(?:late )?(?:wife|husband|widow|widower|partner|fianc[ée]e?)|twins?|aunt(?:ie)?|uncle|niece|nephew|cousin|gran|nan|grandad|granddad';
