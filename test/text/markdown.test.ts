import { describe, expect, it } from 'vitest';
import { MAX_BODY_LENGTH } from '../../src/domain/edition.ts';
import { Problem } from '../../src/domain/problem.ts';
import { renderMarkdown } from '../../src/text/markdown.ts';
import { MAX_BLOCK_TOKENS } from '../../src/text/markdown-parser.ts';
import { growthOf, MAX_GROWTH } from '../support/growth.ts';
import { fc, runs } from '../support/property-tests.ts';

const html = (markdown: string) => renderMarkdown(markdown).html;
const text = (markdown: string) => renderMarkdown(markdown).text;

describe('html', () => {
  it('renders what a press release is made of', () => {
    const markdown = [
      '# One *a*\n\nTwo **b** `c`  \nthree\\\nfour\nfive',
      '- x\n- y\n\n3. z\n\n> q',
      '| h | i |\n|---|:-:|\n| j | k\\|l |',
      '---\n\n```js\na < b\n```',
      '[l](https://a.example/b "t") <x@a.example> ![p "q"](https://a.example/c.jpg "r")',
    ].join('\n\n');
    expect(html(markdown)).toBe(`<h2>One <em>a</em></h2>
<p>Two <strong>b</strong> <code>c</code><br />
three<br />
four
five</p>
<ul>
<li>x</li>
<li>y</li>
</ul>
<ol start="3">
<li>z</li>
</ol>
<blockquote>
<p>q</p>
</blockquote>
<table>
<thead>
<tr>
<th>h</th>
<th>i</th>
</tr>
</thead>
<tbody>
<tr>
<td>j</td>
<td>k|l</td>
</tr>
</tbody>
</table>
<hr />
<pre><code>a &lt; b
</code></pre>
<p><a href="https://a.example/b" title="t">l</a> <a href="mailto:x@a.example">x@a.example</a> <img src="https://a.example/c.jpg" alt="p &quot;q&quot;" title="r" /></p>`);
  });

  it.each([
    ['# a\n\n## b', '<h2>a</h2>\n<h3>b</h3>'],
    ['### a\n\n#### b', '<h2>a</h2>\n<h3>b</h3>'],
    ['# a\n\n###### b', '<h2>a</h2>\n<h6>b</h6>'],
    ['###### a', '<h2>a</h2>'],
    ['a\n===\n\nb\n---', '<h2>a</h2>\n<h3>b</h3>'],
  ])('puts the headings of %j under the title of the page', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each([
    ['[a]()', '<p>a</p>'],
    ['[a]', '<p>[a]</p>'],
    ['[a][b]', '<p>[a][b]</p>'],
    ['[*a*](/relative)', '<p><em>a</em></p>'],
    ['[a](//evil.example)', '<p>a</p>'],
    ['[a](#top)', '<p>a</p>'],
    ['[a](javascript:alert(1))', '<p>a</p>'],
    ['[a](JaVaScRiPt&#58;alert(1))', '<p>a</p>'],
    ['[a](data:text/html,x)', '<p>a</p>'],
    ['[a](vbscript:x)', '<p>a</p>'],
    ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
    ['[![p](https://a.example/p)](x)', '<p><img src="https://a.example/p" alt="p" /></p>'],
    ['[a](x) [b](https://a.example/)', '<p>a <a href="https://a.example/">b</a></p>'],
    ['[a](tel:101)', '<p><a href="tel:101">a</a></p>'],
    ['https://a.example', '<p>https://a.example</p>'],
  ])('keeps the text of %j and links only to an absolute address', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each(['![p](data:image/png;base64,x)', '![p](/p.jpg)', '![p](mailto:x@a.example)', '![p]()'])(
    'leaves out the picture of %j',
    (markdown) => {
      expect(html(markdown)).toBe('<p></p>');
    },
  );

  it('shows HTML as text', () => {
    expect(html('<script>x</script> <b onclick="y">z</b>')).toBe(
      '<p>&lt;script&gt;x&lt;/script&gt; &lt;b onclick="y"&gt;z&lt;/b&gt;</p>',
    );
  });

  it('lets nothing through that could run, whatever the markdown', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<a href="javascript:x">',
        '<!--',
        '-->',
        '<![CDATA[',
      ],
      ...[
        '[a](',
        '![a](',
        ')',
        '<',
        '>',
        '"',
        "'",
        '`',
        '\\',
        '&#106;',
        '&#x3a;',
        '&quot;',
        '&lt;',
        'javascript:',
        'data:text/html,',
      ],
      ...[
        'java\tscript:',
        'vbscript:',
        'https://a.example/',
        '//a.example',
        ' onerror=x ',
        ' style="x"',
        '"onclick="x',
        '\n',
        '\n\n',
      ],
      ...[
        '|a|\n|-|\n|',
        '```x" onload="y\n',
        '[a]: ',
        '[a]',
        '~~~',
        '# ',
        '- ',
        '> ',
        '    ',
        '\u0000',
        '\u2028',
        '🎉',
        'é',
      ],
    );
    const markdown = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
    const tag =
      /<(?!\/?(?:p|h[2-6]|ul|ol|li|blockquote|pre|hr|br|table|thead|tbody|tr|th|td|strong|em|code|a|img)(?:>| ))/;
    const attributes = /<[a-z0-9]+((?: [^<>"]*="[^"<>]*")*)(?: \/)?>/g;
    fc.assert(
      fc.property(markdown, (any) => {
        const rendered = html(any);
        expect(rendered).not.toMatch(tag);
        for (const [, list = ''] of rendered.matchAll(attributes)) {
          for (const [, name, value] of list.matchAll(/ ([^=]*)="([^"]*)"/g)) {
            expect(['href', 'src', 'alt', 'title', 'start']).toContain(name);
            if (name === 'href' || name === 'src') expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:)/i);
          }
        }
        expect(rendered.replaceAll(attributes, '').replaceAll(/<\/[a-z0-9]+>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('text', () => {
  it('is what a reader sees, blocks apart', () => {
    const markdown =
      '## A **b**\n\nc [d](https://a.example) &amp; \\*e\\*\nf  \ng\n\n- h\n- i\n\n> j\n\n    k\n\n![l](https://a.example/m)';
    expect(text(markdown)).toBe('A b\n\nc d & *e* f\ng\n\nh\n\ni\n\nj\n\nk');
  });
});

describe('bounds', () => {
  it('takes a body up to the limit and no longer one', () => {
    expect(text('x'.repeat(MAX_BODY_LENGTH - 1))).toHaveLength(MAX_BODY_LENGTH - 1);
    expect(text('x'.repeat(MAX_BODY_LENGTH))).toHaveLength(MAX_BODY_LENGTH);
    expect(() => renderMarkdown('x'.repeat(MAX_BODY_LENGTH + 1))).toThrow(Problem);
  });

  it('refuses nesting that would be passed over in silence, and loses nothing that it takes', () => {
    const quotations = (depth: number) => `${'> '.repeat(depth)}deep`;
    const lists = (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at * 2)}- deep`).join('\n');
    expect(text(quotations(31))).toBe('deep');
    expect(() => renderMarkdown(quotations(32))).toThrow(Problem);
    expect(text(lists(15))).toContain('deep');
    expect(renderMarkdown(lists(15)).blocks).toHaveLength(15);
    expect(() => renderMarkdown(lists(16))).toThrow(Problem);
  });

  it('takes as many blocks as their tokens allow and no more', () => {
    expect(html('#\n'.repeat(MAX_BLOCK_TOKENS / 3 + 1))).toContain('<h2></h2>');
    expect(() => renderMarkdown('#\n'.repeat(MAX_BLOCK_TOKENS / 3 + 2))).toThrow(Problem);
  });

  it('refuses short tables that would fill a long page', () => {
    const table = `${'|a'.repeat(200)}\n${'|-'.repeat(200)}\n${'|x\n'.repeat(300)}\n`;
    expect(() => renderMarkdown(table.repeat(30))).toThrow(Problem);
  });

  const worst = [
    '>',
    '> ',
    '[',
    '![',
    '*',
    '_',
    '`',
    '*a_',
    '**a',
    '- ',
    '- a\n',
    '1. ',
    '|',
    '\\',
    '&',
    '<',
    '[](',
    '[a][',
    '*[',
    'a  \n',
  ];
  it.each([...worst, '|a|b|\n|-|-|\n|c|d|\n'])('takes linear time for a body full of %j', (piece) => {
    const run = (size: number) => {
      try {
        renderMarkdown(piece.repeat(size / piece.length));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    };
    expect(growthOf(50_000, run)).toBeLessThan(MAX_GROWTH);
  });
});
