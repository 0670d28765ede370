import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

const GUILT =
  /\b(?:(?:is|are|was|were|be) (?:clearly |obviously )?(?:guilty|responsible for (?:the|this) (?:murder|attack|crime|death|killing|burglary|robbery|assault|rape))|(?:the|this|a) (?:murderer|killer|rapist|paedophile|attacker|offender|thief|burglar|robber|fraudster|drug dealer|criminal)s?|confessed|got what (?:he|she|they) deserved?|brought to justice)\b/gi;

export const proceedingsGuilt: Rule = {
  id: 'proceedings-guilt',
  severity: 'error',
  about: 'A case is marked active and words say that somebody is guilty (Contempt of Court Act 1981, section 2).',
  fires: { extra: { proceedings: 'active' }, body: 'A man was charged. The attacker is due in court on Friday.' },
  passes: { extra: { proceedings: 'active' }, body: 'A man was charged. He is due in court on Friday.' },
  find: ({ isActiveCase, prose }) =>
    isActiveCase ? matchesIn(prose, GUILT, ([found]) => `“${found}” says who did it while the case is active.`) : [],
};
