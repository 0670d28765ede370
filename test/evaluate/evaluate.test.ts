import { describe, expect, it } from 'vitest';
import { markedTable, readPage, rowsOf } from '../docs/pages.ts';
import { PARTS, readCorpus } from './corpus.ts';
import { readAnnotated } from './read.ts';
import { ASPECTS, evaluate } from './score.ts';

/** The recorded scores, in the order of the page: one row per aspect, F1 in per cent for each part. */
const recorded = rowsOf(markedTable(readPage('docs/QUOTES.md'), 'scores'));

describe('the reading of quotes', () => {
  it.each(PARTS.map((part, index) => [part, index] as const))(
    'is no worse on the %s part than recorded',
    (part, index) => {
      const { scores } = evaluate(readCorpus(part), readAnnotated);
      const measured = ASPECTS.map((aspect) => [aspect, Number((scores[aspect].f1 * 100).toFixed(1))] as const);
      const floors = new Map(recorded.map(([aspect = '', ...cells]) => [aspect, Number(cells[index])]));
      expect(measured.filter(([aspect, f1]) => !(f1 >= (floors.get(aspect) ?? 100)))).toEqual([]);
    },
  );

  it('is recorded for every aspect', () => {
    expect(recorded.map(([aspect]) => aspect)).toEqual(ASPECTS);
  });
});

describe('the corpus', () => {
  it('holds at least sixty releases, none of them in both parts, and statements of every kind', () => {
    const [development = [], heldOut = []] = PARTS.map(readCorpus);
    const names = [...development, ...heldOut].map(({ name }) => name);
    const kinds = new Set([...development, ...heldOut].flatMap(({ expected }) => expected.map(({ kind }) => kind)));
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names).size).toBe(names.length);
    expect(kinds.size).toBe(7);
  });
});

describe('the editorial rules', () => {
  it('find no error in releases without faults', () => {
    const readings = PARTS.flatMap(readCorpus).map(readAnnotated);
    expect(readings.flatMap(({ checks }) => checks.filter(({ severity }) => severity === 'error'))).toEqual([]);
  });
});

describe('a score', () => {
  const release = readCorpus('development')[0] ?? expect.unreachable();

  it('is whole when everything is read as a person reads it, and counts what is missing, wrong or invented', () => {
    const perfect = release.expected.map(({ said, ...quote }) => ({
      ...quote,
      text: said,
      paragraphs: [said],
      confidence: 1,
    }));
    const reading = { quotes: perfect, dates: [], checks: [] };
    expect(evaluate([release], () => reading as never)).toMatchObject({ misses: [], scores: { all: { f1: 1 } } });
    const [first, ...rest] = perfect;
    const wrong = { ...first, speaker: 'Nobody' };
    const invented = { ...first, start: 0, end: 5, text: 'Never said' };
    const { scores, misses } = evaluate([release], () => ({ ...reading, quotes: [wrong, invented, ...rest] }) as never);
    expect(scores.span.precision).toBeCloseTo(perfect.length / (perfect.length + 1));
    expect(scores.speaker.recall).toBeCloseTo((perfect.length - 1) / perfect.length);
    expect(misses.map(({ aspect }) => aspect)).toEqual(['speaker', 'span']);
  });
});
