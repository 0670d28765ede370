import { OPENS_WITH_KIN } from '../tables/kin.ts';
import { namesPost } from '../tables/occupations.ts';
import { isArticle, isPronoun, isRoleWord } from '../tables/roles.ts';
import { startsAside } from '../tables/verbs.ts';
import { isCapital, type Word } from '../words.ts';
import { isApposedSubject, isSubjectOfClause, MAX_WORDS_BEFORE_SUBJECT, VERB_LIKE } from './post-start.ts';

export const IS_DOING = /^(?:is|are|was|were|has|had|will|would|can|could|did|does|\p{Ll}{3,}ed)$/u;

/** Whether a sentence is about somebody whom it names. */
export function isSubjectAt(
  index: number,
  words: readonly Word[],
  start: number,
  { before, behind, text }: { readonly before: string; readonly behind: string; readonly text: string },
): boolean {
  if (isApposedSubject(before, behind) || OPENS_WITH_KIN.test(before) || isSubjectOfClause(before)) return true;
  // `Vet Jo Bell, of Garth Farm Vets, went in.`
  if (start > MAX_WORDS_BEFORE_SUBJECT || (index > 0 && /, (?:of|from|at|with|for) (?:the )?$/.test(before)))
    return false;
  return (
    words.slice(0, start).every(mayPrecedeSubject) ||
    (index === 0 && (isInverted(before) || isBehindAside(words, start, text)))
  );
}

/** `The work was led by chief engineer Jo Cole.`, `The next chair is to be Jo Cole.`: whom a sentence that begins with nobody ends with. */
export function topicOf(
  placed: readonly { isSubject: boolean; isSure: boolean; from: number; start: number; end: number }[],
  words: readonly Word[],
  text: string,
): number {
  const last = placed.at(-1);
  if (!last || placed.some(({ isSubject }) => isSubject)) return -1;
  const isTopic =
    ends(words, last) ||
    LEADS_TO.test(text.slice(0, last.from)) ||
    IS_NOBODY_ELSE.test(text.slice(0, words[last.start]?.start));
  return isTopic ? placed.length - 1 : -1;
}

/** `Seven have agreed, among them farmer Jo Cole.`: whether a sentence about nobody in particular ends with a name. */
function ends(words: readonly Word[], { end, isSure: isPerson }: { end: number; isSure: boolean }): boolean {
  // `Her words were echoed by Jo Bell.`
  const isAbout =
    /^(?:S?[Hh]e|They|His|Her|Their|I|We)$/.test(words[0]?.text ?? '') &&
    !words.some(({ text }, at) => text === 'by' && IS_DOING.test(words[at - 2]?.text ?? ''));
  return isPerson && !isAbout && words.length === end;
}

const LEADS_TO =
  /\b(?:(?:\p{Ll}+(?:ed|en|wn)|led|run|made|built|lent|sent|told|sung|found|bought|brought|held|kept|taught|won|sold|cut|dug|put) (?:up |out |in )?by|(?:went|goes|presented|given|awarded|handed) to|is|was) (?:the |its |their |our )?(?:\d+-year-old |\p{Lu}[\p{Lu}\d]+ )?$/u;
const IS_NOBODY_ELSE = /\b(?:is|is to be|will be) (?:the )?$/;

function mayPrecedeSubject({ text }: Word): boolean {
  if (isCapital(text)) return !isPronoun(text);
  return (
    isRoleWord(text) || isArticle(text) || /^(?:of|for|and|at|retired|former|outgoing|acting|interim|then)$/.test(text)
  );
}

/** `Among the first through the door was retired postmaster Ken Illingworth` */
export function isInverted(before: string): boolean {
  return /^(?:among|also|first|next|joining|leading|one of|another|behind|present|watching|there)\b[^,;]*\b(?:was|were|is|are|will be) (?:[\w-]+ ){0,4}$/i.test(
    before,
  );
}

/** `After the hearing, DI Rhys Pugh …`, `Among them is …` no; `Regular swimmer Maureen Tipping …` yes. */
function isBehindAside(words: readonly Word[], name: number, text: string): boolean {
  const comma = text.lastIndexOf(', ', words[name]?.start ?? 0);
  const first = words[0]?.text ?? '';
  // `Welcoming the opening, Jo Bell said that it was time.`
  const from = comma !== -1 && (startsAside(first.toLowerCase()) || /^\p{Lu}\p{Ll}{3,}ing$/u.test(first)) ? comma : -1;
  return words.slice(0, name).every(({ text: word, start }, at) => {
    // `Chaplain to 49 Commando the Reverend Jo Bell`
    const isOfPost = word === 'to' && isRoleWord(words[at - 1]?.text ?? '');
    const isOfTwo = at > 0 && isTwoPosts(words, at);
    return start < from || isOfPost || isOfTwo || (!isPronoun(word) && (!/^\p{Ll}/u.test(word) || !isVerbLike(word)));
  });
}

/** `Local GP and cave diver Jo Bell`, but not `The driver and passenger Jo Bell`. */
function isTwoPosts(words: readonly Word[], and: number): boolean {
  const [before = '', joining, after = ''] = words.slice(and - 1, and + 2).map(({ text }) => text);
  return joining === 'and' && namesPost(before) && /^\p{Ll}/u.test(after) && !isArticle(words[0]?.text ?? '');
}

function isVerbLike(word: string): boolean {
  return (
    (/(?:ed|ing)$/.test(word) && !/^(?:including|retired|experienced|renowned)$/.test(word)) || VERB_LIKE.has(word)
  );
}
