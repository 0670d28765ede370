import { TOGETHER } from '../tables/epithets.ts';
import { isGeneric } from '../tables/organisations.ts';
import { isPronoun, isRelation } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';
import type { Part } from './parts.ts';
import { holdsPost } from './post.ts';

/** `During the trial one of the victims`: whoever ends an aside that no comma parts from them. */
export function behindAside(aside: Part | undefined): readonly Word[] {
  const words = aside?.words ?? [];
  const last = words.at(-1);
  if (last && words.length > 1 && isPronoun(last.text)) return [last];
  const subject = behindStatement(words);
  if (subject.length > 0) return subject;
  const owner = words.at(-2)?.text ?? '';
  if (last && /^\p{Lu}.*['’]s?$/u.test(owner) && isRelation(last.text)) return words.slice(-2);
  const from = words.findLastIndex(({ text }) => /^(?:one|a|an|the|his|her|their)$/.test(text));
  const isOneOf = words[from - 1]?.text === 'of' && words[from - 2]?.text === 'one';
  if (isOneOf) return words.slice(from - 2);
  const tail = from > 0 ? words.slice(from) : [];
  const [article, ...post] = tail;
  const isKnown =
    post.length === 1
      ? isGeneric(post.map(({ text }) => text)) || holdsPost(post) || TOGETHER.test(`the ${post[0]?.text}`)
      : post.every(({ text }) => isCapital(text)) && holdsPost(post);
  const isBody = article?.text !== 'the' || isKnown;
  return isBody ? tail : [];
}

/** `In a joint statement the Guild of Beekeepers`: who makes it. */
function behindStatement(words: readonly Word[]): readonly Word[] {
  const made = words.slice(0, MAX_STATEMENT_WORDS).findIndex(({ text }) => STATEMENT.test(text));
  const [first, second] = words.slice(made + 1);
  const isSubject = isCapital(first?.text ?? '') || (first?.text === 'the' && isCapital(second?.text ?? ''));
  return /^in$/i.test(words[0]?.text ?? '') && made > 0 && isSubject ? words.slice(made + 1) : [];
}

const STATEMENT = /^(?:statement|letter|message|email|e-mail|post|tweet|reply|response)$/;
/** Words of `In a strongly worded joint statement`. */
const MAX_STATEMENT_WORDS = 7;
