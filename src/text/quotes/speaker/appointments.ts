import { APPOINTED_AS, BECAME, DUTY, isStillHeld } from '../tables/appointments.ts';
import { isOrganisation } from '../tables/organisations.ts';
import { isLay, isRoleWord } from '../tables/roles.ts';
import { isCapital, type Word, wordsOf } from '../words.ts';
import { believable, tailOf } from './believable.ts';
import { type Post, slice, withoutArticles } from './post.ts';
import { readPost } from './said.ts';

/** Words of a post before its head, and of what somebody came to before the `as`. */
const MAX_WORDS_BEFORE_HEAD = 5;
const MAX_BODY_WORDS = 9;
/** What most sentences about somebody do not have. */
const MAY_TELL =
  /\b(?:now|currently|presently|became|becomes|appointed|elected|promoted|been)\b|, (?:is|was) |\bwas the |\b(?:came|comes|joins|joined|arrived|returne?d?s?|takes|took|begins|employed|hired|recruited) .*\bas\b|^ (?:is|was) /;

/**
 * The post that a sentence tells behind a name: `left the Army and is now parks supervisor at Marl Council`, `took over as chief
 * executive of Marl Homes`, `came to the Marl Trust as director of midwifery`. Null where it tells none.
 */
export function readAppointment(text: string, nameEnd: number): Post | null {
  if (!MAY_TELL.test(text.slice(nameEnd))) return null;
  const words = wordsOf(text, nameEnd);
  for (const [at, { text: word }] of words.entries()) {
    const post = word === 'as' ? appointedAs(text, words, at) : becomes(text, words, at);
    if (post) return post;
  }
  return null;
}

/** `joined the Marl Trust in May as chief executive` */
function appointedAs(text: string, words: readonly Word[], as: number): Post | null {
  const verb = words.slice(0, as).findLastIndex(({ text: word }) => APPOINTED_AS.has(word));
  if (verb === -1 || as - verb > MAX_BODY_WORDS) return null;
  // `joined as a firefighter in 1999`: what somebody began as.
  if (words[verb]?.text === 'joined' && /\bin (?:19|20)\d\d\b/.test(text)) return null;
  const post = postIn(text, words.slice(as + 1));
  if (!post || post.organisation !== null) return post;
  const between = words.slice(verb + 1, as);
  const body = withoutArticles(/^(?:to|for|with|at|the)$/.test(between[0]?.text ?? '') ? between.slice(1) : between);
  const end = body.findIndex(({ text: word }) => GOES_ON.test(word));
  const named = end === -1 ? body : body.slice(0, end);
  const isBody = isCapital(named[0]?.text ?? '') && isOrganisation(named.map((word) => word.text));
  return { role: post.role, organisation: isBody ? slice(text, named) : null };
}

/** `is now parks supervisor`, `became chair`, `was appointed Dean`, `, was the Senior Investigating Officer` */
function becomes(text: string, words: readonly Word[], at: number): Post | null {
  const [verb = '', next = '', third = '', fourth = ''] = words.slice(at, at + 4).map(({ text: word }) => word);
  if (BECAME.has(verb)) return postIn(text, words.slice(/^(?:to|as)$/.test(next) ? at + 2 : at + 1));
  if (/^(?:is|was)$/.test(verb) && isStillHeld(next)) return postIn(text, words.slice(at + 2));
  // `was made vice-chairman`, `is to be the new President`
  if (/^(?:was|been)$/.test(verb) && /^(?:made|named)$/.test(next)) return postIn(text, words.slice(at + 2));
  if (verb === 'is' && next === 'to' && third === 'be') return postIn(text, words.slice(at + 3));
  // `Jo Bell was the incident commander`: what somebody was at what the release is about, they are.
  const [duty] = /^(?:is|was)$/.test(verb) && next === 'the' ? (DUTY.exec(text.slice(words[at + 2]?.start)) ?? []) : [];
  if (duty !== undefined) return { role: duty, organisation: null };
  const isAfterPart = at > 0 && text.slice(words[at - 1]?.end, words[at]?.start).includes(',');
  const isTitle = isCapital(next === 'the' ? third : next);
  // `Jo Bell is a former auxiliary`: nobody who was a passenger is one.
  const isPresent = verb === 'is' && at === 0;
  if (/^(?:is|was)$/.test(verb) && (isPresent || (isTitle && (isAfterPart || at === 0))))
    return postIn(text, words.slice(at + 1));
  const isNamed = at === 0 || isCapital(/^(?:the|an?)$/.test(third) ? fourth : third);
  const isHeld =
    verb === 'has' && next === 'been' && isNamed && !/^(?:given|awarded|presented|handed|offered)$/.test(third);
  return isHeld ? postIn(text, words.slice(at + 2)) : null;
}

/** The post with which words begin, up to where the sentence goes on. */
function postIn(text: string, given: readonly Word[]): Post | null {
  const plain = withoutArticles(given);
  const head = plain.findIndex(({ text: word }) => isRoleWord(word));
  if (head === -1 || head > MAX_WORDS_BEFORE_HEAD || plain.slice(0, head).some(({ text: word }) => GOES_ON.test(word)))
    return null;
  const end = plain.findIndex(
    (word, at) => at > head && (GOES_ON.test(word.text) || isParted(text, plain[at - 1], word)),
  );
  const told = end === -1 ? plain : plain.slice(0, end);
  const post = believable(readPost(slice(text, told.slice(0, tailOf(told.map(({ text: word }) => word))))));
  return post?.role && !isLay(post.role.split(' ').at(-1) ?? '') ? post : null;
}

/** Words in which a sentence goes on behind a post. */
const GOES_ON =
  /^(?:in|on|when|after|before|during|who|which|that|where|since|until|last|this|next|but|by|because|while|with)$/;

function isParted(text: string, before: Word | undefined, word: Word): boolean {
  return /[,;:.()–—]/.test(text.slice(before?.end, word.start));
}
