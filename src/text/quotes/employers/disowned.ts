import type { Speaker } from '../speaker/speaker.ts';
import { isCompany, isOrganisation } from '../tables/organisations.ts';

/**
 * Whether what is read as somebody's body is none of theirs: where they began (`who started at High Scar at 15`), the farm or
 * the place of a farmer, the ward of a councillor (`Cllr Jo Bell (Inner Holm)`), a letter that stands for somebody's name.
 */
export function isDisowned({ role, rank, about }: Speaker, body: string): boolean {
  if (/^\p{L}$/u.test(body)) return true;
  const at = about.indexOf(body);
  const before = at === -1 ? '' : about.slice(Math.max(0, at - MAX_BEFORE_LENGTH), at);
  if (BEGAN.test(before)) return true;
  const words = body.split(' ');
  if (isOrganisation(words) || isCompany(words.at(-1) ?? '')) return false;
  const isWard = role === null && COUNCILLOR.test(rank ?? '') && before.endsWith('(');
  return isWard || (FARMER.test(role ?? '') && /\bof $/.test(before));
}

const MAX_BEFORE_LENGTH = 40;
const BEGAN =
  /\b(?:started|began|trained|grew up|was apprenticed|was born|left school) (?:out )?(?:at|in|with) (?:the )?$/;
const COUNCILLOR = /^(?:Cllrs?|Councillor|Coun|Cyng|Cynghorydd)\b/;
const FARMER = /\b(?:farmer|crofter|shepherd|shepherdess|smallholder|grower|ffermwr)$/i;
