import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** A text that is a web address or an e-mail address, and nothing else. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const SITE = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]\S*)?$/i;

export const linkElsewhere: Rule = {
  id: 'link-elsewhere',
  severity: 'warning',
  about: 'The text of a link is one address and the link leads to another: what was copied from an older release.',
  fires: { body: 'Write to [roads@ouseshire.example](mailto:press@ouseshire.example).' },
  passes: { body: 'See [www.ouseshire.example/roads](https://ouseshire.example/en/roads).' },
  find: ({ prose }) =>
    prose.flatMap((block) =>
      block.links.flatMap(({ start, end, href }) => {
        const text = block.text.slice(start, end).trim();
        const [shown, meant] = EMAIL.test(text) ? [text.toLowerCase(), mailbox(href)] : [siteOf(text), siteOf(href)];
        return shown === undefined || meant === undefined || shown === meant
          ? []
          : [inBlock(block, start, end, `“${text}” leads to ${href}.`)];
      }),
    ),
};

/** Undefined for an address of something else. */
function mailbox(href: string): string | undefined {
  return /^mailto:([^?]+)/i.exec(href)?.[1]?.toLowerCase();
}

function siteOf(text: string): string | undefined {
  return SITE.exec(text)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '');
}
