import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

const WRONGDOER =
  'abuser|arsonist|attacker|burglar|conman|criminal|crook|culprit|drug dealer|fraudster|gangster|groomer|gunman|hooligan|killer|knifeman|looter|mugger|murderer|offender|paedophile|perpetrator|predator|rapist|robber|scammer|stalker|thief|trafficker|vandal';
const WRONGDOERS =
  'abusers|arsonists|attackers|burglars|conmen|criminals|crooks|culprits|drug dealers|fraudsters|gangsters|gunmen|hooligans|killers|looters|muggers|murderers|offenders|paedophiles|perpetrators|predators|rapists|robbers|scammers|thieves|traffickers|vandals';
const COUNT = '\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const DEED =
  'murder|attack|crime|death|killing|burglar(?:y|ies)|robber(?:y|ies)|assaults?|rapes?|thefts?|stabbing|shooting|fires?|arson|collision|offences?';
const DID =
  'stabbed|murdered|killed|raped|robbed|stole|burgled|assaulted|attacked|set fire(?!-)|broke into|defrauded|groomed|abused|strangled|punched|mugged|preyed on|targeted|terrorised|conned|tricked|ambushed|threatened|(?:took|stole|spent|pocketed|siphoned) (?:off )?(?:more than |almost |about |over |nearly )?£[\\d,.]{3,}';

/** `a criminal investigation`, `the offender manager` say nothing of anybody. */
const OF_THE_LAW =
  'activity|acts?|behaviour|cases?|charges?|courts?|damage|investigations?|justice|law|managers?|management|offences?|proceedings|programmes?|trials?|whales?';

/** Words that say of somebody that they did it. */
const GUILT = [
  `(?:is|are|was|were|be) (?:clearly |obviously )?(?:guilty|responsible for (?:the|this) (?:${DEED}))`,
  `(?:the|this|a|an|that) (?:${WRONGDOER})s?(?! (?:${OF_THE_LAW})\\b)`,
  `(?:these|those|both|${COUNT}) (?:\\p{L}+ )?(?:${WRONGDOERS})`,
  `the (?:\\p{L}+ )?(?:man|men|woman|women|person|people|coward|cowards|youths?|gang|pair) who did (?:this|it)`,
  `(?:dangerous|violent|callous|cowardly|ruthless|vile|organised|despicable|heartless|brazen) (?:${WRONGDOERS}|${WRONGDOER}|individuals?|people|men|man|woman|women|person|pair|gang)`,
  'thugs?|yobs?|cowards?|maniacs?|scum|lowli(?:fe|ves)',
  `the (?:man|woman|person|boy|girl|pair|two|trio|couple|gang|driver) (?:who (?:is|was) )?responsible(?= for (?:the|this|these|that|her|his) (?:${DEED})\\b|["”’.,;!]|$)`,
  'confessed',
  'got what (?:he|she|they) deserved?',
  'brought to justice',
  'caught red-handed',
  'bang to rights',
  'off (?:the|our) streets',
  'behind bars',
  'evil (?:man|men|woman|crime|act)',
];
/** The same where nobody is said to say so. */
const ASSERTED = `(?:he|she|they|the (?:suspect|defendant|accused)|(?:the|these|both|those) (?:(?:${COUNT}) )?(?:men|women|youths|teenagers|pair|brothers|couple)) (?:then |had |also |later )?(?:${DID})|(?:he|she) did (?:it|this)`;
const REPORTED =
  /\b(?:alleg|accus|claim|prosecut|suspect(?:ed)? (?:of|that)|whether|if\b|how\b|said that|says that|told the court|court heard)[^.]*$/i;

const PATTERN = new RegExp(`\\b(?:${[...GUILT, `(?<asserted>${ASSERTED})`].join('|')})(?![\\p{L}\\p{N}])`, 'giu');

export const proceedingsGuilt: Rule = {
  id: 'proceedings-guilt',
  severity: 'error',
  about: 'A case is marked active and words say that somebody is guilty (Contempt of Court Act 1981, section 2).',
  fires: { extra: { proceedings: 'active' }, body: 'A man was charged. The attacker is due in court on Friday.' },
  passes: { extra: { proceedings: 'active' }, body: 'A man was charged. He is due in court on Friday.' },
  find: (reading) =>
    reading.isActiveCase
      ? matchesAnywhere(reading, PATTERN, ({ 0: found, groups, index, input }) =>
          groups?.['asserted'] !== undefined && REPORTED.test(input.slice(Math.max(0, index - 120), index))
            ? undefined
            : `“${found}” says who did it while the case is active: say what somebody is charged with.`,
        )
      : [],
};
