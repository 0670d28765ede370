import type { StatementKind } from './found.ts';
import { isSpokesperson } from './roles.ts';
import type { Speaker } from './speaker.ts';

const JUDICIAL = /\b(?:judge|magistrates?|recorder|justice|coroner|hhj|sheriff (?:court|principal)|the bench)\b/i;
const RELATED =
  /\b(?:mother|mum|father|dad|parents?|famil(?:y|ies)|sister|brother|son|daughter|wife|husband|widow|widower|grand(?:mother|father|son|daughter|parents)|aunt|uncle|niece|nephew|cousin|fianc[ée]e?|teulu|loved ones)\b/i;
const HARMED = /\b(?:victims?|survivors?|complainant)\b/i;
const LOCAL =
  /\b(?:residents?|neighbours?|tenants?|customers?|shopkeeper|locals?|villagers?|homeowner|householder|leaseholder|passer-by|shopper)\b/i;

/** Sorts whoever speaks by what the release says about them where it names them. */
export function kindOf(speaker: Speaker | null, fallback: { organisation: string | null }): StatementKind {
  if (!speaker) return 'other';
  const { rank, role, organisation, asWritten, kind } = speaker;
  const post = [rank, role].filter((each) => each !== null).join(' ');
  if (asWritten.split(/[\s,]+/).some(isSpokesperson)) return 'spokesperson';
  if (JUDICIAL.test(post) || (kind === 'unnamed' && JUDICIAL.test(asWritten))) return 'judge';
  const isPosted = rank !== null || (organisation !== null && role !== null);
  if (!isPosted && HARMED.test(asWritten)) return 'victim';
  if (!isPosted && RELATED.test(asWritten)) return 'family';
  if (!isPosted && LOCAL.test(asWritten)) return 'resident';
  if (isPosted || role !== null || organisation !== null || fallback.organisation !== null) {
    return kind === 'unnamed' && role === null && rank === null ? 'spokesperson' : 'official';
  }
  return 'other';
}
