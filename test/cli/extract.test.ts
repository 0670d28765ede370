import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../src/domain/check.ts';
import { pressRelease } from '../usecases/press-release.ts';
import { type CommandLine, finished, openCommandLine } from './command-line.ts';

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.close());

const BODY = `Yesterday (Monday) the flats were closed.

Inspector Rebecca Shaw said: "We listened.

"We acted."`;

describe('the command extract', () => {
  it('says so where there is nothing to read', async () => {
    cli.file('folder/notes.txt', 'Nothing for us.');
    const nothing = { code: 1, out: '', err: 'nothing to read\n' };
    expect(await cli.run(['extract', 'folder'])).toEqual(nothing);
    expect(await cli.run(['extract', '-'])).toEqual(nothing);
    expect(await cli.run(['extract', '--json', 'folder'])).toEqual({ ...nothing, out: '{}\n' });
  });

  it('prints what it reads, without a database', async () => {
    cli.file('a.md', pressRelease({ body: BODY, date: '3 March 2026' }));
    const { code, out, err } = await cli.run(['extract', 'a.md']);
    const reading = JSON.parse(out);
    expect({ code, err, reading }).toEqual({
      code: 0,
      err: '',
      reading: {
        quotes: [
          {
            speaker: 'Rebecca Shaw',
            rank: 'Inspector',
            role: null,
            organisation: 'Ouseshire Police',
            kind: 'official',
            text: 'We listened.\n\nWe acted.',
            paragraphs: ['We listened.', 'We acted.'],
            start: expect.any(Number),
            end: expect.any(Number),
            confidence: 1,
          },
        ],
        dates: [{ text: 'Yesterday (Monday)', resolved: '2026-03-02', consistent: true }],
        checks: [
          {
            id: 'summary-missing',
            severity: 'warning',
            message: 'There is no summary.',
            pointer: '/summary',
            start: null,
            end: null,
            fix: null,
          },
        ],
      },
    });
    expect(existsSync(cli.database)).toBe(false);
  });

  it('reads by the rules of the installation', async () => {
    cli.file('a.md', pressRelease({ body: 'A world-class bridge was opened.' }));
    const child = cli.start('src/cli.ts', ['extract', 'a.md'], {
      DATELINE_BANNED_PHRASES: 'world class',
      DATELINE_CHECKS: 'summary-missing=off,banned-phrase=error',
    });
    const { out } = await finished(child);
    const found = JSON.parse(out).checks.map(({ id, severity }: Check) => [id, severity]);
    expect(found).toEqual([['banned-phrase', 'error']]);
  });

  it('gives positions in the file as it is, with a byte-order mark and Windows line ends', async () => {
    cli.file('a.md', `\uFEFF${pressRelease({ body: BODY })}\n\n`.replaceAll('\n', '\r\n'));
    const [quote] = JSON.parse((await cli.run(['extract', 'a.md'])).out).quotes;
    const source = readFileSync(join(cli.path, 'a.md'), 'utf8');
    expect(source.slice(quote.start, quote.end)).toBe('We listened.\r\n\r\n"We acted.');
  });

  it('reads what no import would take, and tells why', async () => {
    cli.file('bare.md', `${BODY}\n`);
    cli.file('untitled.md', `---\narea: Fenwick\npublish.date: 3 March 2026\n---\n\n${BODY}\n`);
    const { code, out, err } = await cli.run(['extract', 'bare.md', 'untitled.md', '--json']);
    const speaks = [expect.objectContaining({ speaker: 'Rebecca Shaw', rank: 'Inspector', organisation: null })];
    expect({ code, readings: JSON.parse(out), faults: err.split('\n') }).toEqual({
      code: 0,
      readings: {
        'bare.md': expect.objectContaining({ quotes: speaks }),
        'untitled.md': expect.objectContaining({
          quotes: speaks,
          dates: [{ text: 'Yesterday (Monday)', resolved: '2026-03-02', consistent: true }],
        }),
      },
      faults: [
        expect.stringMatching(/^bare\.md:1:1: the document does not begin with its keys/),
        'untitled.md:1:1: there is no title: expected title: …',
        'untitled.md:1:1: there is no url: expected url: …',
        '',
      ],
    });
    const { quotes } = JSON.parse(out)['bare.md'];
    const source = readFileSync(join(cli.path, 'bare.md'), 'utf8');
    expect(source.slice(quotes[0].start, quotes[0].end)).toBe('We listened.\n\n"We acted.');
  });

  it('keys several documents by their names, and tells what cannot be read', async () => {
    cli.file('a.md', pressRelease({ body: BODY }));
    cli.file('b.md', '# nothing\0');
    cli.file('c.md', pressRelease({ body: 'Nobody speaks.' }));
    const { code, out, err } = await cli.run(['extract', 'a.md', 'b.md', 'c.md', '--json']);
    expect(JSON.parse(out)).toEqual({
      'a.md': expect.objectContaining({ quotes: [expect.objectContaining({ speaker: 'Rebecca Shaw' })] }),
      'c.md': expect.objectContaining({ quotes: [] }),
    });
    expect(err).toMatch(/^b\.md/);
    expect(code).toBe(1);
  });
});
