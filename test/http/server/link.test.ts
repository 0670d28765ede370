import { expect, test } from 'vitest';
import { linkHeader, MAX_LINK_HEADER_LENGTH } from '../../../src/http/answer/link.ts';

test('links are written in their order', () => {
  const links = [
    { rel: 'self', href: 'https://news.example/a?b=c&d=%20' },
    { rel: 'next', href: 'https://news.example/b' },
  ] as const;
  expect(linkHeader(links)).toBe(
    '<https://news.example/a?b=c&d=%20>; rel="self", <https://news.example/b>; rel="next"',
  );
});

test('no address can end its link or leave ASCII', () => {
  const href = 'https://news.example/tŷ>; rel="next", <x\r\nX: y';
  expect(linkHeader([{ rel: 'canonical', href }])).toBe(
    '<https://news.example/t%C5%B7%3E;%20rel=%22next%22,%20%3Cx%0D%0AX:%20y>; rel="canonical"',
  );
});

test('there is no header without links, nor one that is too long', () => {
  const ofLength = (length: number) => [{ rel: 'self', href: 'x'.repeat(length - '<>; rel="self"'.length) }] as const;
  expect(linkHeader([])).toBeUndefined();
  expect(linkHeader(ofLength(MAX_LINK_HEADER_LENGTH))).toHaveLength(MAX_LINK_HEADER_LENGTH);
  expect(linkHeader(ofLength(MAX_LINK_HEADER_LENGTH + 1))).toBeUndefined();
});

test('where they are too long for one header, the other forms of the answer are left out', () => {
  const self = { rel: 'self', href: 'https://news.example/a' } as const;
  const long = (rel: 'alternate' | 'next') => ({ rel, href: 'x'.repeat(MAX_LINK_HEADER_LENGTH) }) as const;
  expect(linkHeader([self, long('alternate')])).toBe('<https://news.example/a>; rel="self"');
  expect(linkHeader([self, long('next')])).toBeUndefined();
});
