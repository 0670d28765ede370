import { BEFORE_KIN } from '../tables/kin.ts';
import { namesPost } from '../tables/occupations.ts';
import { isGeneric, isOrganisation } from '../tables/organisations.ts';
import { isHonorific, rankLength } from '../tables/ranks.ts';
import { endsInRelation, isRoleWord } from '../tables/roles.ts';
import { isService } from '../tables/services.ts';
import { KINDS_BEFORE_POSTS } from '../tables/stand-ins.ts';
import type { Said } from '../tagger/attribution.ts';
import { isCapital, type Word, wordsOf } from '../words.ts';
import { believableOrganisation, believableRole } from './believable.ts';
import { readSaid } from './bounds.ts';
import { NO_POST, type Post } from './post.ts';

/** The rank that an attribution gives the speaker, with all of it that stands before the name: `Chief Constable Dame`. */
export function wholeRank(text: string, said: readonly Said[], name: number): string | null {
  const rank = said.find(({ aspect }) => aspect === 'rank');
  if (!rank || isHonorific(rank.text)) return null;
  const words = rank.end < name ? wordsOf(text, rank.start, name) : [];
  const plain = words.map((word) => word.text);
  const isWhole = plain.length > 0 && !plain.some(isHonorific) && rankLength(plain, 0) === plain.length;
  // `Councillor Mrs`
  return isWhole ? text.slice(rank.start, words.at(-1)?.end) : rank.text.replace(/ (?:Mr|Mrs|Ms|Miss)$/, '');
}

/** What an attribution says that its speaker is, and where. */
export function postIn(text: string, said: readonly Said[]): Post {
  const body = said.find(({ aspect }) => aspect === 'organisation');
  // `her husband, Dean, who`: a relative's name is nobody's post.
  const isNamed = said.some(({ aspect }) => aspect === 'name');
  const isAnothers = (before: string): boolean =>
    BEFORE_KIN.test(before) || (isNamed ? BESIDE_OTHERS : WAS_THERE).test(before);
  const post = postOf(
    text,
    said.filter(({ aspect, start }) => aspect !== 'role' || !isAnothers(text.slice(0, start))),
    body,
  );
  // `has been given a Chief Executive's Commendation`
  if (body && AWARD.test(body.text)) return NO_POST;
  const organisation = body && !isSite(text.slice(0, body.start), body.text) ? believableOrganisation(body.text) : null;
  if (post) return postAtBody(text, post, body, isHome(post, organisation) ? null : organisation);
  // `Jo Bell, Heritage Engineering Apprentice`
  const words = organisation?.split(' ') ?? [];
  // `– the school's SENCO –`
  const [, owner = '', owned = ''] = OWNED.exec(organisation ?? '') ?? [];
  if (namesPost(owned.split(' ').at(-1) ?? '')) return { role: owned, organisation: believableOrganisation(owner) };
  return words.length > 1 && isRoleWord(words.at(-1) ?? '') && !isOrganisation(words)
    ? { role: organisation, organisation: null }
    : { role: null, organisation };
}

/** `Jo Bell will take the salute alongside the Lord Mayor` */
const BESIDE_OTHERS =
  /\p{Ll},? (?:alongside|beside|next to|together with|accompanied by|joined by|flanked by|in front of|on behalf of|as (?:will|did|does|do|was|were|is|are|has|have|had|would)) (?:the|its|our|their) $/u;

/** `Marl Riding Club, where she was an instructor`: what somebody else was there. */
const WAS_THERE = /\b(?:where|whom|which) (?:s?he|they) [^,]*$/;

/** `farmer Jo Bell, of Cold Ash`: whoever works the land lives where the name says, and speaks for nobody there. */
function isHome({ text }: Said, organisation: string | null): boolean {
  return organisation !== null && ON_THE_LAND.test(text) && !isOrganisation(organisation.split(' '));
}

const ON_THE_LAND = /(?:^| )(?:farmer|crofter|smallholder|shepherd|grower|ffermwr)$/i;

/** A post with what stands beside it: `Council leader` says whose it is, `Trust chief executive` is the head of the trust. */
function postAtBody(text: string, post: Said, body: Said | undefined, organisation: string | null): Post {
  const isBeside = body !== undefined && body.end + 1 === post.start;
  const together = isBeside ? text.slice(body.start, post.end) : post.text;
  // `Roads and Buses Minister` is a minister: nothing is called Roads and Buses.
  if (isBeside && post.text === 'Minister' && !isOrganisation(body.text.split(' ')))
    return { role: together, organisation: null };
  // `Its Calder branch secretary`, `the union's North West organiser`: a place, and whose post it is stands before it.
  if (isBeside && OWNER.test(text.slice(0, body.start)) && !isOrganisation(body.text.split(' ')))
    return { role: together, organisation: null };
  // `Trading Standards officer`: what a service does is no body.
  const isKind = isBeside && KIND.test(body.text);
  if (isKind || (body && isOfMany(text.slice(body.end, post.start), body, post)))
    return { role: text.slice(body.start, post.end), organisation: null };
  const isWhole =
    isBeside && ((isGeneric(body.text.split(' ')) && !BEFORE_POSTS.test(body.text)) || isService(body.text));
  const role = isWhole ? together : post.text;
  const [, led, head] = organisation === null || isWhole ? (HEAD_OF.exec(role) ?? []) : [];
  if (head !== undefined && led !== undefined && isLed(led)) return { role: head, organisation: led };
  return { role: believableRole(role), organisation: isBeside && isService(body.text) ? null : organisation };
}

/** `National Park ranger`, `Air Station Commanding Officer`: of what kind a place is says not which one. */
const KIND =
  /^(?:National Park|Country Park|Nature Reserve|Air Station|Fire Station|Police Station|Lifeboat Station|Post Office|Village Hall|Town Hall|Leisure Centre|Visitor Centre|Sixth Form)$/;

/** `Showmen's representative`: who are several, and no body. */
function isOfMany(between: string, { text: many }: Said, { text: post }: Said): boolean {
  const isSeveral = /^\p{Lu}\p{Ll}+(?:men|women|people|s)$/u.test(many) && !isOrganisation([many]);
  return (
    isSeveral &&
    /^['’]s? $/.test(between) &&
    /^(?:[Rr]ep(?:resentative)?|[Ss]pokes(?:man|woman|person)|[Cc]hampion|[Aa]dvocate|[Oo]fficer)$/.test(post)
  );
}

/** `school's SENCO`: a post that was read as a body of the one whose it is. */
const OWNED = /^(\p{Ll}[\p{Ll}-]+)['’]s ([\p{L}-]+(?: [\p{L}-]+){0,3})$/u;

const OWNER = /(?:^|\b)(?:[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he \p{Ll}+['’]s) $/u;

const AWARD = /\b(?:Commendation|Award|Medal|Certificate|Prize|Trophy)s?$/;

/** Whose head is called after the kind of body: `Friends chairman`, `Parish Council Chairman`; a `Council leader` and a `Committee chair` keep it. */
const HEAD_OF =
  /^((?!group|committee|board|panel|branch|ward)(?:(?:parish|town|community) )?[\p{L}-]+) ((?:(?:interim|deputy|acting|vice[ -]) ?)?(?:chief (?:executive(?: officer)?|officer)|vice-chancellor|chaplain|chair(?:man|woman|person)?|secretary|treasurer|principal|president))$/iu;

const BEFORE_POSTS = new RegExp(`^(?:${KINDS_BEFORE_POSTS})$`);

function isLed(body: string): boolean {
  return isGeneric(body.split(' ')) || /^(?:friends|circle|guild)$/i.test(body);
}

/**
 * Of several posts the one that is held at the body, or else one in capitals: `Lead author Dr Jo Bell, Lecturer in Law at Marl University`;
 * what somebody was, or is `also`, comes last.
 */
function postOf(text: string, said: readonly Said[], body: Said | undefined): Said | undefined {
  const held = said.filter(
    ({ aspect, text: post }) => aspect === 'role' && !isNoPost(post.split(' '), body !== undefined),
  );
  const first = held.filter(({ start }) => !ALSO.test(text.slice(0, start)));
  const posts = first.length > 0 ? first : held;
  const beside = posts.find((post) => body && post.end < body.start && body.start - post.end <= MAX_GAP);
  return beside ?? posts.find(({ text }) => isCapital(text)) ?? posts.find(({ text }) => !isFormer(text)) ?? posts[0];
}

/** `, who is also chaplain to the lifeboat` */
const ALSO = /\bis also (?:an? |the )?$/;

/** Whether a post is one that somebody had. */
export function isFormer(post: string): boolean {
  return /^(?:former|retired|ex-)/i.test(post);
}

/** Characters between a post and its body: ` at the `. */
const MAX_GAP = 10;

/** `based at Marl Police Station`, `lives opposite the Corn Exchange`: where somebody sits or lives is nobody. */
function isSite(before: string, name: string): boolean {
  if (/\b(?:live|lives|lived|living|opposite|next (?:door )?to) (?:\p{Ll}+ )?(?:the )?$/u.test(before)) return true;
  if (PASSING.test(before) || /\bfarms? [^,]{0,30}(?:at|in) $/.test(before)) return true;
  // `at a service at St Bride's`, `71, from Upper Marl`
  if (/, at an? \p{Ll}+ (?:at|in) (?:the )?$/u.test(before)) return true;
  if (/, (?:aged )?\d{1,3},? (?:from|of) $/.test(before))
    return !isOrganisation(name.split(' ')) || /\b(?:Bank|Park|Hall|House|Court|Farm|Church)$/.test(name);
  return /\bbased (?:at|in) (?:the )?$/.test(before) && /\b(?:Station|Headquarters|HQ|Depot|Office)$/.test(name);
}

/** `Cross Street resident`: whoever lives somewhere holds no post, nor does a relative; `a partner at Marl Surgery` does. */
function isNoPost(words: readonly string[], isAtBody: boolean): boolean {
  const last = words.at(-1) ?? '';
  if (isAtBody && last === 'partner') return false;
  return (endsInRelation(words) && !isCapital(last)) || /^(?:villager|passenger|passer-by|customer)s?$/i.test(last);
}

/** What happens to people in a place, and makes nobody theirs: `will be consecrated at Marl Minster`. */
const PASSING =
  /\b(?:consecrated|ordained|installed|enthroned|baptised|married|treated|sentenced|jailed|convicted|arrested|seen|honoured|remembered|spoke|met|sang) (?:\p{Ll}+ )?(?:at|in) (?:the )?$/u;

/** `Mr`, `Ms` or `Sir` before a name. */
export function titleBefore(text: string, name: number): string | null {
  const before = wordsOf(text, Math.max(0, name - MAX_TITLE_LENGTH), name).slice(-3);
  const title = before.findLast(({ text: word }) => isHonorific(word) || /^(?:sir|dame|lady|baroness)$/i.test(word));
  // `The Leader of Cyngor Sir Marl, Cllr Jo Bell`, `Mr Bell's wife Jo`
  return title && !/,|['’]s? /.test(text.slice(title.end, name)) ? title.text : null;
}

const MAX_TITLE_LENGTH = 40;

/** A rank directly before a name, where nothing else was read of its words: `Mr` and `Mrs` are none. */
export function rankIn(before: readonly Word[], said: readonly Said[]): string | null {
  const ranks = before.filter(({ text }) => !isHonorific(text) && !/^(?:the|mae|roedd|\d+)$/i.test(text));
  const [first] = ranks;
  const isRead = first === undefined || said.some(({ start, end }) => start <= first.start && first.start < end);
  return isRead ? null : ranks.map(({ text }) => text).join(' ');
}

/** The post that words are: `parks supervisor at Marl Council`. */
export function readPost(written: string): Post {
  return postIn(written, readSaid(written));
}
