import { about, BODY, IMAGE, SUMMARY, TITLE } from './places.ts';
import type { Rule } from './rule.ts';

export const withdrawnAgain: Rule = {
  id: 'withdrawn-again',
  severity: 'notice',
  about:
    'The title, the summary, the picture or the body is still that of the text that was withdrawn: is it to be public again?',
  fires: {
    summary: 'A witness saw it fall.',
    body: 'It was mended in a week.',
    withdrawn: { title: 'Bridge falls', summary: 'A witness saw it fall.', image: null, markdown: 'It fell.' },
  },
  passes: {
    body: 'It was mended in a week.',
    withdrawn: { title: 'Bridge falls', summary: 'A witness saw it fall.', image: null, markdown: 'It fell.' },
  },
  find: ({ title, summary, image, markdown, withdrawn }) => {
    if (!withdrawn) return [];
    const kept = [
      { pointer: TITLE, noun: 'title', isKept: title === withdrawn.title },
      { pointer: SUMMARY, noun: 'summary', isKept: summary !== null && summary === withdrawn.summary },
      { pointer: BODY, noun: 'body', isKept: markdown !== '' && markdown === withdrawn.markdown },
      { pointer: IMAGE, noun: 'picture', isKept: image !== null && image.url === withdrawn.image?.url },
    ];
    return kept.flatMap(({ pointer, noun, isKept }) =>
      isKept ? [about(pointer, `The ${noun} is that of the text that was withdrawn. Is it to be public again?`)] : [],
    );
  },
};
