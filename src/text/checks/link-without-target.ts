import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

export const linkWithoutTarget: Rule = {
  id: 'link-without-target',
  severity: 'error',
  about: 'A link leads nowhere: its address is empty, `#`, or belongs to no site.',
  fires: { body: 'Report it with our [online form]().' },
  passes: { body: 'Report it with our [online form](https://www.ouseshire.example/report).' },
  find: ({ prose }) =>
    prose.flatMap((block) =>
      block.links
        .filter(({ href }) => !/^(?:https?:\/\/[^/\s]|mailto:[^\s]|tel:[+\d])/i.test(href))
        .map(({ start, end, href }) =>
          inBlock(
            block,
            start,
            end,
            href === '' ? 'This link has no address.' : `“${href}” leads nowhere from a feed or another site.`,
          ),
        ),
    ),
};
