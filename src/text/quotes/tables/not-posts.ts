/** Words with which something else begins than a post or the name of a body, and words that are neither. */

/** Words behind which a clause begins: neither a post nor a name goes on over them. */
const CLAUSES = new Set(
  `who whose whom which that where when while after before because although whether is are was were be been being has have had will would
  can could may might must did does do said says yw ydy oedd sydd`.split(/\s+/),
);

export function opensClause(word: string): boolean {
  return CLAUSES.has(word);
}

/** Those of whom a sentence tells, and whom no post has in it: `Head of Arts, bade them all welcome`. */
const OBJECTS = new Set(
  'me us him her them it everyone everybody all himself herself themselves itself something nothing'.split(' '),
);

export function isObject(word: string): boolean {
  return OBJECTS.has(word);
}

/** What readers are asked to do, before the name of whoever they should do it with: `Call Marl Police`. */
const REQUESTS = new Set(
  'Call Contact Ring Phone Telephone Email Text Tell Ask Report Follow Visit See Meet Thank'.split(' '),
);

export function isRequest(word: string): boolean {
  return REQUESTS.has(word);
}

/** Behind such words something is unfinished. */
const DANGLING = new Set(
  'of for by from at with to and the a an in on as that within or including o yn i gan gyda ar'.split(' '),
);

export function isDangling(word: string): boolean {
  return DANGLING.has(word);
}

/** Small words that say when, how or how many, and never what somebody is. */
const ADVERBS = new Set(
  `also part one some both all here there now then still already again together first last later only even just into onto off out up down over bellach hefyd
  statement speaking guest guests host`.split(/\s+/),
);

export function isAdverb(word: string): boolean {
  return ADVERBS.has(word);
}

/** What somebody is given or went through, and is not: `left school`, `a Chief Constable's commendation`. */
const PRIZES = new Set(
  'award awards certificate commendation degree degrees medal prize prizes school trophy'.split(' '),
);

export function isPrize(word: string): boolean {
  return PRIZES.has(word.toLowerCase());
}

/** Small words that nobody is called by and nobody stands for. */
const COMMON_NOUNS = new Set(
  `area boy boys campaign case city co-op community country county day dog estate event family festival girl home homes house inquiry investigation
  man meeting men morning operation parents patients people place plan programme project public region room residents scheme season site
  staff street students summer tenants town trial village volunteers weekend winter woman women work year`.split(/\s+/),
);

export function isCommonNoun(word: string): boolean {
  return COMMON_NOUNS.has(word);
}

/** Spans of time, of which a post lasts some: `for 19 years`, `for the last decade`. */
const PERIODS = new Set('year years month months week weeks decade decades century days life'.split(' '));

export function isPeriod(word: string): boolean {
  return PERIODS.has(word);
}

/** Words with which begins what says when: `since 2006`, `for 19 years`, `from 2010`, `last year`. */
const TIMES = new Set('since until till for of last this next from in between during'.split(' '));

export function mayOpenTime(word: string): boolean {
  return TIMES.has(word);
}
