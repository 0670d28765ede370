/** Verbs that introduce what somebody said. */

const FINITE = new Set(
  `said says say added adds commented comments explained explains continued continues concluded concludes stated
  remarked noted told tells warned warns urged urges insisted insists stressed emphasised emphasized confirmed announced
  reflected recalled replied responded agreed admitted claimed argued reiterated revealed declared appealed advised
  pledged promised quipped joked pleaded wrote writes observed enthused thanked paid summarised summed
  welcomed praised hailed asked answered laughed smiled pointed suggested maintained asserted cautioned warns reflects adds
  comments explains continues concludes remarks notes recalls replies agrees acknowledged conceded acknowledges stresses
  emphasises confirms announces apologised apologises posted tweeted reads read mused testified countered retorted chimed
  cried laughs smiles jokes jokes recounts recounted recalls reveals insists warns urges beams beamed grins grinned shrugs shrugged sighs sighed nods whispers whispered chuckles chuckled giggles giggled gushed enthuses raved declares advises reflects muses cried shouted called signed begins began says reported reports predicted vowed vows implored beseeched
  opined opines reckoned reckons concurred concurs outlined outlines clarified elaborated elaborates recommended encouraged ventured
  volunteered interjected protested lamented marvelled rejoiced complained grumbled teased deadpanned summarises underlined underlines
  highlighted highlights commended celebrated believed believes hoped hopes admits argues responds reiterates quips pleads observes maintains asserts cautions concedes
  counters retorts ventures marvels complains grumbles teases wondered wonders claims promises appeals pledges protests answers states suggests welcomes
  praises hails recommends encourages commends celebrates enthused recalls whooped sobbed wept confessed confesses repeated repeats`.split(
    /\s+/,
  ),
);

/** Welsh verbs of speech: the subject stands behind them. */
const WELSH = new Set(
  `dywedodd dwedodd dywed dywedai meddai medd ychwanegodd esboniodd eglurodd nododd pwysleisiodd cadarnhaodd ategodd atebodd datganodd
  sylwodd rhybuddiodd anogodd mynnodd cyfaddefodd`.split(/\s+/),
);

/** Those of them that only a colon, or a mark directly behind them, makes verbs of speech: `went on to praise`, `welcomed the plan`. */
const LOOSE = new Set(
  `welcomed praised hailed pointed suggested paid thanked called signed began begins read reads
  posted reported reports outlined outlines recommended encouraged underlined underlines highlighted highlights commended celebrated
  believed believes hoped hopes claims promises appeals pledges protests answers states suggests welcomes praises hails recommends
  encourages commends celebrates counters`.split(/\s+/),
);

/** Verbs that need no subject: whoever spoke before goes on. */
const SUBJECTLESS = new Set('ychwanegodd adding meddai dywedodd eglurodd esboniodd'.split(' '));

const PARTICIPLES = new Set(
  `saying adding commenting explaining continuing concluding stating telling warning urging stressing emphasising
  insisting remarking noting ddweud esbonio egluro ychwanegu`.split(/\s+/),
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

/** `meddai’r`: a verb in Welsh with the article of its subject. */
const WITH_ARTICLE = /['’]r$/;

export function isSpeechVerb(word: string): boolean {
  const verb = WITH_ARTICLE.test(word) ? word.slice(0, -2) : word;
  return FINITE.has(verb) || PARTICIPLES.has(verb) || WELSH.has(verb);
}

/** Whether a verb is Welsh and comes before its subject. */
export function isWelshVerb(word: string): boolean {
  return WELSH.has(WITH_ARTICLE.test(word) ? word.slice(0, -2) : word);
}

/** Whether a verb is as often used for what is no speech. */
export function isLooseVerb(word: string): boolean {
  return LOOSE.has(word);
}

/** `Ychwanegodd:` is a whole attribution. */
export function needsNoSubject(word: string): boolean {
  return SUBJECTLESS.has(word);
}

/** `telling`, `adding`: a verb that leans on another verb before it. */
export function isParticiple(word: string): boolean {
  return PARTICIPLES.has(word);
}

/** `told` always names its listener: `told the court: "…"`. */
export function takesListener(verb: string): boolean {
  return verb === 'told' || verb === 'tells' || verb === 'telling' || verb === 'tell';
}

export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

export function startsAside(word: string): boolean {
  return ASIDES.has(word);
}
