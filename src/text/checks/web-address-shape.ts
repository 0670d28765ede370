import { matchesOf } from '../matches.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

const CANDIDATE = /\b(?:h?ttps?|htt+ps?)[:;]?[\\/]+\S+|\b(?:h?ttps?|htt+ps?)[:;]\S+|\bwww\b[.,;]?\S*/gi;

/** Characters; what is longer is no address, and says so itself. */
const LONGEST_ADDRESS = 300;

export const webAddressShape: Rule = {
  id: 'web-address-shape',
  severity: 'warning',
  about: 'A web address cannot be one.',
  fires: { body: 'More at www.ouseshire,example.' },
  passes: { body: 'More at www.ouseshire.example and https://www.fenwick.example/news.' },
  find: ({ lead, prose }) =>
    [...lead, ...prose].flatMap((block) =>
      matchesOf(block.text, CANDIDATE).flatMap(({ 0: found, index }) => {
        const address = found.replace(/[.,;:!?)\]'"’”]+$/, '');
        if (address.length > LONGEST_ADDRESS || isAddress(address)) return [];
        const corrected = address
          .replace(/^h?t+ps?[:;]?[\\/]*(?=h?ttps?[:;])/i, '')
          .replace(/^h?t+p(s?)[:;]?[\\/]*/i, (_, secure: string) => `http${secure.toLowerCase()}://`);
        const fix = corrected !== address && isAddress(corrected) ? corrected : null;
        return [inBlock(block, index, index + address.length, `“${address}” is not a web address.`, fix)];
      }),
    ),
};

function isAddress(text: string): boolean {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || !/^(?:https?:\/\/|www\.)/i.test(text)) return false;
  return (
    /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname) && url.hostname.replace(/^www\./, '').includes('.')
  );
}
