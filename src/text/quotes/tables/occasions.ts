/** Words of a release that tell on what occasion it is made. */

/** What a court, a tribunal or a panel has done with somebody. */
export const CONVICTS =
  /\b(?:pleaded guilty|found guilty|convicted|jailed|sentenced|imprisoned|was (?:also )?fined|were fined|has been fined|ordered to pay|admitted (?:\w+ )?(?:counts?|charges?|offences?)|gross misconduct)\b/i;

/** What was done to somebody, or to what they have. */
export const HARM_TOLD =
  /\b(?:victims?|assault(?:s|ed)?|attack(?:s|ed)?|robb(?:ed|ery|eries)|burgl(?:ed|ary|aries)|fraud(?:s|sters?)?|stole|stolen|thefts?|thie(?:f|ves)|raped?|stalk(?:ed|ing)|harass(?:ed|ment)|abused?|misconduct|arson|destroyed|gutted|ripped through|tore through|scam(?:s|mers|med)?|blaze|dwyn|lladrad)\b/i;

/** Where those publish who let homes, or build them. */
export const HOMES = /homes|housing|cartref|(?:^|[.-])tai(?:[.-]|$)|lettings|almshouse/;
