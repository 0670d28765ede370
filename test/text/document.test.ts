import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem, type ProblemError } from '../../src/domain/problem.ts';
import { type ReleaseDocument, readDocument } from '../../src/text/document.ts';
import { MAX_FRONT_MATTER_LENGTH } from '../../src/text/front-matter.ts';
import {
  MAX_ALT_LENGTH,
  MAX_AREA_LENGTH,
  MAX_SUMMARY_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS,
  MAX_TITLE_LENGTH,
} from '../../src/text/keys.ts';
import { MAX_BODY_LENGTH, MAX_DOCUMENT_BYTES } from '../../src/text/source-text.ts';
import { MAX_DEPTH } from '../../src/text/source-tree.ts';

const URL_LINE = 'url: https://www.ouseshire.police.example/news/quay';

function read(text: string): ReleaseDocument {
  return readDocument(new TextEncoder().encode(text));
}

/** A document with these lines of keys beside what every document needs. */
function withKeys(...lines: string[]): string {
  const title = lines.some((line) => /^title/i.test(line)) ? [] : ['title: A title'];
  return ['```yaml', URL_LINE, ...lines, ...title, '```', 'Body.'].join('\n');
}

function errorsOf(read: () => unknown): readonly ProblemError[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_document') return error.errors;
    throw error;
  }
  return [];
}

const errors = (text: string) => errorsOf(() => read(text));
const keyErrors = (...lines: string[]) => errors(withKeys(...lines));

const PLAIN: ReleaseDocument = {
  title: 'A title',
  summary: null,
  url: 'https://www.ouseshire.police.example/news/quay',
  slug: 'quay',
  area: null,
  language: 'en',
  tags: [],
  publishedAt: null,
  publishedAtPrecision: 'instant',
  image: null,
  extra: {},
  markdown: 'Body.',
};

describe('readDocument', () => {
  it('reads a document with nothing but what it must have', () => {
    expect(read(withKeys())).toEqual(PLAIN);
  });

  it('reads an untidy document', () => {
    expect(readDocument(readFileSync(`${import.meta.dirname}/../fixtures/documents/untidy.md`))).toEqual({
      title: 'Police: three arrested & “charged” after raid on Castle Quay #Lantern',
      summary: 'Officers said: "we are listening" – Operation #Lantern goes on',
      url: 'https://www.ouseshire.police.example/news/2020/Three-arrested_at-Castle-Quay.html?from=home#top',
      slug: 'three-arrested-at-castle-quay',
      area: 'Castle Quay',
      language: 'en',
      tags: ['drugs', 'Castle Quay'],
      publishedAt: '2020-10-29T14:30:00.000Z',
      publishedAtPrecision: 'instant',
      image: {
        url: 'https://www.ouseshire.police.example/media/quay.jpg',
        alt: 'Two officers on a quay: one waves',
      },
      extra: {
        ref: '007',
        embargoed: 'no',
        contact: { phone: '01632 960000', desks: ['day', 'night'] },
        empty: null,
        og: { type: 'article' },
      },
      markdown: '## Background\n\nThe door was open.  \nNobody was in.',
    });
  });

  it.each([
    ['```yaml', '```'],
    ['```yml', '```'],
    ['``` YAML \t', '``` '],
    ['   `````yaml', '``````'],
    ['~~~yaml', '~~~~'],
    ['---', '---'],
    ['--- ', '...'],
    ['\n \n\t\n```yaml', '```'],
  ])('takes %j and %j around the keys', (opening, closing) => {
    expect(read(`${opening}\n${URL_LINE}\ntitle: A title\n${closing}\nBody.`)).toEqual(PLAIN);
  });

  it('takes a document without a body', () => {
    expect(read('---\ntitle: A title\nurl: https://www.ouseshire.police.example/news/quay\n---').markdown).toBe('');
  });

  it.each(['\r\n', '\r'])('reads the same whatever ends its lines: %j', (lineEnd) => {
    const text = withKeys('title: Quay\n  opens', 'og:\n  description: a: b').concat('\n\nTwo\nlines\n');
    expect(read(text.replaceAll('\n', lineEnd))).toEqual(read(text));
    expect(read(`\uFEFF${text.replaceAll('\n', lineEnd)}`)).toEqual(read(text));
  });

  it('keeps the indentation of the first line of the body and drops blank lines around it', () => {
    expect(read(withKeys().replace('Body.', '\n  \n\t\n    code\n\ntext  \n \n')).markdown).toBe('    code\n\ntext');
  });
});

describe('prose in keys', () => {
  it.each([
    ['Police: three arrested', 'Police: three arrested'],
    ['Operation #Sceptre nets ten', 'Operation #Sceptre nets ten'],
    ['#Sceptre nets ten', '#Sceptre nets ten'],
    ['"Vile" attack: man held', '"Vile" attack: man held'],
    ["'Don't drink and drive'", "'Don't drink and drive'"],
    ['"Police: three arrested"', 'Police: three arrested'],
    ['"Police: \\"three\\""  # checked', 'Police: "three"'],
    ["'It''s done'", "It's done"],
    ['“Vile” attack', '“Vile” attack'],
    ['@OusePolice on patrol', '@OusePolice on patrol'],
    ['[Updated] Man held', '[Updated] Man held'],
    ['- man held', '- man held'],
    ['100% success', '100% success'],
    ['2020', '2020'],
    ['2020-10-29', '2020-10-29'],
    ['yes', 'yes'],
    ['1e3', '1e3'],
    ['two\n  long lines: here\n\n  and on', 'two long lines: here and on'],
    ['*Breaking* news', '*Breaking* news'],
    ['|\n  kept\n  lines', 'kept lines'],
    ['>-\n  folded\n  lines', 'folded lines'],
    ['\n  on the next line', 'on the next line'],
    ['a   b\u00a0c', 'a b c'],
  ])('reads the title %j', (written, title) => {
    expect(read(withKeys(`title: ${written}`)).title).toBe(title);
  });

  it('reads prose in a group, and leaves alone what only looks like it', () => {
    const { summary, extra } = read(
      withKeys(
        'og:',
        '    # ours',
        '    notes: |',
        '      description: x: y',
        '    description: a: b',
        'x: |',
        ' title: c: d',
      ),
    );
    expect(summary).toBe('a: b');
    expect(extra).toEqual({ og: { notes: 'description: x: y\n' }, x: 'title: c: d\n' });
  });
});

describe('keys', () => {
  it('takes groups nested, dotted, mixed and in any case', () => {
    const expected = { summary: 's', image: { url: 'https://a.example/b', alt: null }, extra: { og: { type: 't' } } };
    const variants = [
      ['og:', '  description: s', '  image: https://a.example/b', '  type: t'],
      ['og: {description: s, image: "https://a.example/b", type: t}'],
      ['og.description: s', 'og.image: https://a.example/b', 'og.type: t'],
      ['og.type: t', 'OG:', '  Description: s', 'Og.Image: https://a.example/b'],
    ];
    for (const lines of variants) expect(read(withKeys(...lines))).toMatchObject(expected);
  });

  it('takes empty values as none', () => {
    const lines = ['og:', '  description:', '  image: ~', 'area: null', 'publish:', 'tags:', 'language: ""', 'x:'];
    expect(read(withKeys(...lines))).toEqual({ ...PLAIN, extra: { x: null } });
  });

  it('tells a picture that is decorative from one that nobody described', () => {
    const alt = (...lines: string[]) => read(withKeys('og.image: https://a.example/b', ...lines)).image?.alt;
    expect(alt()).toBe(null);
    expect(alt('og.imageAlt:')).toBe(null);
    expect(alt('og.imageAlt: ""')).toBe('');
  });

  it.each([
    ['tags: a, b ,, a', ['a', 'b']],
    ['tags: [a, "b, c", a]', ['a', 'b, c']],
    ['tags:\n  - a\n  - b #1\n', ['a', 'b']],
    ['tags: #a, b: c', ['#a', 'b: c']],
  ])('reads %j', (line, tags) => {
    expect(read(withKeys(line)).tags).toEqual(tags);
  });

  it.each([
    ['en-gb', 'en-GB'],
    ['cy', 'cy'],
    ['zh-hant-tw', 'zh-Hant-TW'],
  ])('reads the language %s', (written, language) => {
    expect(read(withKeys(`language: ${written}`)).language).toBe(language);
  });

  it.each([
    ['https://a.example/news/some-title', 'some-title'],
    ['https://a.example/news/some-title/', 'some-title'],
    ['https://a.example/news/Some_Title.HTML?a=/b#c', 'some-title'],
    ['https://a.example/news/t%C5%B7%20glas', 'ty-glas'],
    ['https://a.example/news/100%', '100'],
    ['https://a.example/', 'a-title'],
    ['https://a.example/--/', 'a-title'],
  ])('takes the slug from %s', (url, slug) => {
    expect(read(`---\ntitle: A title\nurl: ${url}\n---`).slug).toBe(slug);
  });

  it('keeps every other key as the text that was written', () => {
    const lines = ['a: 007', 'b: 2020-10-29', 'c: [yes, 1.0, null, {d: ""}]', 'og.x.y: z', 'f.g: h', 'body: i'];
    expect(read(withKeys(...lines)).extra).toEqual({
      a: '007',
      b: '2020-10-29',
      c: ['yes', '1.0', null, { d: '' }],
      'f.g': 'h',
      body: 'i',
      og: { 'x.y': 'z' },
    });
  });
});

describe('a document that is refused', () => {
  const broken = `${import.meta.dirname}/../fixtures/broken`;

  it.each(readdirSync(broken))('says where %s is wrong', (file) => {
    const found = errorsOf(() => readDocument(readFileSync(`${broken}/${file}`)));
    expect(found.length).toBeGreaterThan(0);
    for (const error of found) {
      expect(error).toMatchObject({ line: expect.any(Number), column: expect.any(Number), detail: expect.any(String) });
    }
  });

  it('tells line and column of the file, whatever ends its lines and with a byte-order mark', () => {
    const text = '\n```yaml\ntitle: T\nurl: https://a.example/b\npublish:\n  date: 31 Feb 2020\n```';
    const expected = [
      {
        line: 6,
        column: 9,
        detail: '"31 Feb 2020" is not a day of the calendar',
        expected:
          'a date such as 29 Oct 2020, 29/10/2020 or 2020-10-29, with or without a time such as 14:30 or 2.30pm',
      },
    ];
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      expect(errors(`\uFEFF${text.replaceAll('\n', lineEnd)}`)).toEqual(expected);
    }
  });

  it('tells everything at once, in the order of the file', () => {
    const lines = [
      '---',
      'url: /news',
      'language: English',
      'og.image: ftp://a.example/b',
      'tags: {a: b}',
      'publish: 1',
      '---',
    ];
    expect(errors(lines.join('\n')).map(({ line, column, detail }) => [line, column, detail])).toEqual([
      [1, 1, 'there is no title'],
      [2, 6, 'url is not a plain http or https address'],
      [3, 11, '"English" is not a language tag'],
      [4, 11, 'og.image is not a plain http or https address'],
      [5, 7, 'tags is not a list of texts'],
      [6, 1, 'the key publish holds no value of its own, but other keys'],
    ]);
  });

  it.each([
    ['', 1, 1, 'the document does not begin with its keys'],
    ['\n\n# Body', 3, 1, 'the document does not begin with its keys'],
    ['```json\n{}\n```', 1, 1, 'the document does not begin with its keys'],
    ['---js\n---', 1, 1, 'the document does not begin with its keys'],
    ['```yaml\ntitle: a\n``\n~~~', 1, 1, 'the block of keys that begins here never ends'],
    ['````yaml\ntitle: a\n```', 1, 1, 'the block of keys that begins here never ends'],
    ['---\n- a\n---', 2, 1, 'there are no keys with values here'],
    ['---\nhello\n---', 2, 1, 'there are no keys with values here'],
  ])('refuses %j at %i:%i', (text, line, column, detail) => {
    expect(errors(text)).toMatchObject([{ line, column, detail }]);
  });

  it('refuses a document without keys for want of a title and an address', () => {
    expect(errors('```yaml\n```').map(({ detail }) => detail)).toEqual(['there is no title', 'there is no url']);
  });

  it.each([
    [['title: "never closed'], 3, 8, 'this is not YAML: Missing closing "quote'],
    [['x: [1, 2'], 4, 1, /^this is not YAML/],
    [['\tx: 1'], 3, 1, /^this is not YAML/],
    [['title: a', ' area: b'], 3, 8, /^this is not YAML/],
    [['x: &a 1'], 3, 7, 'anchors are not allowed'],
    [['x: *a'], 3, 4, /alias/],
    [['title: &a b'], 3, 11, 'anchors are not allowed'],
    [['x: !!int 1'], 3, 10, 'tags are not allowed'],
    [['x: !custom {a: b}'], 3, 12, 'tags are not allowed'],
    [['%YAML 1.1'], 3, 1, 'directives are not allowed'],
    [['---', 'x: 1'], 3, 1, 'the keys go on behind a line that ends them'],
    [['x: 1', 'y: 2', 'x: 3'], 5, 1, 'this key is given twice'],
    [['x: {y: 1, y: 2}'], 3, 11, 'this key is given twice'],
    [['og.description: a', 'og:', '  description: b'], 5, 3, 'the key og.description is given twice'],
    [['og.x: a', 'og:', '  x: b'], 5, 3, 'this key is given twice'],
    [['TITLE: a', 'title: b'], 4, 1, 'the key title is given twice'],
    [['__proto__: {a: b}'], 3, 1, 'a key of this name is not allowed'],
    [['x: [{constructor: 1}]'], 3, 6, 'a key of this name is not allowed'],
    [['og.prototype: 1'], 3, 1, 'a key of this name is not allowed'],
    [['x: "\\0"'], 3, 4, 'there is a NUL character in this text'],
    [['x: "\\ud800"'], 3, 4, 'there is half a character (a lone surrogate) in this text'],
    [['? [a]', ': b'], 3, 3, 'a key must be text'],
    [['area:', '  - a'], 4, 3, 'area is not text'],
    [['tags: [[a]]'], 3, 7, 'tags is not a list of texts'],
  ])('refuses the keys %j', (lines, line, column, detail) => {
    const [first] = keyErrors(...lines);
    expect(first).toMatchObject({ line, column });
    expect(first?.detail).toMatch(detail);
  });

  it.each([
    'news/a',
    '//a.example/b',
    'ftp://a.example/b',
    'javascript:alert(1)',
    'https://user@a.example/b',
    'https://u:p@a.example/b',
    'https://a.example/b c',
    'https://',
  ])('refuses the address %j', (url) => {
    expect(errors(`---\ntitle: T\nurl: ${url}\n---`)).toMatchObject([{ line: 3, column: 6 }]);
  });

  it('refuses bytes that are not UTF-8, at the first of them', () => {
    const bytes = (...tail: number[]) => Uint8Array.of(...new TextEncoder().encode('---\r\ntŷ: '), ...tail, 0x0a);
    for (const wrong of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98]]) {
      const detail = 'the bytes here are not UTF-8';
      expect(errorsOf(() => readDocument(bytes(...wrong)))).toMatchObject([{ line: 2, column: 5, detail }]);
    }
  });

  it('refuses a NUL wherever it stands', () => {
    expect(errors(`${withKeys()}\nab\0`)).toMatchObject([{ line: 6, column: 3 }]);
  });
});

describe('limits', () => {
  const limits: [string, number, (length: number) => string][] = [
    ['document bytes', MAX_DOCUMENT_BYTES, (length) => withKeys().padEnd(length, '\n')],
    ['characters of a body', MAX_BODY_LENGTH, (length) => withKeys().replace('Body.', 'x'.repeat(length))],
    ['characters of the block of keys', MAX_FRONT_MATTER_LENGTH, (length) => `---\n${keysOfLength(length)}---`],
    ['characters of a title', MAX_TITLE_LENGTH, (length) => withKeys(`title: ${'x'.repeat(length)}`)],
    ['characters of a summary', MAX_SUMMARY_LENGTH, (length) => withKeys(`og.description: ${'x'.repeat(length)}`)],
    ['characters of an area', MAX_AREA_LENGTH, (length) => withKeys(`area: ${'x'.repeat(length)}`)],
    ['characters of a tag', MAX_TAG_LENGTH, (length) => withKeys(`tags: a, ${'x'.repeat(length)}`)],
    ['characters of an alternative text', MAX_ALT_LENGTH, (length) => withKeys(`og.imageAlt: ${'x'.repeat(length)}`)],
    ['tags', MAX_TAGS, (count) => withKeys(`tags: ${Array.from({ length: count }, (_, index) => index).join()}`)],
    ['depth', MAX_DEPTH, (depth) => withKeys(`x: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`)],
  ];

  function keysOfLength(length: number): string {
    const keys = `title: A title\n${URL_LINE}\n#`;
    return `${keys}${'x'.repeat(length - keys.length - 1)}\n`;
  }

  it.each(limits)('takes %s up to %i and no more', (_, limit, make) => {
    expect(errors(make(limit - 1))).toEqual([]);
    expect(errors(make(limit))).toEqual([]);
    expect(errors(make(limit + 1))).toHaveLength(1);
  });
});

describe('properties', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcXYZ089 :#-"\'&*!|>[]{}@,%?ŵé’“”£'.split('')),
    minLength: 1,
    maxLength: 40,
  });
  const prose = word.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

  it('gives the same fields through a fence, front matter and any line ends', () => {
    const fields = fc.record({ title: prose, description: prose, area: prose, note: prose, body: word });
    fc.assert(
      fc.property(
        fields,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\uFEFF'),
        (is, dotted, lineEnd, bom) => {
          const group = dotted
            ? `og.description: ${JSON.stringify(is.description)}`
            : `og:\n  description: ${JSON.stringify(is.description)}`;
          const keys = [
            `title: ${JSON.stringify(is.title)}`,
            group,
            `area: ${JSON.stringify(is.area)}`,
            `note: ${JSON.stringify(is.note)}`,
            URL_LINE,
          ];
          const expected = {
            ...PLAIN,
            title: is.title,
            summary: is.description,
            area: is.area,
            extra: { note: is.note },
            markdown: is.body.trimEnd(),
          };
          for (const [open, close] of [
            ['```yaml', '```'],
            ['~~~yml', '~~~'],
            ['---', '---'],
          ]) {
            const text = [open, ...keys, close, '', is.body, ''].join('\n');
            expect(read(bom + text.replaceAll('\n', lineEnd))).toEqual(expected);
          }
        },
      ),
    );
  });

  it('reads prose that nobody put in quotation marks', () => {
    const unquoted = prose.filter((text) => !/^(?:["'&*!~|>]|null$)/.test(text));
    fc.assert(
      fc.property(unquoted, (text) => {
        expect(read(withKeys(`title: ${text}`, `og:\n  description: ${text}`))).toMatchObject({
          title: text,
          summary: text,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('answers any bytes with a document or a refusal that says where', () => {
    const pieces = fc.constantFrom(
      ...[
        '```yaml',
        '---',
        '\n',
        '\r\n',
        '\r',
        ' ',
        '\t',
        ':',
        ': ',
        '- ',
        '"',
        "'",
        '|',
        '>',
        '[',
        ']',
        '{',
        '}',
        '#',
        '&a',
        '*a',
        '!b',
        '%',
        '\0',
      ],
      ...[
        'title',
        'url',
        'og',
        'og.image',
        'publish.date',
        'tags',
        'https://a.example/b',
        '29 Oct 2020',
        '\uFEFF',
        '\ud800',
        'ŵ',
        '<<',
        '? ',
      ],
    );
    const hostile = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      hostile.map((text) => new TextEncoder().encode(text)),
      hostile.map((text) => new TextEncoder().encode(`---\n${text}\n---\n`)),
      hostile.map((text) => new TextEncoder().encode(withKeys(text))),
    );
    fc.assert(
      fc.property(bytes, (any) => {
        for (const error of errorsOf(() => readDocument(any))) {
          expect(error.line).toBeGreaterThanOrEqual(1);
          expect(error.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
