import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

/** Something before and something behind an at sign, with at most one space on either side of it. */
const CANDIDATE = /(?<![^\s@<>()])[^\s@<>()]+(?:@| @ ?|@ )[^\s@<>()]+/g;
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
  find: ({ prose }) =>
    matchesIn(prose, CANDIDATE, ([found]) => {
      const isHandle = /\s@\S/.test(found);
      const address = found.replace(/[.,;:!?'"’”]+$/, '').replace(/^["'“‘]|^mailto:/, '');
      return isHandle || address.length > LONGEST_ADDRESS || ADDRESS.test(address)
        ? undefined
        : `“${address}” is not an e-mail address.`;
    }),
};
