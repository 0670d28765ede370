import * as z from 'zod';
import { openReader } from '../../src/store/sqlite/connection.ts';
import { answerParent, cpuMicros } from '../answering.ts';
import { type Question, questionSchema } from '../questions.ts';
import { prepareRawAnswering, type RawAnswering } from '../raw-statements.ts';

const runSchema = z.strictObject({ questions: z.array(questionSchema), count: z.int(), millis: z.number() });

let answer: RawAnswering | undefined;

/** better-sqlite3 alone, in a loop: what the data alone costs. */
answerParent({
  open(input) {
    answer = prepareRawAnswering(openReader(z.string().parse(input)).client);
  },
  ids: (input) => idsOf(questionSchema.parse(input)),
  run: (input) => run(runSchema.parse(input)),
});

function idsOf(question: Question): string[] {
  return required(answer)(question).map(({ id }) => id);
}

function run({ questions, count, millis }: z.infer<typeof runSchema>): {
  queries: number;
  millis: number;
  cpuMicros: number;
} {
  const ask = required(answer);
  const cpuBefore = cpuMicros();
  const startedAt = performance.now();
  let queries = 0;
  while (queries < count && performance.now() - startedAt < millis) {
    ask(required(questions[queries % questions.length]));
    queries += 1;
  }
  return { queries, millis: performance.now() - startedAt, cpuMicros: cpuMicros() - cpuBefore };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('there is nothing to ask, or nothing to ask it of');
  return value;
}
