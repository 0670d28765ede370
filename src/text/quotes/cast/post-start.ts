import { KIN_WORDS } from '../tables/kin.ts';
import { namesPost } from '../tables/occupations.ts';
import { isCapital, type Word } from '../words.ts';

/** Words of a sentence before its subject. */
export const MAX_WORDS_BEFORE_SUBJECT = 16;
/** Words before a name in which the post of its bearer begins. */
const MAX_APPOSITION_WORDS = 12;
/** Words directly before a name that may be a post: `by watch manager Jo Cole`. */
const MAX_POST_WORDS = 5;
const MAX_TITLE_WORDS = 8;

/** What a sentence begins with before its comma and whom it is about: `After a word with the farmer, `; not `As head of parks, `. */
const FRONTED =
  /^(?:After|As (?:well|soon|far) as|At|Before|By|Despite|Following|For|From|In|Last|Like|On|Once|Thanks|Through|Unlike|Until|When|While|With|Without)\b[^,]*, $/;

/** Whether all that stands before a name is when, how or why its bearer did something: no post in it is theirs. */
export function isBehindFronted(before: string, behind: string): boolean {
  return FRONTED.test(before) && /^ \p{Ll}/u.test(behind);
}

/** `Kestrel Homes (chief executive: `: whether a name stands in brackets behind its post. */
export function isInBrackets(before: string): boolean {
  return /\([^():]{3,40}: $/.test(before.slice(-MAX_BRACKET));
}

/** Characters of a post in brackets. */
const MAX_BRACKET = 44;

/** Words in which a sentence goes on: behind them no post of the next name begins. */
export const VERB_LIKE = new Set(
  `by with from to after before during since against about between into onto over than because that which who when while if is are was were be been has
  have had will would can could did does do met said says told saw found took gave came went knew left and around near along across through towards`.split(
    /\s+/,
  ),
);

/** `that is how the council's tree officer, Barnaby Skelton, describes it`: where the post before a comma begins. */
function clauseStart(words: readonly Word[], name: number, floor: number): number {
  let from = name;
  while (
    from > Math.max(floor, name - MAX_APPOSITION_WORDS) &&
    !(
      /^(?:that|how|when|as|whose|by|with|from|is|was|says|said|and|to|where|why)$/.test(words[from - 1]?.text ?? '') &&
      !joinsCapitals(words, from - 1)
    ) &&
    !(words[from - 1]?.text === 'of' && words[from]?.text === 'the')
  ) {
    from -= 1;
  }
  return from;
}

/** `Police and Crime Commissioner` */
function joinsCapitals(words: readonly Word[], at: number): boolean {
  return words[at]?.text === 'and' && isCapital(words[at - 1]?.text ?? '') && isCapital(words[at + 1]?.text ?? '');
}

/** `introduced the Chair of the ETF, Sir Fraser`: the article of a post that a comma parts from the name. */
function appositionStart(words: readonly Word[], name: number, text: string, floor: number): number {
  for (let at = name - 1; at >= Math.max(floor, name - MAX_APPOSITION_WORDS); at -= 1) {
    const word = words[at];
    if (!word || (at < name - 1 && /[,;:]/.test(text.slice(word.end, words[at + 1]?.start)))) return name;
    if (
      /^(?:the|its|their|our)$/.test(word.text) &&
      words.slice(at + 1, Math.min(name, at + MAX_POST_WORDS)).some(isRole)
    )
      return at;
    if (/^(?:by|was|were|is|said|and|when|that|who)$/.test(word.text)) return name;
  }
  return name;
}

/** `led by Healthy Homes Manager Ted Cropper`: where the post in capitals before a name begins. */
function titleStart(words: readonly Word[], name: number, text: string, floor: number): number {
  let from = name;
  while (
    from > Math.max(floor, name - MAX_TITLE_WORDS) &&
    /^\s+$/.test(text.slice(words[from - 1]?.end, words[from]?.start)) &&
    (isCapital(words[from - 1]?.text ?? '') || /^(?:of|for|and|&)$/.test(words[from - 1]?.text ?? ''))
  ) {
    from -= 1;
  }
  while (from < name && !isCapital(words[from]?.text ?? '')) from += 1;
  return words.slice(from, name).some(isRole) ? from : name;
}

/** `led by former British title contender Jo Cole`: whatever follows a `former` up to a name is what somebody was. */
function formerStart(words: readonly Word[], name: number, text: string, floor: number): number {
  for (let at = name - 1; at >= Math.max(floor, name - MAX_POST_WORDS); at -= 1) {
    const word = words[at];
    if (!word || !/^\s+$/.test(text.slice(word.end, words[at + 1]?.start)) || VERB_LIKE.has(word.text)) return name;
    if (FORMER.test(word.text) && at < name - 1) return at;
    if (at === name - 1 && /^ex-\p{Ll}{3,}$/u.test(word.text)) return at;
    if (at === name - 1 && isCapital(word.text)) return name;
  }
  return name;
}

const FORMER = /^(?:former|retired|one-time|sometime)$/;

function isRole({ text }: Word): boolean {
  return namesPost(text);
}

/** A post that is a rank as well, and a title behind its comma. */
const TITLED = /^[\p{L} -]{4,40}, (?:Sir|Dame|Lord|Lady|Baroness|Dr|Prof|Cllr|Councillor)\b/u;

/** The first of the lower-case words directly before a name, if one of them is a role. */
export function postStart(words: readonly Word[], name: number, text: string, floor: number): number {
  // `Amy Lee, clerk, Jo Bell, manager, and`: what stands between is the post of whoever is named before.
  if (floor > 0 && isListed(text.slice(words[floor - 1]?.end, words[name]?.start))) return name;
  // `The council's head of transport is Jo Bell`
  const isInverse = /^(?:is|was|be)$/.test(words[name - 1]?.text ?? '') && name - floor <= MAX_APPOSITION_WORDS;
  if (isInverse && floor === 0 && words.slice(0, name - 1).some(isRole)) return 0;
  // `by the Chief Constable, Dame Jo Bell`
  if (words[name - 1]?.text === 'the' && name > floor && TITLED.test(text.slice(words[name]?.start))) return name - 1;
  // `by the Bishop, the Rt Rev Jo Bell`
  const start = words[name - 1]?.text === 'the' ? name - 1 : name;
  if (start - floor > 0 && /^,\s+$/.test(text.slice(words[start - 1]?.end, words[start]?.start))) {
    const from = namesPost(words[start - 1]?.text ?? '')
      ? clauseStart(words, start, floor)
      : appositionStart(words, start, text, floor);
    if (from < name) return from;
    // `presented by Director of Finance, Jo Bell`
    const titled = titleStart(words, name - 1, text, floor);
    if (titled < name - 1 || namesPost(words[titled]?.text ?? '')) return titled;
  }
  const titled = titleStart(words, name, text, floor);
  if (titled < name) return titled;
  const former = formerStart(words, name, text, floor);
  if (former < name) return former;
  let from = name;
  for (let at = name - 1; at >= Math.max(floor, name - MAX_POST_WORDS); at -= 1) {
    const word = words[at];
    if (!word || !/^\s+$/.test(text.slice(word.end, words[at + 1]?.start)) || !/^\p{Ll}/u.test(word.text)) break;
    // `its head of development Jo Bell`, but `a friend of Jo Bell`
    if (at < name - 1 && /^(?:of|for)$/.test(word.text)) {
      if (!namesPost(words[at - 1]?.text ?? '')) break;
      continue;
    }
    if (namesPost(word.text)) from = at;
    else if (VERB_LIKE.has(word.text) || /^(?:as|the|a|an|its|his|her|their|for|of|in|on|at)$/.test(word.text)) break;
    else if (from < name) from = at;
  }
  // `by Heron House tenant Jo Bell`
  if (from < name && words[from]?.text === 'tenant') {
    while (from > Math.max(floor + 1, name - MAX_POST_WORDS) && isCapital(words[from - 1]?.text ?? '')) from -= 1;
    return from;
  }
  const isInYear = /^\d{1,2}$/.test(words[from - 1]?.text ?? '') && YEAR.test(words[from - 2]?.text ?? '');
  if (from < name && from - 1 > floor && isInYear) return from - 2;
  return from < name && from > floor && STUDIED.test(words[from - 1]?.text ?? '') ? from - 1 : from;
}

/** `is Year 4 pupil Jo Bell` */
const YEAR = /^(?:Year|Primary|Class|Form|Blwyddyn)$/;

function isListed(between: string): boolean {
  const [, post = ''] = /^, (?:an? )?((?:[\p{L}-]+ ){0,3}[\p{L}-]+), $/u.exec(between) ?? [];
  const words = post.split(' ');
  return (
    namesPost(words.at(-1) ?? '') && !words.some((word) => VERB_LIKE.has(word) || /^(?:and|the|its|as)$/.test(word))
  );
}

/** `spotted by PhD student Jo Bell`: for what somebody studies, in capitals before a post in small letters. */
const STUDIED = /^(?:PhD|DPhil|MSc|MBA|GCSE|BTEC|[AT]-level)$/;

/**
 * `The consultant who leads the service, Dr Jo Bell, was on call.`: whether what stands before a name and behind it makes it another word
 * for what the sentence begins with.
 */
export function isApposedSubject(before: string, behind: string): boolean {
  return DESCRIBED.test(before) && DOES.test(behind);
}

/** Of the subject, up to the comma before the name. */
const DESCRIBED =
  /^(?:(?:But|And|Meanwhile|Later|Also),? )?(?:The|An?|One|Another|Its|Their|His|Her|Our|My|\p{Lu}[\p{L}-]*['’]s?) (?:(?!,? (?:was|were|is|are|has|had|said|says|told) )[^.;:“"]){3,140}, (?:the |Mr |Mrs |Ms |Miss )?$/u;
/** A comma, and a verb of which somebody is the subject. */
const DOES =
  /^(?: [\p{Lu}]{2,5})?, (?:is|was|has|had|will|would|can|could|did|does|came|went|took|gave|began|saw|wrote|spoke|drove|rode|flew|swam|sang|knew|grew|fell|chose|ran|became|served|works|lives|runs|leads|hopes|believes|thinks|remembers|knows|remembered|watched|stayed|stood|sat|brought|thought|felt|kept|said|says|told|called|described|praised|thanked|welcomed|warned|urged|admitted|agreed|explained|confirmed|promised|hailed|paid|made|joined) /u;

/** `Marl Police, whose PC Jo Bell has been visiting clubs`: whether a name is that of whom a clause is about. */
export function isSubjectOfClause(before: string): boolean {
  return WHOSE.test(before.slice(-MAX_CLAUSE_LENGTH));
}

/** Characters of a clause up to its subject. */
const MAX_CLAUSE_LENGTH = 120;
const WHOSE = new RegExp(String.raw`, whose (?:(?!(?:${KIN_WORDS})\b)[\p{L}-]+ ){0,5}$`, 'u');

/** `Jo Bell, of the Albany Road Centre, and the Venerable Tom Cole`: whether what is told of one has come to its end before another. */
export function isBehindOther(between: string): boolean {
  return /^, [^,]+,? and (?:the )?$/.test(between);
}

/** `*Long Road* was written by`: whether words between two places are the name of a work or a ship. */
export function isTitle(text: string, from: number, to: number): boolean {
  return /^[*_]$/.test(text.charAt(from - 1)) && text.charAt(to) === text.charAt(from - 1);
}

/** The first word of a sentence, `But` and `Meanwhile` left out. */
export function sentenceStart(words: readonly Word[], limit: number): number {
  // `Ymwelodd Dirprwy Weinidog …`: in Welsh the verb comes first.
  if (limit > 0 && /^\p{Lu}\p{Ll}{3,}odd$/u.test(words[0]?.text ?? '')) return 1;
  return /^(?:but|and|however|meanwhile|now|so|yet|also|for|then|today|here)$/i.test(words[0]?.text ?? '') && limit > 0
    ? 1
    : 0;
}
