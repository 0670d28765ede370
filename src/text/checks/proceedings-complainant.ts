import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

const OFFENCE =
  /\b(?:rap(?:e|ed|es|ing|ist)|sexual(?:ly)?|indecent|voyeurism|upskirting|grooming|trafficking|modern slavery|forced marriage|female genital)\b/i;

const NAME = "\\p{Lu}[\\p{L}'’-]+ \\p{Lu}[\\p{L}'’-]+";
const COMPLAINANT = 'victim|complainant|survivor';
/** People whom a suspect may have met; `one of the detectives` is none of them. */
const OTHERS =
  'victims?|complainants?|survivors?|clients?|patients?|pupils?|students?|women|girls|boys|men|children|employees|colleagues|passengers|players|tenants|residents|relatives';
const RELATIVE =
  '(?:ex-)?(?:wife|girlfriend|boyfriend|partner)|(?:step)?(?:daughter|son|sister|brother)|niece|nephew|cousin|granddaughter|grandson';
const SUFFERED =
  'raped|abused|groomed|trafficked|assaulted|attacked|molested|touched|grabbed|held there|exploited|sexually assaulted';
const SUFFERING =
  'raping|abusing|grooming|trafficking|molesting|exploiting|sexually assaulting|(?:rape|abuse|grooming|trafficking) of|offences against';

/** A name beside words that say whose complaint it is. */
const NAMED = new RegExp(
  [
    `\\b(?:${COMPLAINANT})(?: in the case)?,? (?:is |was )?(?:named |called |identified as )?${NAME}`,
    `${NAME}, (?:\\d{1,2}, )?(?:(?:who was )?(?:the|a) (?:${COMPLAINANT})|one of (?:the|his|her|their) (?:${OTHERS}))`,
    `\\b[Oo]ne of (?:the|his|her|their) (?:\\p{L}+ )?(?:${OTHERS}),? ${NAME}`,
    `\\b(?:${SUFFERING}) (?:\\d{1,2}-year-old )?${NAME}`,
    `${NAME},? (?:\\d{1,2}, )?(?:who )?(?:was|had been) (?:${SUFFERED})`,
    `${NAME},? (?:\\d{1,2}, )?(?:who )?(?:told|reported (?:it|him|them|the \\p{L}+) to|went to|called) (?:the )?(?:police|officers|detectives)`,
    `\\b(?:[Ff]ormer )?(?:[Pp]upil|[Pp]atient|[Cc]lient|[Ss]tudent|[Cc]olleague) ${NAME}`,
    `${NAME},?(?: who is \\d{1,2},| aged \\d{1,2},| \\d{1,2},)? (?:who )?came forward`,
    `${NAME},?(?: who is \\d{1,2},| aged \\d{1,2},| \\d{1,2},)? (?:was|had) [^.]{1,80}? when (?:a|the|two|another) (?:\\p{L}+ )?(?:man|men|woman|stranger|driver|teacher|youth|boy)`,
    `\\b(?:his|her|their) (?:then )?(?:${RELATIVE}),? ${NAME}`,
  ].join('|'),
  'gu',
);

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
    return isProtected
      ? matchesIn(prose, NAMED, ([found]) => `“${found}”: a complainant is never named, nor what gives the name away.`)
      : [];
  },
};
