import { matchesOf } from '../matches.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** Something before and something behind an at sign, or several, or `(at)`, with at most one space on either side. */
const CANDIDATE = /(?<![^\s@<>()])[^\s@<>()]+(?:@{1,3}| @ ?|@ | ?[([]at[)\]] ?)[^\s@<>()]+/gi;
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/i;

/** Characters; what is longer is no address, and says so itself. */
const LONGEST_ADDRESS = 300;

export const emailShape: Rule = {
  id: 'email-shape',
  severity: 'warning',
  about: 'An e-mail address cannot be one.',
  fires: { body: 'Write to press@ouseshire,example for more.' },
  passes: { body: 'Write to press@ouseshire.example for more, or follow @OuseshirePolice.' },
  find: ({ lead, prose }) =>
    [...lead, ...prose].flatMap((block) =>
      matchesOf(block.text, CANDIDATE).flatMap(({ 0: found, index }) => {
        const isHandle = /\s@\S/.test(found);
        const opening = /^(?:["'“‘]|mailto:)?/.exec(found)?.[0] ?? '';
        const address = found.slice(opening.length).replace(/[.,;:!?'"’”]+$/, '');
        if (isHandle || address.length > LONGEST_ADDRESS || ADDRESS.test(address)) return [];
        const joined = address.replace(/ ?(?:@+|[([]at[)\]]) ?/i, '@');
        const start = index + opening.length;
        return [
          inBlock(
            block,
            start,
            start + address.length,
            `“${address}” is not an e-mail address.`,
            ADDRESS.test(joined) ? joined : null,
          ),
        ];
      }),
    ),
};
