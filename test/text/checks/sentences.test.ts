import { expect, it } from 'vitest';
import { sentencesOf } from '../../../src/text/checks/sentences.ts';
import { blocksOf } from '../../support/blocks.ts';

it.each([
  ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  ['She said: "It is done." Then she left.', ['She said: "It is done."', 'Then she left.']],
  [
    'Mr. Field met Cllr. Raman on St. John St. in Fenwick. It rained.',
    ['Mr. Field met Cllr. Raman on St. John St. in Fenwick.', 'It rained.'],
  ],
  ['J. B. Field came at 7 p.m. and left.', ['J. B. Field came at 7 p.m. and left.']],
  ['It opens at 7 p.m. Bring a lantern.', ['It opens at 7 p.m.', 'Bring a lantern.']],
  ['It cost £1.5 million. we paid.', ['It cost £1.5 million.', 'we paid.']],
  ['Read www.fenwick.example/a.b today', ['Read www.fenwick.example/a.b today']],
])('%s', (text, expected) => {
  const [block] = blocksOf(text);
  expect(block && sentencesOf(block).map((sentence) => sentence.text)).toEqual(expected);
});
