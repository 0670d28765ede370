import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/text/document.ts';
import { PLAIN, read, URL_LINE, withKeys } from './documents.ts';

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
    ['tags: dw\u0302r, dŵr', ['dŵr']],
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
