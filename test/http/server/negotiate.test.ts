import { expect, test } from 'vitest';
import { negotiate } from '../../../src/http/request/negotiate.ts';

test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['', 'application/json'],
  [' , ', 'application/json'],
  ['image/*, */*', 'application/json'],
  ['application/json', 'application/json'],
  ['text/html', 'text/html'],
  ['TEXT/HTML', 'text/html'],
  ['text/*', 'text/html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['text/html;q=0.2, application/json;q=0.3', 'application/json'],
  ['application/json;q=0, */*', 'text/html'],
  ['text/html;q=nonsense, */*;q=0.1', 'application/json'],
  ['text/html;q=5, */*;q=0.1', 'application/json'],
  ['text/html;q=-1, */*;q=0.1', 'application/json'],
  [', text/html,', 'text/html'],
] as const)('%s is answered with %s', (accept, type) => {
  expect(negotiate(accept, ['application/json', 'text/html'])).toBe(type);
});

test.each(['image/png', 'application/xml;q=0.9, image/*', '*/*;q=0', 'text/html;q=0', 'nonsense'])(
  '%s takes nothing that there is',
  (accept) => {
    const ask = () => negotiate(accept, ['application/json', 'text/html']);
    expect(ask).toThrow(
      expect.objectContaining({
        code: 'not_acceptable',
        errors: [expect.objectContaining({ parameter: 'Accept', allowed: ['application/json', 'text/html'] })],
      }),
    );
  },
);
