import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

const CONVICTIONS =
  /\b(?:previous(?:ly)? (?:conviction|convicted|offence|offending|jailed|sentenced|in prison)s?|(?:a |his |her |their )?criminal record|prior convictions?|already serving|(?:is |was )?known to (?:the )?police|(?:recently )?released from prison|out on licence|(?:a )?repeat offender|convicted (?:murderer|rapist|burglar|paedophile|sex offender))\b/gi;

export const proceedingsConvictions: Rule = {
  id: 'proceedings-convictions',
  severity: 'error',
  about: 'A case is marked active and the text tells of earlier convictions.',
  fires: { extra: { proceedings: 'active' }, body: 'The man, who has previous convictions, was charged.' },
  passes: { extra: { proceedings: 'active' }, body: 'The man was charged on Friday.' },
  find: ({ isActiveCase, prose }) =>
    isActiveCase
      ? matchesIn(prose, CONVICTIONS, ([found]) => `“${found}” tells of earlier offences while the case is active.`)
      : [],
};
