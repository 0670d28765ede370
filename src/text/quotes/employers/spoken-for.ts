import type { Speaker } from '../speaker/speaker.ts';
import { CAPITALISED_NAME } from '../tables/organisations.ts';
import { isHonorific, rankLength } from '../tables/ranks.ts';
import { isRoleWord } from '../tables/roles.ts';
import { isRankOf } from '../tables/services.ts';

/** ` (director, Sonarra)`, `, speaking on behalf of Sonarra,`: where the words behind a name say for whom, whatever it is called. */
const FORMS = [
  new RegExp(String.raw`^,? \((?:\p{L}[\p{L}-]* ){0,4}\p{L}[\p{L}-]*, (?:the )?(${CAPITALISED_NAME})\)`, 'u'),
  new RegExp(
    `^,? (?:who (?:was )?(?:spoke|speaks|speaking)|speaking) (?:on behalf of|for) (?:the )?(${CAPITALISED_NAME})(?=[,.;:]| \\||$)`,
    'u',
  ),
];

/** `For the Greens, Cllr Jo Bell said`: before the name. */
const BEFORE = new RegExp(`(?:^|\\| )For (?:the )?(${CAPITALISED_NAME}), (?:\\p{L}[\\p{L}.]* ){0,3}$`, 'u');

/** The body for which the words behind somebody's name say that they speak; null for a person, a ward and a post. */
export function bodySpokenFor({ name, about, role, rank }: Speaker): string | null {
  const at = name === null ? -1 : about.indexOf(name);
  const behind = at === -1 ? '' : about.slice(at + (name ?? '').length);
  const [, before = null] = (at > 0 && BEFORE.exec(about.slice(0, at))) || [];
  const [posted, spoken] = FORMS.map((form) => form.exec(behind)?.[1] ?? null);
  // `Cllr Jo Bell (Leader, Mill Ward)`
  const isOfWard = rank !== null && isRankOf(rank, 'council');
  const body = (role === null || isOfWard ? null : posted) ?? spoken ?? before;
  const [first = ''] = body?.split(' ') ?? [];
  return isHonorific(first) || isRoleWord(first) || rankLength([first], 0) > 0 ? null : body;
}
