import type { Sentence } from '../cast/narration.ts';
import { once } from '../once.ts';
import { isMonth } from '../speaker/name-runs.ts';
import { isFirstName } from '../tables/first-names.ts';
import { rankLength } from '../tables/ranks.ts';
import { isRoleWord } from '../tables/roles.ts';
import { serviceOfName } from '../tables/services.ts';
import { wordsOf } from '../words.ts';
import { organisationsIn } from './named-organisations.ts';

/**
 * Answers how a body is called where a release says most of its name: `Marl Rovers Women` for `Marl Rovers`, `Ember Retrofit CIC`,
 * `Coastline Watch South West`. Only capitals that stand directly behind the name, before a small word or a mark, and that are no
 * post, rank, person or month are part of it. Bodies of the public services are their own answer: much is called after them.
 */
export function openLongestForms(headline: string, narration: () => readonly Sentence[]): (name: string) => string {
  const told = once(() => [{ text: headline, organisations: () => organisationsIn(headline) }, ...narration()]);
  const forms = once(() => longestOf(told()));
  return (name) => (serviceOfName(name) === null ? (forms().get(name) ?? name) : name);
}

function longestOf(narration: readonly Pick<Sentence, 'text' | 'organisations'>[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { text, organisations } of narration) {
    let from = 0;
    for (const name of organisations()) {
      const end = text.indexOf(name, from) + name.length;
      from = Math.max(from, end);
      const [, more = ''] = name.includes(' ') ? (MORE.exec(text.slice(end, end + MAX_MORE_LENGTH)) ?? []) : [];
      const form = `${name} ${more}`;
      if (more !== '' && mayGoOn(more) && form.length > (forms.get(name)?.length ?? 0)) forms.set(name, form);
    }
  }
  return forms;
}

/** Up to three capitals, and nothing behind them that they might be the beginning of. */
const MORE = /^ (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})(?= \p{Ll}|[,.;:!?)]|$)/u;
const MAX_MORE_LENGTH = 60;

function mayGoOn(more: string): boolean {
  const words = wordsOf(more);
  return !words.some(
    (word) =>
      isRoleWord(word.text) ||
      isFirstName(word.text) ||
      isMonth(word) ||
      rankLength([word.text], 0) > 0 ||
      /['’]s$/.test(word.text) ||
      NO_PART.test(word.text),
  );
}

/** What a body has, and is no part of its name. */
const NO_PART =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Road|Street|Lane|Way|Cup|League|Award|Awards|Plan|Strategy|Report|Bill|Act|Tax|Line|Station|Ground|Stadium|House|Building|Festival|Week|Day|Press|Office|Media|Mr|Mrs|Ms)$/;
