import { namesPost } from '../tables/occupations.ts';
import { isOrganisation } from '../tables/organisations.ts';
import { isHonorific, rankLength } from '../tables/ranks.ts';
import { isDirection, isRemit } from '../tables/remits.ts';
import { isRoleWord } from '../tables/roles.ts';
import { type Said, tagAttribution } from '../tagger/attribution.ts';
import { isCapital } from '../words.ts';
import { isParticle } from './name-runs.ts';
import { OF_PLACE, SAINT, withParishes, withRemit } from './remit.ts';

/** A post and the first words of a body that goes on behind an `and`: `Chair of Nature`, before ` and Rivers England`. */
const OF = /^(.*?) of (the )?(\p{Lu}[^,]*)$/u;
/** ` and Rivers England`, `, Cliff and Dune England`: how the name of a body goes on behind the first of what it is called after. */
const GOES_ON = /^(?<list>(?:, \p{Lu}[\p{L}-]+)*),? (?:and|&) \p{Lu}/u;
/** The first of several behind a post, of which only the last were read. */
const BEFORE_LIST = /^( of (?:the )?)(?:\p{Lu}[\p{L}-]+, )+$/u;
/** Who leads a body, and no field of its work. */
const LEADS_BODY =
  /\b(?:chief executive|chief officer|chair(?:man|woman|person)?|president|leader|secretary|treasurer|founder)$/i;
/** What people are called before their names, and what no post ends with. */
const TITLE = /^(?:Professor|Prof|Dr|Doctor|Sir|Dame|Hon|Senator|Councillor|Cllr|Reverend|Revd?|Canon|Mr|Mrs|Ms|Miss)$/;
/** What somebody got, or whom they met or followed, is not what they are. */
const NOT_HELD = /\b(?:after|before|given|presented|awarded|received|handed|met|thanked)\b/;

/**
 * What the words of an attribution say, each from its first word to its last: the name of a body is not parted at its own `and`
 * and says not where it is, a post has the place of which it is one, and no rank behind it.
 */
export function readSaid(text: string): readonly Said[] {
  const said = unitsApart(text, joinedPosts(text, tagAttribution(text)));
  return said.flatMap((each, at): Said[] => {
    const [before, next] = [said[at - 1], said[at + 1]];
    if (each.aspect === 'rank') return isHonorific(each.text) ? [] : [each];
    if (each.aspect === 'name') return [upTo(each, withoutVerb(each.text))];
    if (each.aspect === 'role')
      return isOfAnother(text, before, each) ? [] : rankApart(roleBefore(text, each, next)).flatMap(postAndBody);
    if (each.aspect !== 'organisation') return [each];
    return isPlaceOfPost(text, before, each) || isInRemit(text, before, each) || isNickname(text, each)
      ? []
      : [withoutPlace(wholeBody(text, before, each))];
  });
}

/**
 * `Canon Huw said tinned food was welcome`: small words that stand in no name end it, and so does the `of` of a place behind a first
 * name and a surname: `Jo van der Bell of High Farm`, but `Lord Bell of Marl`.
 */
function withoutVerb(name: string): string {
  const words = name.split(' ');
  const verb = words.findIndex(
    (word, at) => (at > 0 && /^\p{Ll}{3,}$/u.test(word) && !isParticle(word)) || (at > 1 && word === 'of'),
  );
  return verb === -1 || !isCapital(words[verb - 1] ?? '') ? name : words.slice(0, verb).join(' ');
}

/** `Local GP and cave diver`: two posts with nothing but an `and` between are one. */
function joinedPosts(text: string, said: readonly Said[]): readonly Said[] {
  return said.flatMap((each, at): Said[] => {
    const [before, next] = [said[at - 1], said[at + 1]];
    if (before && areOne(text, before, each)) return [];
    return [
      next && areOne(text, each, next) ? { ...each, end: next.end, text: text.slice(each.start, next.end) } : each,
    ];
  });
}

function areOne(text: string, one: Said, other: Said): boolean {
  return one.aspect === 'role' && other.aspect === 'role' && text.slice(one.end, other.start) === ' and ';
}

/** `head of the Safeguarding Department at Marl Police`: the unit belongs to the post of whoever heads it. */
function unitsApart(text: string, said: readonly Said[]): readonly Said[] {
  return said.flatMap((each, at): Said[] => {
    const [before, next] = [said[at - 1], said[at + 1]];
    if (next && headsUnit(text, each, next)) {
      const end = next.start + next.text.indexOf(' at ');
      return [{ ...each, end, text: text.slice(each.start, end) }];
    }
    if (!before || !headsUnit(text, before, each)) return [each];
    const owner = each.text.slice(each.text.indexOf(' at ')).replace(/^ at (?:the )?/, '');
    return [{ ...each, text: owner, start: each.end - owner.length }];
  });
}

function headsUnit(text: string, post: Said, body: Said): boolean {
  const [, unit = ''] = /^(.*?) at (?:the )?\p{Lu}/u.exec(body.text) ?? [];
  return (
    post.aspect === 'role' &&
    body.aspect === 'organisation' &&
    HEADS_UNIT.test(post.text) &&
    UNIT.test(unit.split(' ').at(-1) ?? '') &&
    /^ of (?:the )?$/.test(text.slice(post.end, body.start))
  );
}

/** `Jo Bell, after the last district nurse`, `Jo Bell was given a Chief Constable's commendation` */
function isOfAnother(text: string, name: Said | undefined, { start }: Said): boolean {
  return name?.aspect === 'name' && NOT_HELD.test(text.slice(name.end, start));
}

/** `Chair, Marl Planning Committee`: a post and where it is held that were read as one. */
const LISTED = /^(\p{L}+(?: \p{L}+)?), (\p{Lu}[^,]* (?:Committee|Panel|Board|Forum|Partnership))$/u;

/** `head of the Fire, Flood and Resilience Service`: a post at a body that was read as one with it; a committee is a field of work. */
function postAndBody(role: Said): Said[] {
  const [, commanded, ship = ''] = SHIP.exec(role.text) ?? [];
  if (commanded !== undefined)
    return [
      upTo(role, commanded),
      { aspect: 'organisation', text: ship, start: role.end - ship.length, end: role.end },
    ];
  const [, listed, board = ''] = LISTED.exec(role.text) ?? [];
  if (listed !== undefined && namesPost(listed.split(' ').at(-1) ?? ''))
    return [upTo(role, listed), { ...role, aspect: 'organisation', text: board, start: role.end - board.length }];
  const [, post, body = ''] = /^(.*?) of the (\p{Lu}.*)$/u.exec(role.text) ?? [];
  const isOne = !isOrganisation(body.split(' ')) || /(?:committee|opposition|working (?:group|party))$/i.test(body);
  const isCharge = post?.endsWith(' in charge') === true;
  if (post === undefined || isOne || isCharge || isUnitOf(post, body) || isHeadOfBoard(post, body)) return [role];
  const owner: Said = { aspect: 'organisation', text: body, start: role.end - body.length, end: role.end };
  return [isLeader(post, body) ? role : upTo(role, post), owner];
}

/** `Leader of the Council`: a title, whatever the council is called. */
function isLeader(post: string, body: string): boolean {
  return body === 'Council' && /\bleader$/i.test(post);
}

/** `Chair of the Board`: a title, of whatever body it is the board. */
function isHeadOfBoard(post: string, body: string): boolean {
  return HEADS_BOARD.test(post) && BOARD.test(body);
}

const HEADS_BOARD = /\b(?:(?:co-|vice-)?chair(?:man|woman|person)?|president|member|secretary|clerk)$/i;
const BOARD =
  /^(?:(?:Board|Council|Committee)(?: of (?:Trustees|Governors|Directors|Management))?|Governing (?:Body|Board)|Trustees|Governors|Panel|Bench)$/;

/** `head of the Professional Standards Department`: of what somebody is in charge within the body for which they speak. */
function isUnitOf(post: string, body: string): boolean {
  if (/\bdean$/i.test(post) && /^(?:Faculty|School) of /.test(body)) return true;
  const words = body.split(' ');
  const field = words.slice(0, -1).filter((word) => !/^(?:Serious|Complex|Collision|Incident)$/.test(word));
  return HEADS_UNIT.test(post) && UNIT.test(words.at(-1) ?? '') && isRemit(field);
}

const HEADS_UNIT = /\b(?:head|director|deputy|manager|lead)$/i;
const UNIT = /^(?:Department|Directorate|Division|Branch|Unit|Section|Command|Bureau|Team)$/;

/** `Commanding Officer HMS Marl` */
const SHIP = /^(.*?) ((?:HMS|HMP|RAF|RFA|RNAS) \p{Lu}.*)$/u;

/** A post up to the body behind it, or with the place. */
function roleBefore(text: string, role: Said, next: Said | undefined): Said {
  const charged = withRemit(text, role);
  if (charged !== role || next === undefined || next.aspect !== 'organisation') return charged;
  const isTitle =
    text.slice(role.end, next.start) === ' of the ' &&
    (isLeader(role.text, next.text) || isHeadOfBoard(role.text, next.text));
  if (isTitle) return { ...role, end: next.end, text: text.slice(role.start, next.end) };
  if (isPlaceOfPost(text, role, next))
    return withParishes(text, { ...role, end: next.end, text: text.slice(role.start, next.end) });
  const body = startOfBody(text, role, next);
  return body !== null && body < role.end ? upTo(role, OF.exec(role.text)?.[1] ?? role.text) : role;
}

function isInRemit(text: string, role: Said | undefined, { end }: Said): boolean {
  return role?.aspect === 'role' && end <= withRemit(text, role).end;
}

/** Whether what was read as a body is where a post is held: `Upper Thring` of its rector. */
function isPlaceOfPost(text: string, role: Said | undefined, body: Said): boolean {
  if (role?.aspect !== 'role') return false;
  // `rural crime officer for the East Wolds`
  const [first = '', more] = body.text.split(' ');
  if (/ for the $/.test(text.slice(role.start, body.start)) && more !== undefined && isDirection(first))
    return !isOrganisation(body.text.split(' '));
  // `Its Interim Director of Rail`: whose director it is has been said.
  if (
    OWNER.test(text.slice(0, role.start)) &&
    text.slice(role.end, body.start) === ' of ' &&
    HEADS_WORK.test(role.text)
  )
    return !isOrganisation(body.text.split(' '));
  const isUnit = isUnitOf(role.text, body.text) || isHeadOfBoard(role.text, body.text);
  if (text.slice(role.end, body.start) === ' of the ' && isUnit) return true;
  if (!OF_PLACE.test(role.text)) return false;
  return text.slice(role.end, body.start) === ' of ' && !isOrganisation(body.text.split(' ')) && !SAINT.test(body.text);
}

/** `Lifeboat Operations Manager Commander (retired)`: a rank that somebody had, behind a post. */
const RETIRED = /^(.*\p{L}) ((?:[\p{Lu}][\p{L}-]+ ){1,2}\([Rr]et(?:ire)?d\.?\))$/u;

function rankApart(whole: Said): Said[] {
  // `(Cabinet Member, Communities)`
  const role = /^[^(]*\)$/.test(whole.text) ? upTo(whole, whole.text.slice(0, -1)) : whole;
  const [, post, rank = ''] = RETIRED.exec(role.text) ?? [];
  const words = rank.split(' ').slice(0, -1);
  const from = words.findIndex((_, at) => rankLength(words, at) === words.length - at);
  if (post === undefined || from === -1) return rankBehind(withoutRank(role));
  const held = [post, ...words.slice(0, from)].join(' ');
  const start = role.start + held.length + 1;
  return [upTo(role, held), { ...role, aspect: 'rank', text: role.text.slice(held.length + 1), start }];
}

const OWNER = /(?:\b(?:[Ii]ts|[Oo]ur|[Tt]heir)|['’]s?) $/;
const HEADS_WORK = /\b(?:head|director|manager|lead|secretary)$/i;

/** `Vice-Chancellor-elect Professor`, `Assistant Minister for Tourism, Senator`: a rank behind a post is that of its holder. */
function withoutRank(role: Said): Said {
  const words = role.text.split(' ');
  const isTitled = words.length > 1 && TITLE.test(words.at(-1) ?? '');
  return isTitled
    ? upTo(
        role,
        words
          .slice(0, -1)
          .join(' ')
          .replace(/,$| the$/, ''),
      )
    : role;
}

/** `hospice director Sister`, `lead for rural crime Chief Inspector`, but `Theatre Sister`: a rank behind a post in small letters. */
function rankBehind(role: Said): Said[] {
  const words = role.text.split(' ');
  const from = words.findIndex(
    (word, at) =>
      isCapital(word) && BEFORE_RANK.test(words[at - 1] ?? '') && rankLength(words, at) === words.length - at,
  );
  const post = words.slice(0, Math.max(0, from));
  if (!post.some((word) => isRoleWord(word) || namesPost(word))) return [role];
  const held = post.join(' ');
  const start = role.start + held.length + 1;
  return [
    upTo(role, held.replace(/,$/, '')),
    { ...role, aspect: 'rank', text: role.text.slice(held.length + 1), start },
  ];
}

/** A word in small letters that leads to no other: `Minister for Justice` has no justice. */
const BEFORE_RANK = /^(?!(?:of|for|and|the|to|in|at|&)$)\p{Ll}/u;

function wholeBody(text: string, role: Said | undefined, body: Said): Said {
  const start = (role?.aspect === 'role' ? startOfBody(text, role, body) : null) ?? body.start;
  return { ...body, start, text: text.slice(start, body.end) };
}

/** Where the name of a body begins of which the end stands behind a post: in the post, or behind its `of`; null where it is whole. */
function startOfBody(text: string, role: Said, body: Said): number | null {
  const [, post, article = ''] = OF.exec(role.text) ?? [];
  if (post === undefined) return behindOf(text, role, body);
  const { list } = GOES_ON.exec(text.slice(role.end, body.end))?.groups ?? {};
  const isOne = list === '' || (list !== undefined && (article !== '' || LEADS_BODY.test(post)));
  return isOne ? role.start + post.length + ` of ${article}`.length : null;
}

/** `Chief Executive of Hill, Heath and Moor Scotland`, of which only the last were read. */
function behindOf(text: string, role: Said, body: Said): number | null {
  const [, of] = BEFORE_LIST.exec(text.slice(role.end, body.start)) ?? [];
  return of !== undefined && LEADS_BODY.test(role.text) && / (?:and|&) /.test(body.text) ? role.end + of.length : null;
}

/** `“Mena” to her friends`, `the narrowboat 'Second Thoughts'` */
function isNickname(text: string, { start }: Said): boolean {
  return /["“‘']/.test(text.slice(Math.max(0, start - 1), start + 1));
}

/** `Patel's Chemist in Nether Marl` */
function withoutPlace(body: Said): Said {
  const [place = ''] = / in \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*$/u.exec(body.text) ?? [];
  const name = body.text.slice(0, body.text.length - place.length);
  return place !== '' && (isOrganisation(name.split(' ')) || /['’]s /.test(name)) ? upTo(body, name) : body;
}

function upTo(said: Said, text: string): Said {
  return { ...said, text, end: said.start + text.length };
}
