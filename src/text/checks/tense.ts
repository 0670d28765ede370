import { wordsOf } from './words.ts';

/** Characters before a date that can say whether it is still to come. */
const REACH = 90;
/** Most words between a verb and its date. */
const MOST_BETWEEN = 6;
const TO_COME =
  /\b(?:will|(?:is|are) (?:due|set|expected|scheduled) to) (?:be held|take place|(?:re)?open|start|begin|run|close|launch|be (?:closed|open)|appear|visit|host|hold|return)\b(?<between>[^.;:!?]*?) (?:on|from) $/i;
const OVER =
  /\b(?:(?:was|were|has been|have been) (?:arrested|charged|sentenced|jailed|held|found|opened|closed|stolen|attacked|granted|seen|called|reported|killed|injured)|took place|happened|pleaded guilty|appeared|died)\b(?<between>[^.;:!?]*?) (?:on|in the early hours of) $/i;
/** Words between a verb and a date that tie the date to something else. */
const OTHER_CLAUSE =
  /\b(?:to|until|before|after|since|following|over|due|charged|accused|arrested|for|who|which|that)\b/i;

/** Whether the words before a date say that it is still to come or over; undefined where they do not tell. */
export function tenseBefore(text: string, at: number): 'to-come' | 'over' | undefined {
  const before = text.slice(Math.max(0, at - REACH), at);
  const match = TO_COME.exec(before) ?? OVER.exec(before);
  const between = match?.groups?.['between'] ?? '';
  if (!match || OTHER_CLAUSE.test(between) || wordsOf(between).length > MOST_BETWEEN) return undefined;
  return TO_COME.test(before) ? 'to-come' : 'over';
}
