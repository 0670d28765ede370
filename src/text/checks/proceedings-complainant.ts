import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

const OFFENCE =
  /\b(?:rape[ds]?|sexual(?:ly)?|indecent|voyeurism|grooming|trafficking|modern slavery|forced marriage|female genital)\b/i;
/** `the victim, Jane Smith` · `complainant Jane Smith` · `Jane Smith, the victim`. */
const NAMED =
  /\b(?:victim|complainant|survivor),? (?:named |called )?\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+, (?:\d{1,2}, )?(?:the|a|who was the) (?:victim|complainant|survivor)\b/gu;

export const proceedingsComplainant: Rule = {
  id: 'proceedings-complainant',
  severity: 'error',
  about:
    'A case of a sexual offence or of trafficking is marked active and the complainant is named (Sexual Offences ' +
    '(Amendment) Act 1992, section 1).',
  fires: { extra: { proceedings: 'active' }, body: 'A man is charged with rape. The victim, Jane Field, called 999.' },
  passes: { extra: { proceedings: 'active' }, body: 'A man is charged with rape. The complainant called 999.' },
  find: ({ isActiveCase, prose, title, summary }) => {
    const isProtected =
      isActiveCase && [title, summary ?? '', ...prose.map(({ text }) => text)].some((text) => OFFENCE.test(text));
    return isProtected ? matchesIn(prose, NAMED, ([found]) => `“${found}”: a complainant is never named.`) : [];
  },
};
