import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/text/document.ts';
import { fc, runs } from '../support/property-tests.ts';
import { errorsOf, PLAIN, read, URL_LINE, withKeys } from './documents.ts';

describe('a document of any kind', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcXYZ089 :#-"\'&*!|>[]{}@,%?ŵé’“”£'.split('')),
    minLength: 1,
    maxLength: 40,
  });
  const prose = word.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

  const place = prose.filter((text) => !/^\[.*\]$/.test(text));

  it('gives the same fields through a fence, front matter and any line ends', () => {
    const fields = fc.record({ title: prose, description: prose, area: place, note: prose, body: word });
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
      { numRuns: runs(1000) },
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
      { numRuns: runs(3000) },
    );
  });
});
