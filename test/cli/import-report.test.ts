import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ImportEntry } from '../../src/cli/import-lines.ts';
import { createImportReport } from '../../src/cli/import-report.ts';
import { Problem } from '../../src/domain/problem.ts';

const NONE = { areas: [], organisations: [], officials: [] };
const fine: ImportEntry = { name: 'a.md', outcome: 'created', url: 'https://x.example/a', created: NONE };
const failed: ImportEntry = { name: 'b.md', outcome: 'failed', problem: new Problem('not_found', 'it is not there') };

describe('the exit code of an import', () => {
  it.each([
    [0, [fine], true],
    [1, [fine, failed], true],
    [1, [fine], false],
    [2, [failed], true],
    [2, [], true],
    [2, [], false],
  ] as const)('is %i', (code, entries, isComplete) => {
    expect(report(entries, { isComplete }).code).toBe(code);
  });
});

describe('the report of an import', () => {
  it('is plain lines where it is no terminal: results on one stream, failures and summary on the other', () => {
    const { out, err } = report([fine, failed]);
    expect(out).toBe('created    a.md\n');
    expect(err).toMatch(/^b\.md: it is not there\n1 created, 1 failed in \d+\.\d s \(\d+ a second\)\n$/);
  });

  it('is a counter on a terminal, with failures above it and the summary in its place', () => {
    const { out, err } = report([fine, failed], { isTTY: true });
    expect(out).toBe('');
    const shown = err.split('\r\u001b[K').map((part) => part.replace(/ in \d.*/s, ''));
    expect(shown).toEqual(['', '1 read, 0 failed', 'b.md: it is not there\n', '1 created, 1 failed']);
  });

  it('names what looks wrong with each release, and counts all of it by severity, the gravest first', () => {
    const found = (severity: 'error' | 'warning') => ({ ...ENDS, severity });
    const late = { ...found('warning'), id: 'date-year' } as const;
    const one: ImportEntry = { ...fine, checks: [found('warning'), found('error'), late, found('warning')] };
    const { out, err } = report([one, { ...fine, checks: [] }]);
    const named = '1 error: ends-marker; 3 warnings: ends-marker, date-year';
    expect(out).toBe(`created    a.md (${named})\ncreated    a.md\n`);
    expect(err).toMatch(/^2 created in .*\n1 error, 3 warnings to look at\n$/);
  });

  it('counts what is held back like what failed, and names each fault with the way past it', () => {
    const held: ImportEntry = { ...fine, outcome: 'held', faults: [{ ...ENDS, severity: 'error' }] };
    const told = 'a.md: Ends. It stays a draft: put it right, or --override ends-marker with a --reason\n';
    expect(report([held, fine])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^a\.md: Ends\..*\n1 held, 1 created/),
    });
    expect(report([held])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(told) });
  });

  it('says on a dry run that nothing is written', () => {
    expect(report([fine], { dryRun: true }).err).toMatch(/^dry run, nothing is written: 1 created in /);
  });
});

const ENDS = { id: 'ends-marker', message: 'Ends.', pointer: '/body/markdown', start: 0, end: 3, fix: null } as const;

function report(entries: readonly ImportEntry[], { isComplete = true, isTTY = false, dryRun = false } = {}) {
  const [out, err] = [createSink(), createSink()];
  const written = createImportReport({
    out: out.stream,
    err: Object.assign(err.stream, { isTTY }),
    json: false,
    dryRun,
  });
  for (const entry of entries) written.add(entry);
  const code = written.finish(isComplete);
  return { code, out: out.text(), err: err.text() };
}

function createSink() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
