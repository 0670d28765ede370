import { wordsOf } from './words.ts';

export type Tense = 'to-come' | 'over';

/** How a date is written and where it lies, as far as the words before it need to know. */
export interface DatedPlace {
  /** `tomorrow`, `next Friday`: what no preposition leads to. */
  readonly isRelative: boolean;
  /** Whether it lies within some months of the release. */
  readonly isNear: boolean;
}

/** Characters before a date that can say whether it is still to come. */
const REACH = 110;
/** Most words between a verb and its date. */
const MOST_BETWEEN = 7;
const BETWEEN = String.raw`\b(?<between>[^.;:!?]*?)`;
const IS_TO_COME = String.raw`\b(?:will|(?:is|are) (?:due|set|expected|scheduled) to)(?: (?:also|then|not|all|now|only))?`;
/** Verbs of what is looked back upon: the date is that of what they look at. */
const LOOKS_BACK =
  'mark|commemorate|remember|celebrate|review|investigate|examine|discuss|consider|study|explain|recall|forget|never|always|look|hear|continue|honour|recreate|replay|read|use|rely|follow';

/** What a day still to come is told with. */
const TO_COME = [
  `${IS_TO_COME} (?:be held|take place|(?:re)?open|start|begin|run|close|launch|be (?:closed|open)|appear|visit|host|hold|return)${BETWEEN} (?:on|from) $`,
  `${IS_TO_COME} (?!(?:${LOOKS_BACK})\\b)(?:be \\p{L}+ed|\\p{L}+)${BETWEEN} on $`,
];
/** The same before what needs no preposition. */
const TO_COME_RELATIVE = `${IS_TO_COME} (?!(?:${LOOKS_BACK})\\b)(?:be \\p{L}+ed|\\p{L}+)${BETWEEN} $`;
/** The present, of what is on a programme. */
const PRESENT = [
  `\\b(?:closes|opens|starts|begins|ends|takes place|(?:applications|bookings|doors|entries|gates|lines|nominations|polls|sessions|submissions) (?:close|open|start|begin|end))${BETWEEN} on $`,
  `\\b(?:deadline|closing date)${BETWEEN} is $`,
];

/** Participles of what was done; those of what was only arranged say nothing about a day. */
const DONE = String.raw`(?!(?:due|expected|scheduled|planned|set|hoped|meant|intended|supposed|postponed|moved|delayed|booked|arranged|fixed|timed|invited|listed|adjourned|put|given|asked|told|urged|warned|reminded|needed|wanted|being)\b)\p{L}+(?:ed|en|wn|ung|ught|eld|ept|aid|ent|ost|ilt|ound|ade|een|ut|orn|elt|eft)`;
const WAS_DONE = String.raw`\b(?:was|were|has been|have been) (?:\p{L}+ly |also |then )?${DONE}`;
const HAPPENED =
  '\\b(?<!\\b(?:be|is|are|being|been) )(?:took place|happened|pleaded guilty|appeared|died|opened|began|started|ended|finished|launched|attracted|drew|enjoyed|gathered|joined|marched|raised|took part|turned out|visited|welcomed|won|voted|approved|agreed|admitted|crashed|collided)';
const OVER = [
  `(?:${WAS_DONE}|${HAPPENED})${BETWEEN} (?:on|in the early hours of|on the (?:morning|afternoon|evening|night) of) $`,
];
const OVER_RELATIVE = `(?:${WAS_DONE}|${HAPPENED})${BETWEEN} $`;

/** What somebody is sentenced to stands between the verb and the day. */
const TERM =
  /^ (?:to|for) (?:(?:a total of |more than )?[\p{L}\d]+ (?:and a half )?(?:days|weeks|months|years)['’]?(?: and \p{L}+ months)?|pay (?:a total of |more than )?£[\d,]+(?: in (?:fines|costs))?|life)(?: (?:in prison|in jail|behind bars|in custody|imprisonment))?/u;
/** Words between a verb and a date that tie the date to something else. */
const OTHER_CLAUSE =
  /\b(?:to(?! (?:the|a|an|its|their|his|her|our)\b)|until|before|after|since|following|over|due|charged|accused|arrested|for|who|which|that|what|when|while|but|will|would|could|can|may|must|is|are|from|\p{L}{3,}ed)\b|,(?!\d)/iu;

const PATTERNS = {
  toCome: patternsOf(TO_COME),
  toComeRelative: patternsOf([...TO_COME, TO_COME_RELATIVE]),
  present: patternsOf(PRESENT),
  over: patternsOf(OVER),
  overRelative: patternsOf([...OVER, OVER_RELATIVE]),
};

/** Whether the words before a date say that it is still to come or over; undefined where they do not tell. */
export function tenseBefore(text: string, at: number, { isRelative, isNear }: DatedPlace): Tense | undefined {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (leadsTo(before, isRelative ? PATTERNS.toComeRelative : PATTERNS.toCome)) return 'to-come';
  if (isNear && leadsTo(before, PATTERNS.present)) return 'to-come';
  return leadsTo(before, isRelative ? PATTERNS.overRelative : PATTERNS.over) ? 'over' : undefined;
}

function leadsTo(before: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => {
    const match = pattern.exec(before);
    if (!match) return false;
    const between = (match.groups?.['between'] ?? '').replace(TERM, '');
    return !OTHER_CLAUSE.test(between) && wordsOf(between).length <= MOST_BETWEEN;
  });
}

function patternsOf(sources: readonly string[]): RegExp[] {
  return sources.map((source) => new RegExp(source, 'iu'));
}
