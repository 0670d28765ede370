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
  const owner = words.at(-2)?.text ?? '';
  if (last && /^\p{Lu}.*['’]s?$/u.test(owner) && isRelation(last.text)) return words.slice(-2);
  const from = words.findLastIndex(({ text }) => /^(?:one|a|an|the|his|her|their)$/.test(text));
  const isOneOf = words[from - 1]?.text === 'of' && words[from - 2]?.text === 'one';
  if (isOneOf) return words.slice(from - 2);
  const tail = from > 0 ? words.slice(from) : [];
  const [article, ...post] = tail;
  const isKnown =
    post.length === 1
      ? isGeneric(post.map(({ text }) => text)) || holdsPost(post)
      : post.every(({ text }) => isCapital(text)) && holdsPost(post);
  const isBody = article?.text !== 'the' || isKnown;
  return isBody ? tail : [];
}
