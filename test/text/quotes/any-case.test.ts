import { expect, it } from 'vitest';
import { inAnyCase } from '../../../src/text/quotes/any-case.ts';

it('words and sets of letters of a pattern take capitals too, and nothing else is changed', () => {
  expect(inAnyCase('step-?(?:mum|aunt)s?|[fm]am|é')).toBe(
    '[sS][tT][eE][pP]-?(?:[mM][uU][mM]|[aA][uU][nN][tT])[sS]?|[fmFM][aA][mM]|[éÉ]',
  );
});

it('a pattern reads the same when V8 makes it in haste, as it does with one beyond 20 kB', () => {
  const hastily = `|${'x'.repeat(21_000)}`;
  const written = ['the son', 'The son', 'HIS son', 'its son'];
  const found = ['', hastily].map((more) => {
    const pattern = new RegExp(`^(?:${inAnyCase('the|his')}) son${more}`, 'u');
    return written.filter((words) => pattern.test(words));
  });
  expect(found).toEqual(Array.from(found, () => ['the son', 'The son', 'HIS son']));
});
