import { isFirstName } from '../tables/first-names.ts';
import { namesPost } from '../tables/occupations.ts';
import { isCompany, isGeneric } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isField, isModifier } from '../tables/remits.ts';
import { isRoleWord, isTopic } from '../tables/roles.ts';
import { KINDS_BEFORE_POSTS } from '../tables/stand-ins.ts';
import type { Said } from '../tagger/attribution.ts';
import { isCapital } from '../words.ts';
import { isCommonNoun, isParticle } from './name-runs.ts';

/** What the words of an attribution say of somebody, where the tagger reads more or less of a name, a rank, a post or a body than is there. */
export function mended(text: string, said: readonly Said[]): readonly Said[] {
  const named = withRankInLetters(withFirstName(withInitials(text, said)));
  return withItsKind(text, withBodyOfHead(withoutBodyBehind(named)));
}

/** `head of research, Marl Care`: a post in small letters does not go on behind its comma with a name in capitals, which is a body. */
function withoutBodyBehind(said: readonly Said[]): readonly Said[] {
  return said.flatMap((each): Said[] => {
    const [, post, body = ''] = each.aspect === 'role' ? (POST_AND_BODY.exec(each.text) ?? []) : [];
    if (post === undefined) return [each];
    const end = each.start + post.length;
    return [
      { ...each, text: post, end },
      { aspect: 'organisation', text: body, start: each.end - body.length, end: each.end },
    ];
  });
}

const POST_AND_BODY = /^(\p{L}.* \p{Ll}+), (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)+)$/u;

/** What is said before somebody else is named with a rank: `Jo Bell met her husband, Corporal Adam Bell`. */
export function ownOf(said: readonly Said[], nameEnd: number): readonly Said[] {
  const other = said.findIndex(
    ({ aspect, start, end }, at) =>
      aspect === 'rank' &&
      start > nameEnd &&
      said[at + 1]?.aspect === 'name' &&
      said[at + 1]?.start === end + 1 &&
      said.slice(0, at).some((each) => each.aspect === 'name'),
  );
  return other === -1 ? said : said.slice(0, other);
}

/** `Ottilie van der Velde of Corve`: of a body that was read from within a name on, what stands behind the name. */
export function besideName(said: readonly Said[], name: Pick<Said, 'start' | 'end'>): readonly Said[] {
  const isTorn = said.some(
    ({ aspect, text, start, end }) =>
      aspect === 'name' && start === name.start && end < name.end && isParticle(text.split(' ').at(-1) ?? ''),
  );
  if (!isTorn) return said;
  return said.flatMap((each) => {
    if (each.aspect !== 'organisation' || each.start <= name.start || each.start >= name.end) return [each];
    const text = each.text.slice(Math.max(0, name.end - each.start)).replace(/^,? (?:of|from|at|for) (?:the )?/, '');
    return text === '' ? [] : [{ ...each, text, start: each.end - text.length }];
  });
}

/**
 * `Deirdre Mac Giolla`, `Bérengère Le Floc'h`: whether a name of which only the beginning was read, or only what stands from a
 * particle on, is more words that nothing else was read in.
 */
export function goesOnTo(whole: Said, read: Said, said: readonly Said[]): boolean {
  const isFree = !said.some((each) => each !== read && each.start < whole.end && whole.start < each.end);
  const isBegun = whole.start === read.start && whole.end > read.end;
  const isTorn = whole.start < read.start && whole.end === read.end && isParticle(read.text.split(' ')[0] ?? '');
  return isFree && (isBegun || isTorn);
}

/** `Head of Libraries Fabienne Le Goff`: what was read as the end of a post, or as a rank, before a particle begins the name. */
function withFirstName(said: readonly Said[]): readonly Said[] {
  return said.flatMap((each, at): Said[] => {
    const [before, next] = [said[at - 1], said[at + 1]];
    if (next && isTornName(each, next)) {
      const text = each.text.slice(0, Math.max(0, each.text.lastIndexOf(' ')));
      return text === '' ? [] : [{ ...each, text, end: each.start + text.length }];
    }
    if (!before || !isTornName(before, each)) return [each];
    const first = before.text.split(' ').at(-1) ?? '';
    return [{ ...each, text: `${first} ${each.text}`, start: each.start - first.length - 1 }];
  });
}

/**
 * `Sonarra chief executive`: what stands in capitals before a post that only the head of a body has is the body, and no part of the
 * post: whatever else may stand there (`Interim`, `Group`) is a word that many posts have.
 */
function withBodyOfHead(said: readonly Said[]): readonly Said[] {
  if (said.some(({ aspect }) => aspect === 'organisation')) return said;
  return said.flatMap((each): Said[] => {
    const [, body = '', post = ''] = each.aspect === 'role' ? (OF_ITS_HEAD.exec(each.text) ?? []) : [];
    const words = body.split(' ');
    // `Bakery co-founder`
    const isKind = words.length === 1 && isCompany(body);
    const isNoName = body === '' || isKind || words.some(isOfPosts) || words.every(isCommonNoun);
    return isNoName ? atKindOfBody(each) : partedAt(each, body, post);
  });
}

/** `Trust haematologist`, `Mission superintendent`: of which kind the body is that the release names elsewhere. */
function atKindOfBody(role: Said): Said[] {
  const [, body = '', post = ''] = role.aspect === 'role' ? (OF_A_KIND.exec(role.text) ?? []) : [];
  return namesPost(post.split(' ').at(-1) ?? '') ? partedAt(role, body, post) : [role];
}

/** `Foundation doctor` and `Foundation governor` are posts of their own. */
const OF_A_KIND = new RegExp(
  String.raw`^(${KINDS_BEFORE_POSTS}) ((?!doctor|governor)\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3})$`,
  'u',
);

function partedAt(role: Said, body: string, post: string): Said[] {
  const end = role.start + body.length;
  return [
    { ...role, aspect: 'organisation', text: body, end },
    { ...role, text: post, start: end + 1 },
  ];
}

const OF_ITS_HEAD =
  /^(\p{Lu}[\p{L}'’&-]*(?: (?:&|\p{Lu}[\p{L}'’-]*)){0,4}) ((?:co-)?founder|chief executive(?: officer)?|CEO|managing (?:director|partner))$/u;

/** Whether a word says of what a post is, or in which body, and is no name. */
function isOfPosts(word: string): boolean {
  return (
    isModifier(word) ||
    isField(word) ||
    isTopic(word) ||
    isRoleWord(word) ||
    isGeneric([word]) ||
    rankLength([word], 0) > 0
  );
}

/** `Season ticket holder`, `Last surviving crew member`, `Local MP`: words that a post of many kinds begins a sentence with. */
function withItsKind(text: string, said: readonly Said[]): readonly Said[] {
  return said.map((each, at): Said => {
    const isOfKinds = each.aspect === 'role' && at === 0 && OF_KINDS.test(each.text);
    const [kind = ''] = isOfKinds ? (OPENING.exec(text.slice(0, each.start)) ?? []) : [];
    return kind === '' ? each : { ...each, start: each.start - kind.length, text: kind + each.text };
  });
}

const OF_KINDS = /^(?:(?:crew |team )?member|holder|owner|MP|MS|MSP)$/;
const OPENING =
  /(?<=^|[.!?“”"] )(?!(?:Its|His|Her|Their|Our|The|An?|New|But|And|Then|Now|Later|Today|Yesterday|Meanwhile|Nearby) )(?:\p{Lu}\p{Ll}[\p{L}-]*(?<!['’]s) )(?:\p{Ll}[\p{L}-]* ){0,2}$/u;

/** `LACMN Blewett`: capitals that were read as the first name of somebody who is not written in capitals are a rank. */
function withRankInLetters(said: readonly Said[]): readonly Said[] {
  return said.flatMap((each): Said[] => {
    const [letters = ''] = each.aspect === 'name' ? (/^\p{Lu}{3,}(?= \p{Lu}\p{Ll})/u.exec(each.text) ?? []) : [];
    if (letters === '' || isFirstName(letters)) return [each];
    const rank = each.start + letters.length;
    const name = { ...each, text: each.text.slice(letters.length + 1), start: rank + 1 };
    return [{ aspect: 'rank', text: letters, start: each.start, end: rank }, name];
  });
}

/** `head chef J. T. Bell`: the first of several initials, where it was read as the end of the post. */
function withInitials(text: string, said: readonly Said[]): readonly Said[] {
  return said.flatMap((each, at): Said[] => {
    const [before, next] = [said[at - 1], said[at + 1]];
    if (next?.aspect === 'name' && initialsBefore(text, next) > next.start - each.end) {
      const end = next.start - initialsBefore(text, next) - 1;
      return end <= each.start ? [] : [{ ...each, text: text.slice(each.start, end), end }];
    }
    const length = before !== undefined && each.aspect === 'name' ? initialsBefore(text, each) : 0;
    return [{ ...each, text: text.slice(each.start - length, each.end), start: each.start - length }];
  });
}

/** Characters of the initials directly before a name that begins with one. */
function initialsBefore(text: string, { text: name, start }: Said): number {
  if (!/^\p{Lu}\. /u.test(name)) return 0;
  return (
    /(?:(?<=[ ,])\p{Lu}\. ){1,3}$/u.exec(text.slice(Math.max(0, start - MAX_INITIALS_LENGTH), start))?.[0].length ?? 0
  );
}

const MAX_INITIALS_LENGTH = 10;

function isTornName(before: Said, name: Said): boolean {
  const words = before.text.split(' ');
  const last = words.at(-1) ?? '';
  // `Bérengère Le Floc'h`: a word that is no rank in any table.
  const isRead = before.aspect === 'rank' ? rankLength(words, 0) === 0 : before.aspect === 'role' && words.length > 1;
  return (
    isRead &&
    name.aspect === 'name' &&
    name.start === before.end + 1 &&
    isParticle(name.text.split(' ')[0] ?? '') &&
    isCapital(last) &&
    !isRoleWord(last) &&
    !isTopic(last) &&
    !isCommonNoun(last)
  );
}
