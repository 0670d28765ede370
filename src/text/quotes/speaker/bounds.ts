import { isAdverb } from '../tables/not-posts.ts';
import { isGeneric, isLeague, isOrganisation, isOrganisationWord } from '../tables/organisations.ts';
import { isHonorific, rankLength } from '../tables/ranks.ts';
import { isArticle } from '../tables/roles.ts';
import { type Said, tagAttribution } from '../tagger/attribution.ts';

/** A post and the first words of a body that goes on behind an `and`: `Chair of Nature`, before ` and Rivers England`. */
const OF = /^(.*?) of (the )?(\p{Lu}[^,]*)$/u;
/** ` and Rivers England`, `, Cliff and Dune England`: how the name of a body goes on behind the first of what it is called after. */
const GOES_ON = /^(?<list>(?:, \p{Lu}[\p{L}-]+)*),? (?:and|&) \p{Lu}/u;
/** Who leads a body, and no field of its work. */
const LEADS_BODY =
  /\b(?:chief executive|chief officer|chair(?:man|woman|person)?|president|leader|secretary|treasurer|founder)$/i;
/** `Commanding Officer 19 Bridge Regiment`, `chairman of 3rd Marl Scouts`: a number with which a body begins. */
const NUMBER = /(?:^|\s)(\d{1,4}(?:st|nd|rd|th)? )$/;
/** `Severn Magistrates`, before `' Court`: what goes on behind the mark of those whose it is. */
const TAIL = /^['’](?: \p{Lu}[\p{L}-]+){1,3}/u;
/** Whose `of` leads to where they hold their post; a church is one of a saint: `Rector of Upper Thring`, `Vicar of St Anne's`. */
const OF_PLACE =
  /\b(?:(?:arch)?bishop|(?:arch)?deacon|dean|provost|rector|vicar|rural dean|(?:lord )?mayor|lord[- ]lieutenant|high sheriff|abbot|prioress)$/i;
const OPENING_MARK = /["“‘']/;
const CLOSING_MARK = /["”’']/;

/**
 * What the words of an attribution say, each from its first word to its last: the name of a body is not parted at its own `and`,
 * nor from its number, and goes on behind the `for` that leads to it; a post has all of its first words and no rank behind it.
 */
export function readSaid(text: string): readonly Said[] {
  const said = tagAttribution(text);
  return said.flatMap((each, at): Said[] => {
    const firm = each.aspect === 'role' ? firmCalled(text, each) : null;
    if (firm !== null) return [firm];
    if (each.aspect === 'role' && isSomebodyElses(text, said[at - 1], each)) return [];
    if (each.aspect === 'role') {
      const role = ofPlace(text, partedRole(text, each, said[at + 1]), said[at + 1]);
      const post = withoutRank(at === 0 ? withOpening(text, role) : role);
      const isNamed = said.some(({ aspect, text: body }) => aspect === 'organisation' && !isGeneric(body.split(' ')));
      return isNamed ? [post] : withBodyOf(post);
    }
    if (each.aspect !== 'organisation') return each.aspect === 'rank' && isHonorific(each.text) ? [] : [each];
    if (isPlaceOfPost(text, said[at - 1], each)) return [];
    const whole = withTail(text, withoutPlace(behindFor(withNumber(text, goesBackInto(text, said[at - 1], each)))));
    return isNickname(text, whole) ? [] : [whole];
  });
}

/** `Jo Bell, after the last district nurse`, `was given a Chief Constable's commendation`: what somebody got, or whom they met or followed. */
function isSomebodyElses(text: string, name: Said | undefined, { start }: Said): boolean {
  return (
    name?.aspect === 'name' &&
    /\b(?:after|before|given|presented|awarded|received|handed|met|thanked)\b/.test(text.slice(name.end, start))
  );
}

/** `Jo Bell of contractors Keir Stone`: what a firm is, and not its people. */
function firmCalled(text: string, { start, end, text: kind }: Said): Said | null {
  const isFirm = FIRMS.test(kind) && /\b(?:of|from|at|with|for) $/.test(text.slice(0, start));
  const [, name = ''] = isFirm
    ? (/^ (\p{Lu}[\p{L}'’-]*(?: (?:(?:and|&) )?\p{Lu}[\p{L}'’-]*)*)/u.exec(text.slice(end)) ?? [])
    : [];
  return name === '' ? null : { aspect: 'organisation', text: name, start: end + 1, end: end + 1 + name.length };
}

const FIRMS =
  /^(?:main |local )?(?:contractors?|developers?|architects|builders|solicitors|engineers|consultants|surveyors|consultancy)$/;

/** Whether what was read as a body is where a post is held: `Upper Thring` of its rector. */
function isPlaceOfPost(text: string, role: Said | undefined, body: Said | undefined): boolean {
  if (role?.aspect !== 'role' || body?.aspect !== 'organisation' || !OF_PLACE.test(role.text)) return false;
  const isBody = isOrganisation(body.text.split(' ')) || /^(?:St|Saint|Holy|All|Our)\b/.test(body.text);
  return !isBody && text.slice(role.end, body.start) === ' of ';
}

function ofPlace(text: string, role: Said, next: Said | undefined): Said {
  const end = next && isPlaceOfPost(text, role, next) ? next.end : role.end;
  return { ...role, end, text: text.slice(role.start, end) };
}

/** `head of the Fire, Flood and Resilience Service`: a post at a body that was read as one with it; a committee is a field of work. */
function withBodyOf(role: Said): Said[] {
  const [, post = '', body = ''] = /^(.*?) of the (\p{Lu}.*)$/u.exec(role.text) ?? [];
  if (post === '' || !isOrganisation(body.split(' ')) || /(?:committee|group|opposition)$/i.test(body)) return [role];
  return [
    { ...role, text: post, end: role.start + post.length },
    { aspect: 'organisation', text: body, start: role.end - body.length, end: role.end },
  ];
}

/** `Vice-Chancellor-elect Professor`, `Assistant Minister for Tourism, Senator`: a rank behind a post is that of its holder. */
function withoutRank(role: Said): Said {
  const words = role.text.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !TITLE.test(last)) return role;
  const post = words.slice(0, -1).join(' ').replace(/,$/, '');
  return { ...role, text: post, end: role.start + post.length };
}

const TITLE = /^(?:Professor|Prof|Dr|Doctor|Sir|Dame|Senator|Councillor|Cllr|Reverend|Revd?|Canon)$/;

/** `Moor owner`, `Local author`: a sentence begins with the first word of the post. */
function withOpening(text: string, role: Said): Said {
  const [before = ''] = OPENING.exec(text.slice(0, role.start)) ?? [];
  const word = before.trim();
  const isOther =
    word === '' ||
    isArticle(word) ||
    isAdverb(word.toLowerCase()) ||
    isLeadIn(word) ||
    /-(?:based|born|old)$/.test(word);
  return isOther ? role : { ...role, start: 0, text: text.slice(0, role.end) };
}

/** One word in capitals, of small letters but the first. */
const OPENING = /^\p{Lu}[\p{Ll}-]+ $/u;

function isLeadIn(word: string): boolean {
  return (
    /^(?:and|but|so|yet|for|as|now|when|while|said|says|today|new|proud|fellow|current)$|(?:ing|ly|odd)$/i.test(word) ||
    rankLength([word], 0) > 0
  );
}

function withTail(text: string, body: Said): Said {
  const [tail = ''] = TAIL.exec(text.slice(body.end)) ?? [];
  const isOwner = !body.text.endsWith('s') || !isOrganisationWord(tail.split(' ').at(-1) ?? '');
  return isOwner ? body : { ...body, end: body.end + tail.length, text: body.text + tail };
}

/** Where in a post the name of the body begins that was read behind an `and`; null when it begins there. */
function bodyInRole(text: string, role: Said | undefined, body: Said | undefined): number | null {
  if (role?.aspect !== 'role' || body?.aspect !== 'organisation') return null;
  const [, post, article = '', front] = OF.exec(role.text) ?? [];
  if (post === undefined || front === undefined) return behindList(text, role, body);
  const { list } = GOES_ON.exec(text.slice(role.end, body.end))?.groups ?? {};
  const isOne = list === '' || (list !== undefined && (article !== '' || LEADS_BODY.test(post)));
  return isOne ? role.start + post.length + ` of ${article}`.length : null;
}

/** `Chief Executive of Hill, Heath and Moor Scotland`, of which only the last were read. */
function behindList(text: string, role: Said, body: Said): number | null {
  const [between, of = ''] = /^( of (?:the )?)(?:\p{Lu}[\p{L}-]+, )+$/u.exec(text.slice(role.end, body.start)) ?? [];
  const isList = between !== undefined && LEADS_BODY.test(role.text) && / (?:and|&) /.test(body.text);
  return isList ? role.end + of.length : null;
}

function partedRole(text: string, role: Said, next: Said | undefined): Said {
  const from = bodyInRole(text, role, next);
  const post = from === null || from > role.end ? role.text : (OF.exec(role.text)?.[1] ?? role.text);
  return { ...role, text: post, end: role.start + post.length };
}

function goesBackInto(text: string, before: Said | undefined, body: Said): Said {
  return startingAt(text, body, bodyInRole(text, before, body) ?? body.start);
}

function withNumber(text: string, body: Said): Said {
  const [, number = ''] = NUMBER.exec(text.slice(0, body.start)) ?? [];
  return startingAt(text, body, body.start - number.length);
}

/** `Tarn Town for Marl Police`: what somebody does for a body is no part of its name, `Campaign for Marl Hospital` is one. */
function behindFor(body: Said): Said {
  const at = body.text.indexOf(' for ');
  const front = body.text.slice(0, Math.max(0, at)).split(' ');
  const behind = body.text.slice(at + ' for '.length).replace(/^the /, '');
  if (at === -1 || isLeague(front.at(-1) ?? '') || !isOrganisation(behind.split(' '))) return body;
  return { ...body, text: behind, start: body.end - behind.length };
}

/** `Patel's Chemist in Nether Marl` */
function withoutPlace(body: Said): Said {
  const [place = ''] = / in \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*$/u.exec(body.text) ?? [];
  const name = body.text.slice(0, body.text.length - place.length);
  const isNamed = isOrganisation(name.split(' ')) || /['’]s /.test(name);
  return place === '' || !isNamed ? body : { ...body, text: name, end: body.end - place.length };
}

/** `“Mena” to her friends`, `the narrowboat 'Second Thoughts'` */
function isNickname(text: string, { start, end, text: name }: Said): boolean {
  const isOpened = OPENING_MARK.test(text.slice(Math.max(0, start - 1), start + 1));
  return isOpened && CLOSING_MARK.test(text.slice(end - 1, end + 1)) && !OPENING_MARK.test(name.slice(1, -1));
}

function startingAt(text: string, body: Said, start: number): Said {
  return start === body.start ? body : { ...body, start, text: text.slice(start, body.end) };
}
