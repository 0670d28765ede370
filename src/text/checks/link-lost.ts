import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';
import type { Sentence } from './sentences.ts';

/** Words that send a reader somewhere and, without a link or an address, leave them there. */
const SENT = new RegExp(
  [
    /\b(?:via|using|through|on|with) (?:the|our|their|this) (?:online )?(?:reporting tool|reporting form|form|online form|contact form|web ?page|portal|link)\b/,
    /\bcomplet(?:e|ing) (?:the|our|this) (?:short |online )*(?:form|survey|questionnaire)\b/,
    /\bplease e-?mail (?:or|and) (?:visit|call|phone)\b/,
    /\b(?:visit|see|go to) (?:our|the|your) (?:website|web ?site|web ?page|watch|page|online|portal)\b/,
    /\b(?:follow|use) (?:the|this) link\b/,
    /\bplease e-?mail(?= *[.,;]|$)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);
const ADDRESS = /https?:|www\.|\S@\S|\b[a-z0-9-]+\.(?:gov|police|nhs|co|org|com|net|info|uk|wales|cymru)\b/i;

export const linkLost: Rule = {
  id: 'link-lost',
  severity: 'notice',
  about: 'A sentence sends readers to a form, a page or an e-mail address, and has no link and no address.',
  fires: { body: 'You can report it via the online reporting tool.' },
  passes: { body: 'You can report it via the [online reporting tool](https://www.ouseshire.example/report).' },
  find: ({ prose, sentences }) =>
    prose.flatMap((block) =>
      [...block.text.matchAll(SENT)].flatMap(({ 0: found, index }) => {
        const sentence = sentences.find((each) => each.block === block && each.start <= index && index < each.end);
        return sentence === undefined || leadsSomewhere(sentence)
          ? []
          : [inBlock(block, index, index + found.length, `“${found}”: readers are not told where that is.`)];
      }),
    ),
};

function leadsSomewhere({ block, start, end, text }: Sentence): boolean {
  return ADDRESS.test(text) || block.links.some((link) => link.start < end && link.end > start);
}
