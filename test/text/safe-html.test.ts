import MarkdownIt, { type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { expect, it } from 'vitest';
import { madeRelease } from '../../bench/releases.ts';
import { Problem } from '../../src/domain/problem.ts';
import { readDocument } from '../../src/text/document.ts';
import { toHtml } from '../../src/text/html.ts';
import { parseMarkdown } from '../../src/text/markdown-parser.ts';
import { anyCharacter, fc, runs } from '../support/property-tests.ts';

const plain = new MarkdownIt();

/** What a renderer that nobody restrains makes of the tokens, behind a sanitiser. The tokens are prepared already. */
function sanitised(tokens: Token[]): string {
  plain.renderer.rules['text_special'] = plain.renderer.rules['text'] ?? (() => '');
  plain.renderer.rules['image'] = (all, at, options, _env, self) => self.renderToken(all, at, options);
  const html = plain.renderer.render(tokens, plain.options, {});
  return sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
      ...['strong', 'em', 'code', 'a', 'img'],
    ],
    allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt', 'title'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
  }).trimEnd();
}

function compare(markdown: string): void {
  let tokens: Token[];
  try {
    tokens = parseMarkdown(markdown);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return;
  }
  const html = toHtml(tokens);
  expect(html).toBe(sanitised(tokens));
}

/** Marks, the beginnings of blocks, addresses of every kind, and what a browser would take for something else. */
const PIECES = [
  ...['a', 'Two words', ' ', '  ', '\n', '\n\n', '\t', '    ', '  \n', '\\\n', 'é', '🎉', '\u2028', '\u0000', '\u00a0'],
  ...['# ', '## ', '###### ', 'a\n===\n', 'a\n---\n', '- ', '* ', '1. ', '0) ', '007. ', '> ', '---\n', '***\n'],
  ...['```\n', '```js x="y"\n', '~~~\n', '`', '``', '*', '**', '_', '__', '~~', '\\', '\\*', '\\"', '\\<'],
  ...['|a|b|\n|:-|-:|\n|c|d|\n', '|a|\n|-|\n', '|', '[', ']', '![', '](', ')', '[a]: ', '[a]', '<', '>', '"', "'", '&'],
  ...['&amp;', '&quot;', '&lt;', '&#106;', '&#x3a;', '&#0;', '&#128;', '&nbsp;', '&copy', '&notit;', '&;'],
  ...['<script>', '</script>', '<!--', '-->', '<![CDATA[', '<b onclick="y">', '<br>', '</p>', '<a href="x">', '<?x?>'],
  ...['https://a.example/', 'HTTP://A.example/?b=1&c=2', 'mailto:a@b.example', 'tel:101', '//a.example', '/a', '#a'],
  ...['javascript:', 'java\tscript:', 'data:text/html,', 'vbscript:', 'https:x', 'https://', 'http:///\\a', 'ftp://a/'],
  ...['https://[', 'https://a:b@c/', 'https://é.example/ü%zz', '"t"', " 't<>&'", ' "', '("', ' "")', '%00', '%0a'],
  ...['[a](https://a.example/)', '![p *q* "r"](https://a.example/p "t&<")', '<https://a.example/?"&>', '<a@b.example>'],
  ...['[*a* ![b](x)](mailto:c "d")', '![a](tel:1)', '[a](javascript:x)', '![]( https://a.example )', '[](https://b)'],
];

it('writes sign for sign what a sanitiser leaves, whatever the markdown', () => {
  const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(markdown, compare), { numRuns: runs(3_000) });
});

it('writes sign for sign what a sanitiser leaves, whatever the signs', () => {
  fc.assert(fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), compare), { numRuns: runs(500) });
});

it.each(['[<a@b.example>](b)', '[<https://a.example/>](https://b.example/)', '[a <a@b.example> c](javascript:x) d'])(
  'closes each link that it opens in %s',
  compare,
);

it('writes sign for sign what a sanitiser leaves of releases', () => {
  for (let index = 0; index < 100; index += 1) compare(readDocument(madeRelease(1, index).bytes).markdown);
});

it('writes no tag that a body may not have', () => {
  const tokens = parseMarkdown('a');
  for (const token of tokens) if (token.type !== 'inline') token.tag = 'script';
  expect(() => toHtml(tokens)).toThrow('a body has no paragraph_open');
});
