import type { Finding } from '../../domain/check.ts';
import type { Block } from '../block.ts';
import { matchesOf } from '../matches.ts';
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
/** What a link says, between the brackets that markdown shows where no address follows them at once. */
const BRACKETS =
  /\[(?:(?:apply|book|buy|check|click|complete|contact|donate|download|e-?mail|fill in|find|follow|get|join|learn|listen|more|read|register|report|see|sign up|subscribe|take|tell|view|visit|vote|watch)(?: [^\]\n]{1,80})?|[^\]\n]{1,80}\b(?:form|page|survey|website))\](?! ?\()|\[[^\]\n]{1,80}\](?= \((?:https?:|www\.|mailto:))/gi;

export const linkLost: Rule = {
  id: 'link-lost',
  severity: 'notice',
  about:
    'A sentence sends readers to a form, a page or an e-mail address, and has no link and no address; or the brackets of a ' +
    'link stand there without one.',
  fires: { body: 'You can report it via the online reporting tool, or [sign up as a volunteer].' },
  passes: { body: 'You can report it via the [online reporting tool](https://www.ouseshire.example/report).' },
  find: ({ prose, sentences }) =>
    prose.flatMap((block) =>
      [...sendings(block, sentences), ...brackets(block)].sort((one, other) => (one.start ?? 0) - (other.start ?? 0)),
    ),
};

function sendings(block: Block, sentences: readonly Sentence[]): Finding[] {
  return matchesOf(block.text, SENT).flatMap(({ 0: found, index }) => {
    const sentence = sentences.find((each) => each.block === block && each.start <= index && index < each.end);
    return sentence === undefined || leadsSomewhere(sentence)
      ? []
      : [inBlock(block, index, index + found.length, `“${found}”: readers are not told where that is.`)];
  });
}

function leadsSomewhere({ block, start, end, text }: Sentence): boolean {
  return ADDRESS.test(text) || block.links.some((link) => link.start < end && link.end > start);
}

/** In a statement brackets are the writer's own words. */
function brackets(block: Block): Finding[] {
  const { text } = block;
  let marks = 0;
  let counted = 0;
  return matchesOf(text, BRACKETS).flatMap(({ 0: found, index }) => {
    marks += text.slice(counted, index).match(/["“”]/g)?.length ?? 0;
    counted = index;
    const message = `“${found}” has lost its link: the address belongs right behind it, in round brackets.`;
    return marks % 2 === 1 ? [] : [inBlock(block, index, index + found.length, message)];
  });
}
