import { isFirstName } from '../tables/first-names.ts';
import { namesPost } from '../tables/occupations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isModifier } from '../tables/remits.ts';
import { endsInRelation, isLay, isRoleWord, isSpokesperson } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import { isCapital } from '../words.ts';
import { believableRole } from './believable.ts';

/** `a `, `the `, `the club's `, `Marl's `: what a post between commas begins with. */
const ARTICLE = String.raw`(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er)(?: [\p{L}-]+['’]s?)?|(?:\p{Lu}[\p{L}.-]+ ){0,2}\p{Lu}[\p{L}-]+['’]s?)`;
const WORD = String.raw`\p{L}[\p{L}’'-]*`;
const POST = `${WORD}(?: ${WORD}){0,4}?`;
/** Where a sentence goes on behind the head of a post. */
const TAIL = 'of|for|in|at|from|with|who|on|since|behind|based|living|aged|and (?:an?|the|former)';

/** ` MBE, 43, a fencing contractor, said`: a post directly behind a name. */
const BEHIND = new RegExp(
  String.raw`^(?:,? \p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\d])){0,3}(?:,? \(?(?:aged )?\d{1,3}\)?)?(?:,? (?:who )?(?:now )?(?:is|works(?: \p{Ll}+)? as|volunteers as|serves as) |,? )${ARTICLE} (${POST})(?=[,.;:)–—]| [–—-] |$| (?:${TAIL}) )`,
  'u',
);

/** `, 43, deputy head`: one without an article, between commas. */
const BARE_BEHIND =
  /^(?:,? \p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\d])){0,3}(?:,? \(?(?:aged )?\d{1,3}\)?)?, (\p{L}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3})(?=[,.;:]|$)/u;

/** `Its treasurer for the past six years, Mrs `, `was the consultant who leads the service, Dr `: a post before a name. */
const BEFORE = new RegExp(
  String.raw`(?:^|[,;:–—.] |\b(?:by|is|was|were|and|but|said) )${ARTICLE} (${POST})(?: (?:${TAIL}) [^,;:.–—]{1,60})?, (?:the )?(?:\p{Lu}[\p{L}]*\.? ){0,3}$`,
  'u',
);

/** `was community connector Jo Bell`, `Community connector Jo Bell`: small words directly before a name. */
const BARE =
  /(?:^|\b(?:was|is|by|said|says|added|and|from|to|with|when|met) )(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur) )?((?:\p{L}[\p{Ll}-]* )?(?:\p{Ll}[\p{Ll}-]* )?\p{Ll}[\p{Ll}-]*) (?:\p{Lu}[\p{L}]*\.? ){0,3}$/u;

/** `Mrs `, `Canon Dr `: what may stand between a post and a name. */
const TITLES = String.raw`(?:\p{Lu}[\p{L}]*\.? ){0,3}`;

/** `The yard's owner is `, `, whose co-ordinator is Mrs `, `, whose managing partner `, `Kestrel (chief executive: `: who holds a post, told of the post. */
const HELD_BY = [
  `(?:^|[,;:–—.] )(?:whose|${ARTICLE}) (${POST})(?: (?:${TAIL}) [^,;:.–—]{1,60})? is (?:the )?${TITLES}`,
  `, whose (${POST}),? (?:the )?${TITLES}`,
  String.raw`\((${POST}): ${TITLES}`,
].map((form) => new RegExp(`${form}$`, 'u'));

/** What all of these have. */
const MAY_HOLD = / is |, whose |\(/;

/** `Deckhand Jo Bell`, `Master Distiller Jo Bell`: with what a sentence begins. */
const OPENING = new RegExp(String.raw`^((?:\p{Lu}[\p{Ll}-]+ ){0,2}\p{Lu}[\p{Ll}-]+) ${TITLES}$`, 'u');

/** `tenant farmers Wil and `: what each of several is. */
const OF_EACH =
  /(?:^|[ ,])((?:\p{Ll}[\p{Ll}-]* )?(?:\p{Ll}[\p{Ll}-]* )?\p{L}[\p{Ll}-]{2,}s) (?:\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:and|&) )?$/u;

/** `, who chairs the trust`, ` chairs the trust`: a post that a verb tells of. */
const CHAIRS = /^(?:,? \p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\d])){0,3}(?:, who)? (?:now |also )?(co-)?chairs /u;

/** What a sentence about somebody without a name begins with: `Next door the `. */
const PLACED =
  '(?:(?:But|And|Meanwhile|Later|Then|Today|Now|Nearby|Outside|Inside|Upstairs|Downstairs|(?:Next|Over|Across|Down) (?:\\p{Ll}+ ){0,2}\\p{Ll}+),? )?';
const DOES =
  '(?:was|were|is|has|had|will|would|could|can|did|also|got|went|came|took|lent|gave|paid|found|saw|knew|felt|made|left|ran|told|\\p{Ll}{2,}(?:ed|s))';

const REMIT = '( (?:of|for) (?!the |its |an? )\\p{L}[\\p{L}-]*(?: and \\p{L}+)?)?';

/** `The lifeboat mechanic got there first.`, `They wrote to the vicar.`, `Its first patient was a retired driver.`, `For the treasurer there was one job left.`: a post without a name. */
const NAMELESS = [
  `^${PLACED}${ARTICLE} (${POST})${REMIT}(?: (?:of|for|at|in|from) [^,.;:]{2,60}?)? ${DOES}(?![\\p{L}’'-])`,
  `^[^,;:]{2,120} (?:to|by|for|from|with|was|is) ${ARTICLE} (?:longest-serving |new |own )?(${POST})${REMIT}[.:]?\\s*$`,
  `^(?:For|To) ${ARTICLE} (${POST})${REMIT},? (?:there|it|this|that) (?:is|was|has|had|will|would)(?![\\p{L}’'-])`,
].map((form) => new RegExp(form, 'u'));

/** `by the university's Director of Residences.`: whose post it is that did something, at the end of a sentence. */
const DONE_BY = / by (?:the )?\p{L}+['’]s? [^,]*$/u;

/** Characters before a name in which a post is looked for. */
const MAX_BEFORE = 140;

/**
 * What somebody is called between commas, beside the name: `Jo Bell, a fencing contractor, said`, `The postmistress, Jo Bell, is`. For
 * trades of which the tagger has no lines: the sentence says by its form that the words are what somebody is. Whoever
 * has a rank, `Sgt Jo Bell, a plumber in civilian life`, speaks as that.
 */
export function apposedPost(text: string, nameStart: number, nameEnd: number, rank: string | null): string | null {
  if (rank !== null && !TITLE.test(rank)) return null;
  const told = text.slice(nameEnd, nameEnd + MAX_BEFORE);
  const behind = (BEHIND.exec(told) ?? BARE_BEHIND.exec(told))?.[1];
  if (behind !== undefined && (isTrade(behind.replace(/^(?:former|retired) /, '').split(' ')) || isOldRank(behind)))
    return believableRole(behind);
  const from = text.indexOf(' ', Math.max(-1, nameStart - MAX_BEFORE - 1)) + 1;
  const words = text.slice(nameStart > MAX_BEFORE ? from : 0, nameStart);
  return postBefore(words) ?? (rank === null ? chaired(told) : null);
}

/** `a former lance corporal` */
function isOldRank(post: string): boolean {
  const [when = '', ...rank] = post.split(' ');
  const written = rank.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return /^(?:former|retired)$/.test(when) && rank.length > 0 && rankLength(written, 0) === rank.length;
}

function postBefore(words: string): string | null {
  const apposed = BEFORE.exec(words)?.[1];
  if (apposed !== undefined && (SHEPHERD.test(apposed) || OFFICE.test(apposed))) return apposed;
  const before = apposed ?? BARE.exec(words)?.[1];
  if (before !== undefined && isTrade(before.split(' '))) return believableRole(before);
  const held = (MAY_HOLD.test(words) ? HELD_BY : [])
    .map((form) => form.exec(words)?.[1])
    .find((post) => post !== undefined);
  if (held !== undefined && (isTrade(held.split(' '), true) || HEADS_BODY.test(held))) return believableRole(held);
  return openingPost(words) ?? postOfEach(words);
}

function openingPost(words: string): string | null {
  const post = OPENING.exec(words)?.[1]?.split(' ') ?? [];
  const head = post.at(-1) ?? '';
  const isCalled = post.slice(0, -1).every((word) => isModifier(word) || /^Master$/.test(word));
  return isCalled && head !== '' && !isFirstName(head) && isTrade(post) ? post.join(' ') : null;
}

/** `tenant farmer` of `tenant farmers` */
function postOfEach(words: string): string | null {
  const several = OF_EACH.exec(words)?.[1]?.split(' ') ?? [];
  const head = several.at(-1) ?? '';
  const one = head.replace(/ies$/, 'y').replace(/s$/, '');
  const kept = several.slice(0, -1);
  const from = kept.findLastIndex((word) => !isModifier(word) && !isLay(word) && !namesPost(word)) + 1;
  const post = [...kept.slice(from), one];
  return head !== '' && !namesPost(head) && isTrade(post) ? post.join(' ') : null;
}

/** Of whom a sentence tells by a post alone, with which it begins, or ends as well: `The lifeboat mechanic got there first.` */
export function postOfSentence(sentence: string, isEndRead: boolean): string | null {
  const told = sentence.slice(0, 2 * MAX_BEFORE);
  const [first, last, fronted] = NAMELESS.map((form) => form.exec(told));
  const [, begins = '', remit = ''] = first ?? fronted ?? [];
  const [, ends = '', ofWhat = ''] = last ?? [];
  if (isHeld(begins)) return believableRole(begins + remit);
  const isTold = SHEPHERD.test(ends) || ((isEndRead || DONE_BY.test(told)) && isHeld(ends));
  return isTold ? believableRole(ends + ofWhat) : null;
}

/** `A word from our new Chair`, `From the chair of the review`: whose words stand below a heading. */
const FROM = new RegExp(
  `^(?:(?:(?:An?|The) )?(?:\\p{L}+ ){0,2}(?:word|message|statement|letter|comment|note|foreword|view|reflection|welcome)s? )?[Ff]rom (?:the|our|its)(?: new| incoming)? (${POST})(?: of the \\p{Ll}+|${REMIT})?$`,
  'u',
);

/** Characters of the longest heading that says no more. */
const MAX_HEADING = 100;

export function postOfHeading(heading: string): string | null {
  const [, post = ''] = heading.length > MAX_HEADING ? [] : (FROM.exec(heading) ?? []);
  return isHeld(post) ? believableRole(heading.slice(heading.lastIndexOf(post))) : null;
}

function isHeld(post: string): boolean {
  return post !== '' && (SHEPHERD.test(post) || isTrade(post.split(' ')));
}

/** Whether what stands before a name is no rank in a service: `Dr`, `Canon`. */
export function isTitle(rank: string): boolean {
  return TITLE.test(rank);
}

function chaired(behind: string): string | null {
  const [told, co = ''] = CHAIRS.exec(behind) ?? [];
  return told === undefined ? null : `${co}chair`;
}

/** What stands before a name and is no rank in a service. */
const TITLE =
  /^(?:Dr|Doctor|Prof|Sir|Dame|Lord|Lady|Baron|Cllr|Coun|Rev|Canon|Fr\b|Father|Rt|Right|Very|Ven|Sister|Brother|Imam|Rabbi|Pastor)/;

/** A title before a name, and a post with a comma between: `the mosque's imam, Yusuf Dar`. */
const SHEPHERD = /^(?:imam|rabbi|pastor|priest|chaplain|[Rr]ector|[Vv]icar|[Cc]urate)$/;

/** Posts at a body that are a rank before a name: `the guild, whose Master, Jo Bell`. */
const HEADS_BODY = /^(?:Master|Captain|Warden|Prior|Colonel|Commodore|[Gg]overnor)$/;

/** Offices that are a rank before a name: `the prison's Governor, Jo Bell`. */
const OFFICE = /^(?:[Gg]overnor|[Cc]oroner|[Cc]ommissioner|[Pp]rovost|[Pp]adre|Recorder|Sheriff)$/;

/**
 * Whether words are what somebody is by trade or office, and no rank, sentence, relative or lover of something; a `driver` is one where
 * the sentence says who it is.
 */
export function isTrade(words: readonly string[], isSaidToBe = false): boolean {
  const head = words.at(-1) ?? '';
  const more = words.slice(0, -1);
  const isRank = rankLength(words, 0) === words.length;
  if (isRank || endsInRelation(words) || isSpokesperson(head) || NO_TRADE.test(head)) return false;
  const isPost = isLay(head)
    ? (isSaidToBe || more.length > 0) && AT_WORK.test(head)
    : namesPost(head) || isCraft(words);
  return isPost && more.every(mayStandBefore);
}

/** `dog groomer`, `lollipop lady`: what somebody does, by how the last of several words ends. */
function isCraft(words: readonly string[]): boolean {
  return words.length > 1 && (AGENT.test(words.at(-1) ?? '') || LADY.test(words.join(' ')));
}

const AGENT = /^\p{Ll}{2,}(?:er|or|ist|eer|ician|hand)$/u;
const LADY = /(?:^| )(?:dinner|lollipop|tea|cleaning|cloakroom) lady$/;
/** Words for anybody that with another are what somebody does: `bank nurse`, `youth worker`. */
const AT_WORK = /^(?:worker|nurse|farmer|driver)$/i;

function mayStandBefore(word: string): boolean {
  return !NO_MODIFIER.test(word) && (isCapital(word) || isModifier(word) || isRoleWord(word) || !isSpeechVerb(word));
}

/** What somebody is at one event, or among others. */
const NO_TRADE =
  /^(?:member|holder|winner|runner-up|recipient|nominee|champion|medallist|donor|graduate|reader|performer|mate|companion|friend|colleague|landlord|landowner|customer|guest|visitor|survivor|smoker|sufferer|user|[a-z]*goer|[a-z]*lover|[a-z]*comer|supporter|sleeper|[a-z]*dweller|prisoner|pensioner|(?!man)[a-z]+ager|stranger|drinker|gambler|eater|riser|listener|speaker|hoarder|non-.*|carer|fundraiser|[a-z]*number|senior|junior|minor|centre|tower|corner|believer|regular|employer|taker|digger|runner|passenger|motorist|cyclist|swimmer|boater|diver|angler|offender|protester|petitioner|rescuer|recruit|official|hero|guard|guide)$/i;

/** Words that make of a trade what somebody likes to do, or of a post a sentence. */
const NO_MODIFIER =
  /^(?:[a-z]+est|most|least|good|bad|slow|fast|quick|early|late|big|great|hard|heavy|light|poor|born|natural|native|nervous|regular|previous|long-time|lucky|worried|self-confessed|keen|avid|lifelong|passionate|proud|devoted|enthusiastic|amateur|budding|would-be|aspiring|new|another|first|second|last|only|former|one|two|three|an?|the|his|her|their|its|of|for|in|at|to|by|with|from|and|or|who|which|that|is|was|are|were|has|had|have|be|been|said|says|as|not|than|once)$/i;
