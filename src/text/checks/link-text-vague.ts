import { inBlock, matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

const VAGUE =
  /^(?:(?:please )?click(?: on)?(?: (?:here|this|below|the link)\b.*)?|(?:[\p{L} ]{1,40} )?here|(?:follow|use|open|visit) (?:this|the) (?:link|page)|this|link|this link|this page|read more|more|find out more|more info(?:rmation)?|visit|website)\W*$/iu;

export const linkTextVague: Rule = {
  id: 'link-text-vague',
  severity: 'warning',
  about: 'The text of a link does not say where it leads (“click here”): a screen reader reads links out one by one.',
  fires: { body: 'To report it, [click here](https://www.ouseshire.example/report).' },
  passes: { body: 'Tell us [where the road is damaged](https://www.ouseshire.example/report).' },
  find: ({ prose }) =>
    prose.flatMap((block) => {
      const vague = block.links.filter(({ start, end }) => VAGUE.test(block.text.slice(start, end)));
      const links = vague.map(({ start, end }) =>
        inBlock(block, start, end, `“${block.text.slice(start, end)}” does not say where the link leads.`),
      );
      if (block.links.length > 0) return links;
      return matchesIn(
        [block],
        /\bclick(?: on)? (?:here|this link|the link)\b/gi,
        ([found]) => `“${found}” has lost its link.`,
      );
    }),
};
