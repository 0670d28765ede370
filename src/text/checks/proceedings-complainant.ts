import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

const OFFENCE =
  /\b(?:rap(?:e|ed|es|ing|ist)|sexual(?:ly)?|indecent|voyeurism|upskirting|grooming|trafficking|modern slavery|forced marriage|female genital)\b/i;

const NAME = "\\p{Lu}[\\p{L}'’-]+ \\p{Lu}[\\p{L}'’-]+";
const AGE = '(?:,? (?:who (?:is|was) |now |then |aged )?\\d{1,2},?)';
const COMPLAINANT = 'victim|complainant|survivor';
/** People whom a suspect may have met; `one of the detectives` is none of them. */
const OTHERS =
  'victims?|complainants?|survivors?|clients?|patients?|pupils?|students?|women|girls|boys|men|children|employees|colleagues|passengers|players|tenants|residents|relatives';
const RELATIVE =
  '(?:ex-)?(?:wife|girlfriend|boyfriend|partner)|(?:step)?(?:daughter|son|sister|brother)|niece|nephew|cousin|granddaughter|grandson';
const SUFFERED =
  'raped|abused|groomed|trafficked|assaulted|attacked|molested|touched|grabbed|followed|pushed|held there|exploited|sexually assaulted';
const SUFFERING =
  'raping|abusing|grooming|trafficking|molesting|exploiting|sexually assaulting|(?:rape|abuse|grooming|trafficking) of|offences against';
const STRANGER = '(?:a|the|two|another) (?:\\p{L}+ )?(?:man|men|woman|stranger|driver|teacher|youth|boy)';

/** A name beside words that say whose complaint it is. */
const NAMED = new RegExp(
  [
    `\\b(?:${COMPLAINANT})(?: in the case)?,? (?:is |was )?(?:named |called |identified as )?${NAME}`,
    `${NAME}, (?:\\d{1,2}, )?(?:(?:who was )?(?:the|a) (?:${COMPLAINANT})|one of (?:the|his|her|their) (?:${OTHERS}))`,
    `\\b[Oo]ne of (?:the|his|her|their) (?:\\p{L}+ )?(?:${OTHERS}),? ${NAME}`,
    `\\b(?:${SUFFERING}) (?:\\d{1,2}-year-old )?${NAME}`,
    `${NAME}${AGE}? (?:who )?(?:was|had been) (?:${SUFFERED})`,
    `${NAME}${AGE}? (?:who )?(?:told|reported (?:it|him|them|the \\p{L}+) to|went to|called) (?:the )?(?:police|officers|detectives)`,
    `${NAME}${AGE}? (?:who )?came forward`,
    `${NAME}${AGE}? (?:was|had) [^.]{1,80}? when (?:${STRANGER}|(?:he|she) was (?:${SUFFERED}))`,
    `\\b(?:[Ff]ormer )?(?:[Pp]upil|[Pp]atient|[Cc]lient|[Ss]tudent|[Cc]olleague) ${NAME}`,
    `\\b(?:his|her|their) (?:then )?(?:${RELATIVE}),? ${NAME}`,
    `(?<aged>${NAME})(?:, (?:who (?:is|was) |now |then |aged )?| \\()\\d{1,2}(?=[,). ])`,
  ].join('|'),
  'gu',
);
/** Where a name with an age is that of somebody before a court. */
const ACCUSED =
  /\b(?:charged|accused|arrested|appear(?:s|ed)?|court|magistrates|remanded|custody|bailed|denie[ds]|pleaded|trial|suspect|defendant)\b/;

export const proceedingsComplainant: Rule = {
  id: 'proceedings-complainant',
  severity: 'error',
  about:
    'A case of a sexual offence or of trafficking is marked active and the complainant is named, or somebody with an age ' +
    'who is not before the court (Sexual Offences (Amendment) Act 1992, section 1).',
  fires: { extra: { proceedings: 'active' }, body: 'A man is charged with rape. The victim, Jane Field, called 999.' },
  passes: { extra: { proceedings: 'active' }, body: 'A man is charged with rape. The complainant called 999.' },
  find: (reading) => {
    if (!reading.isActiveCase) return [];
    const { prose, title, summary } = reading;
    const texts = [title, summary ?? '', ...prose.map(({ text }) => text)];
    if (!texts.some((text) => OFFENCE.test(text))) return [];
    const accused = namesAccused(texts);
    return matchesAnywhere(reading, NAMED, ({ 0: found, groups }) =>
      accused.has(groups?.['aged'] ?? '')
        ? undefined
        : `“${found}”: a complainant is never named, nor what gives the name away.`,
    );
  },
};

/** Everybody whom a sentence of charges and courts names. */
function namesAccused(texts: readonly string[]): ReadonlySet<string> {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?]) /)).filter((sentence) => ACCUSED.test(sentence));
  return new Set(sentences.flatMap((sentence) => sentence.match(ANY_NAME) ?? []));
}

const ANY_NAME = new RegExp(NAME, 'gu');
