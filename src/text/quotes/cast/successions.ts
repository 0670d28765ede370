import { onceEach } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { namesPost } from '../tables/occupations.ts';
import { inFullLetters } from '../tables/short-posts.ts';
import type { Mention } from './mentions.ts';

/** Those of whom a release tells that they take a post over, and those who give one up; whatever the post is, where it is null. */
export interface Successions {
  readonly comer: (post: string | null) => Mention | null;
  readonly goer: (post: string | null) => Mention | null;
  /** Of whom it tells no more than that they hold the post that was named: `who took up the post in April`. */
  readonly takers: readonly Mention[];
}

/** What is told of whoever gives up a post, before the name: `takes over from`, `succeeds the long-serving`. */
const GOES_BEFORE =
  /\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|(?:tak(?:es|e|en|ing)|took|inherit(?:s|ed|ing)|accept(?:s|ed|ing)|receiv(?:es|ed|ing))(?: \p{L}[\p{L}’'-]*){0,12} from|(?:hand|pass)ed (?:it |them )?(?:over|on|down)(?: to (?:her|him|them))? by|in (?:succession to|place of)|outgoing|retiring|departing)(?: (?:the|its|their|his|her|our|[\p{Ll}-]+|\p{Lu}[\p{L}’'.-]*)){0,6},? $/u;

/** An aside between a name and what its bearer does. */
const ASIDE = String.raw`(?:,[^.;]{2,120},| \([^)]{1,40}\))?`;

/** And behind it: `steps down`, `is to retire`. */
const GOES_BEHIND = new RegExp(
  String.raw`^${ASIDE}(?: (?:who|will|is|was|has|be|to|been|also|now|today|finally))*,? (?:step(?:s|ped|ping)? (?:down|aside|back)|st(?:and(?:s|ing)?|ood) down|retir(?:e|es|ed|ing)|(?:leave|leaves|leaving|left)|hand(?:s|ed|ing) (?:over|on)|bow(?:s|ed|ing) out|depart(?:s|ed|ing)?|giv(?:es|ing) up|gave up)\b`,
  'u',
);

const CHOSEN =
  'elected|re-elected|appointed|named|chosen|made|sworn in|installed|announced|confirmed|unveiled|voted|selected|invested|instituted|inducted|picked|promoted|crowned|recruited|hired';

/** What is told of whoever takes one over, behind the name: `has been elected`, `is to be the next`, `takes over`. */
const COMES_BEHIND = new RegExp(
  String.raw`^${ASIDE}(?: (?:who|will|is|was|has|be|to|been|also|now|today|unanimously|formally|officially))*,? (?:(?:${CHOSEN})\b|(?:is|be|become|becomes|became|as|was) (?:the |its |their |our |(?:\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*){0,4}['’]s? ))?(?:next|new|incoming|first|latest|youngest|\d+(?:st|nd|rd|th))\b|(?:take|takes|took|taking) (?:over|up|on|office|the (?:chain|badge|helm|reins|chair|gavel))\b|(?:succeed|replac|inherit)(?:e|s|es|ed)?\b|step(?:s|ped) up\b|(?:begins|starts|started|began) as\b)`,
  'u',
);

/** And before it: `has a new president,`, `has appointed`, `voted`. */
const COMES_BEFORE = new RegExp(
  String.raw`\b(?:(?:has|have|had|was|is|as|its|their|the|a|an|of) (?:new|next|incoming)(?: (?!and |who |which |that )[\p{L}’'-]+){1,8}(?:,|:| is| is to be| will be)?|(?:has|have|had) (?:also |now |today |unanimously )?(?:${CHOSEN}))(?: (?:the|\p{Lu}[\p{L}’'.]*))*,? $`,
  'u',
);

/** `who took up the post in April`, `has been in the job since May` */
const HOLDS_IT =
  /^(?:,[^,.;]{2,60},)?,? (?:(?:who|has|had|is|was|been|recently|only|now) )*(?:took up|taken up|takes up|tak(?:en|es) on|took on|holds?|held|in|start(?:s|ed) in|came to|comes to|appointed to|joined in) (?:the|that|this) (?:post|role|job|position)\b/u;

/** `Jo Bell QPM took up the post` */
const HONOURS = /^(?:,? \p{Lu}{2,6}(?![\p{L}]))+/u;

export function findSuccessions(mentions: readonly Mention[]): Successions {
  const comers: Mention[] = [];
  const goers: Mention[] = [];
  const takers: Mention[] = [];
  for (const mention of mentions) {
    const behind = mention.context
      .slice(mention.context.indexOf(mention.written) + mention.written.length)
      .replace(HONOURS, '');
    if (GOES_BEFORE.test(mention.before) || GOES_BEHIND.test(behind)) goers.push(mention);
    else if (HOLDS_IT.test(behind)) takers.push(mention);
    else if (COMES_BEFORE.test(mention.before) || COMES_BEHIND.test(behind)) comers.push(mention);
  }
  return {
    comer: onceEach((post: string | null) => onlyOfPost(comers, post)),
    goer: onceEach((post: string | null) => onlyOfPost(goers, post)),
    takers,
  };
}

const COMES =
  /^(?:the|its|their|our) (?:incoming|new|next|newly[- ][a-z]+) |^(?:the|its|their|our) .*[- ](?:elect|designate)$|^(?:his|her|their|the|\p{L}+['’]s?) successor$/iu;
const GOES =
  /^(?:the|its|their|our) (?:outgoing|retiring|departing) |^(?:his|her|their|the|\p{L}+['’]s?) predecessor$/iu;

/**
 * Who is meant by `the incoming chair`, `the outgoing Mayor`, `her predecessor`: the one person of whom the release tells that they
 * take that post over, or give it up.
 */
export function successorMeant({ kind, asWritten }: Speaker, told: () => Successions): Mention | null {
  if (kind !== 'unnamed') return null;
  const post = BY_OTHER.test(asWritten) ? null : postIn(asWritten);
  if (COMES.test(asWritten)) return told().comer(post);
  return GOES.test(asWritten) ? told().goer(post) : null;
}

/** `her predecessor`, which names no post. */
const BY_OTHER = /(?:succ|predec)essor$/i;

function onlyOfPost(wanted: readonly Mention[], post: string | null): Mention | null {
  const ofPost = wanted.filter(({ before, context }) => post === null || tellsOfPost(`${before}${context}`, post));
  const candidates =
    ofPost.length > 0 ? ofPost : wanted.filter(({ before, context }) => !tellsOfAny(`${before}${context}`));
  const names = new Set(candidates.map(({ name }) => name.split(' ').at(-1)));
  return names.size === 1 ? (candidates.find(({ name }) => name.includes(' ')) ?? null) : null;
}

/** The word that says which post it is: `constable` of `the incoming ACC`. */
function postIn(asWritten: string): string {
  const words = asWritten
    .toLowerCase()
    .replace(/[- ](?:elect|designate)$/, '')
    .split(' ');
  const last = words.at(-1) ?? '';
  return inFullLetters(last).split(' ').at(-1) ?? last;
}

/** Whether a sentence names a post, and not only the one below it: `Vice-Chairman`. */
function tellsOfPost(sentence: string, post: string): boolean {
  const words = wordsIn(sentence);
  return words.some((word, at) => {
    const isLetters = inFullLetters(word) !== word && inFullLetters(word).endsWith(post);
    return isLetters || (word.startsWith(post) && !/^(?:vice|deputy)$/.test(words[at - 1] ?? ''));
  });
}

function tellsOfAny(sentence: string): boolean {
  return wordsIn(sentence).some((word) => !/^(?:cllr|councillor|coun|officer)$/.test(word) && namesPost(word));
}

function wordsIn(sentence: string): readonly string[] {
  return sentence.toLowerCase().split(/[^\p{L}’']+/u);
}

/** A statement may have several paragraphs. */
const MAX_BLOCKS_BELOW = 4;

/** Who is said to hold a post, in the paragraph of whoever is called by it, the one above or the few below. */
export function takerNear(block: number, { takers }: Successions): Mention | null {
  const [taker = null, another] = takers.filter(
    (each) => each.block - block > -2 && each.block - block < MAX_BLOCKS_BELOW,
  );
  return another === undefined ? taker : null;
}
