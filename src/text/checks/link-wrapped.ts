import { matchesOf } from '../matches.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** Sites that mail programs put before the address of a link, for whoever got the mail. */
const WRAPPERS =
  /^(?:[\w-]+\.)*(?:safelinks\.protection\.outlook\.com|urldefense\.com|urldefense\.proofpoint\.com|mimecast(?:protect)?\.com|linkprotect\.cudasvc\.com)$/i;
const ADDRESS = /https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?]/giu;

export const linkWrapped: Rule = {
  id: 'link-wrapped',
  severity: 'warning',
  about:
    'A link leads through the mail filter of whoever was sent it (`safelinks.protection.outlook.com` and the like): it carries their address, and ceases to work.',
  fires: {
    body: 'See [the plan](https://gbr01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.fenwick.example%2Fplan&data=05).',
  },
  passes: { body: 'See [the plan](https://www.fenwick.example/plan).' },
  find: ({ prose }) =>
    prose.flatMap((block) => {
      const written = matchesOf(block.text, ADDRESS).map(({ 0: href, index }) => ({
        start: index,
        end: index + href.length,
        href,
      }));
      const isLink = ({ start }: { readonly start: number }) =>
        block.links.some((link) => link.start <= start && start < link.end);
      return [...block.links, ...written.filter((address) => !isLink(address))].flatMap(({ start, end, href }) => {
        const url = URL.parse(href);
        if (!url || !WRAPPERS.test(url.hostname)) return [];
        const target = url.searchParams.get('url');
        const instead = target === null ? 'link to the page itself' : `link to ${target}`;
        return [inBlock(block, start, end, `This link leads through ${url.hostname}, a mail filter: ${instead}.`)];
      });
    }),
};
