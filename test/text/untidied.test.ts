import { expect, it } from 'vitest';
import { tidyBody } from '../../src/text/source-text.ts';
import { untidied } from '../../src/text/untidied.ts';
import { fc, runs } from '../support/property-tests.ts';

it('finds a span of a tidied body in the body as it was sent', () => {
  const sent = '\uFEFF \r\n\r\n  One.\r\n\r\nit is small.\rThree.\n\r\n ';
  const tidied = tidyBody(sent);
  const place = untidied(sent, tidied);
  const found = ['One.', 'it', 'small.', 'Three.', '  One.\n\nit'].map((words) => {
    const start = tidied.indexOf(words);
    return sent.slice(...place(start, start + words.length));
  });
  expect(found).toEqual(['One.', 'it', 'small.', 'Three.', '  One.\r\n\r\nit']);
});

it('says the same words at both places, whatever the body', () => {
  const bodies = fc
    .array(fc.constantFrom('a', 'b', ' ', '\t', '\r', '\n', '\r\n', '\uFEFF', '\u00A0', '👮'), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(), (sent, one, other) => {
      const tidied = tidyBody(sent);
      const [start, end] = [one % (tidied.length + 1), other % (tidied.length + 1)].sort((a, b) => a - b);
      const words = sent.slice(...untidied(sent, tidied)(start ?? 0, end ?? 0));
      expect(words.replace(/\r\n?/g, '\n')).toBe(tidied.slice(start, end));
    }),
    { numRuns: runs(300) },
  );
});
