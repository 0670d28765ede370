import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

const OFFENDER =
  'burglar|thief|robber|offender|fraudster|sex offender|rapist|murderer|paedophile|shoplifter|dealer|criminal';
const OFFENCES =
  'theft|burglary|robbery|assault|rape|murder|manslaughter|fraud|arson|violence|wounding|drugs|dealing|stalking|harassment|shoplifting|offending|offences|crime|(?:an? )?(?:similar|like|other|another|previous|earlier) (?:\\p{L}+ )?(?:attack|offences?|crimes?|assaults?)';

const CONVICTIONS = new RegExp(
  `\\b(?:${[
    'previous(?:ly)? (?:conviction|convicted|offence|offending|jailed|sentenced|served|in prison)s?',
    '(?:a |his |her |their )?(?:criminal record|previous form)',
    'prior convictions?',
    'already serving',
    '(?:is |was )?(?:well[ -])?known to (?:the )?(?:police|officers|courts)',
    '(?:recently |just )?(?:released from (?:prison|jail)|out of (?:prison|jail))',
    '(?:out|was|is|were|while|released) on (?:licence|bail for (?:another|other)|parole)',
    `(?:banned|disqualified|jailed|convicted|arrested|cautioned|sentenced|imprisoned|fined|in prison|in court)(?: (?:from|for|of) \\p{L}+)? (?:(?:once |twice |\\p{L}+ times )?(?:before|previously)|(?:twice|\\p{L}+ times))`,
    '(?:his|her|their) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+th) (?:time|appearance|conviction|offence)(?: (?:before|in) (?:the |a )?(?:court|dock))?',
    '(?:in )?breach of (?:an? |his |her )?(?:restraining|court|non-molestation|protection) order',
    'recalled to (?:prison|jail)',
    `(?:an? )?(?:repeat|prolific|serial|career|habitual|persistent|notorious) (?:${OFFENDER})s?`,
    `convicted (?:${OFFENDER})s?`,
    `(?:an? )?history of (?:${OFFENCES})`,
    `served (?:\\p{L}+|\\d+) (?:days|weeks|months|years)(?: in prison)? for(?= (?:${OFFENCES}))`,
    `(?:jailed|imprisoned|convicted|sentenced) (?:for|of) (?:${OFFENCES}) in (?:19|20)\\d\\d`,
    "sex offenders?[’']? register",
    '(?:criminal behaviour|sexual harm prevention|suspended sentence|community protection) (?:order|notice)',
    'suspended (?:prison )?sentence',
    'ex-(?:offender|convict|prisoner)',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

export const proceedingsConvictions: Rule = {
  id: 'proceedings-convictions',
  severity: 'error',
  about: 'A case is marked active and the text tells of earlier convictions.',
  fires: { extra: { proceedings: 'active' }, body: 'The man, who has previous convictions, was charged.' },
  passes: { extra: { proceedings: 'active' }, body: 'The man was charged on Friday.' },
  find: (reading) =>
    reading.isActiveCase
      ? matchesAnywhere(
          reading,
          CONVICTIONS,
          ([found]) =>
            `“${found}” tells of an earlier record while the case is active: leave it out until the verdict.`,
        )
      : [],
};
