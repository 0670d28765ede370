import type { Reading } from '../../src/text/reading.ts';
import { refuseArguments, scriptArguments } from '../runner/script-arguments.ts';
import { checksRaised } from './checks-raised.ts';
import { PARTS, readCorpus } from './corpus.ts';
import { readAnnotated } from './read.ts';
import { ASPECTS, type Evaluation, evaluate } from './score.ts';

/*
 * `npm run evaluate`: how well quotes are read, part by part, with every miss. With the name of a part, that part alone;
 * with `--scores`, no misses.
 */

const { values, positionals: wanted } = scriptArguments({
  options: { scores: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = wanted.find((name) => !PARTS.some((part) => part === name));
if (unknown !== undefined) refuseArguments(`There is no part "${unknown}": there are ${PARTS.join(', ')}.`);

const evaluations = new Map<string, Evaluation>();
const readings: Reading[] = [];

for (const part of PARTS) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  const evaluation = evaluate(readCorpus(part), (release) => {
    const reading = readAnnotated(release);
    readings.push(reading);
    return reading;
  });
  evaluations.set(part, evaluation);
  process.stdout.write(`${table(part, evaluation)}\n`);
  if (!values.scores) process.stdout.write(`${misses(evaluation)}\n`);
}

process.stdout.write(`${summary()}\n`);
if (!values.scores) process.stdout.write(`\nchecks raised\n${checkCounts()}\n`);

function checkCounts(): string {
  return checksRaised(readings)
    .map(({ id, severity, times }) => `${String(times).padStart(5)} ${severity} ${id}`)
    .join('\n');
}

/** F1 of each part side by side, as docs/QUOTES.md shows it. */
function summary(): string {
  const parts = [...evaluations];
  const rows = ASPECTS.map(
    (aspect) => `| ${aspect} | ${parts.map(([, { scores }]) => (scores[aspect].f1 * 100).toFixed(1)).join(' | ')} |`,
  );
  return [
    `| F1, % | ${parts.map(([part]) => part).join(' | ')} |`,
    `|---|${'---|'.repeat(parts.length)}`,
    ...rows,
  ].join('\n');
}

function table(part: string, { releases, statements, scores }: Evaluation): string {
  const rows = ASPECTS.map((aspect) => {
    const { precision, recall, f1 } = scores[aspect];
    return `| ${aspect.padEnd(12)} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`;
  });
  const head = `${part}: ${releases} releases, ${statements} statements`;
  return [head, '', '|              | precision | recall | F1 |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function misses({ misses }: Evaluation): string {
  return misses
    .map(
      ({ release, said, aspect, expected, found }) =>
        `${release}: ${aspect}: ${shown(expected)} -> ${shown(found)}   [${said}]`,
    )
    .join('\n');
}

function shown(value: string | null): string {
  return value === null ? 'nothing' : JSON.stringify(value);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
