/** Verbs that introduce what somebody said. */

const FINITE = new Set(
  `said says say added adds commented comments explained explains continued continues concluded concludes stated
  remarked noted told tells warned warns urged urges insisted insists stressed emphasised emphasized confirmed announced
  reflected recalled replied responded agreed admitted claimed argued reiterated revealed declared appealed advised
  pledged promised quipped joked pleaded wrote writes observed enthused thanked paid summarised summed
  dywedodd meddai ychwanegodd esboniodd`.split(/\s+/),
);

const PARTICIPLES = new Set(
  `saying adding commenting explaining continuing concluding stating telling warning urging stressing emphasising
  insisting remarking noting`.split(/\s+/),
);

/** Words that may stand between a speaker and the verb. */
const AUXILIARIES = new Set(
  `also then later today yesterday has have had further further afterwards recently simply earlier went on to
  previously publicly again rightly is was is`.split(/\s+/),
);

/** Words with which an aside about when, where or of what somebody spoke begins: `said after the hearing`. */
const ASIDES = new Set(
  `after afterwards ahead about at before during earlier following for from in last later of on outside speaking
  this to today tonight when while yesterday as with via`.split(/\s+/),
);

export function isSpeechVerb(word: string): boolean {
  return FINITE.has(word) || PARTICIPLES.has(word);
}

/** `telling`, `adding`: a verb that leans on another verb before it. */
export function isParticiple(word: string): boolean {
  return PARTICIPLES.has(word);
}

/** `told` always names its listener: `told the court: "…"`. */
export function takesListener(verb: string): boolean {
  return verb === 'told' || verb === 'tells' || verb === 'telling';
}

export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

export function startsAside(word: string): boolean {
  return ASIDES.has(word);
}
