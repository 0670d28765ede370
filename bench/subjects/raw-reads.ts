import * as z from 'zod';
import { openReader } from '../../src/store/sqlite/engine/connection.ts';
import { answerParent, cpuMicros } from '../answering.ts';
import { draftSchema, openDrafts } from '../hand-written-drafts.ts';
import { type Question, questionSchema } from '../questions.ts';
import { prepareRawAnswering, type RawAnswering } from '../raw-statements.ts';

const boundsSchema = z.object({ count: z.int(), millis: z.number() });
const runSchema = boundsSchema.extend({ questions: z.array(questionSchema) });
const createSchema = boundsSchema.extend({ path: z.string(), draft: draftSchema });

let answering: RawAnswering | undefined;

/** better-sqlite3 alone, in a loop: what the data alone cost. */
answerParent({
  open(input) {
    answering = prepareRawAnswering(openReader(z.string().parse(input)).client);
  },
  ids: (input) => ask(questionSchema.parse(input)).map(({ id }) => id),
  run(input) {
    const { questions, ...bounds } = runSchema.parse(input);
    return repeat(bounds, (at) => void ask(required(questions[at % questions.length])));
  },
  create(input) {
    const { path, draft, ...bounds } = createSchema.parse(input);
    const drafts = openDrafts(path, 'nobody');
    return repeat(bounds, () => void drafts.create(draft, draft.body.markdown, 'somebody'));
  },
});

/** An article comes with its quotes behind it. */
function ask(question: Question) {
  const { article, list, facets } = required(answering);
  if (question.kind === 'facets') facets(question.area);
  if (question.kind !== 'article') return list(question);
  const { article: found, quotes } = article(question.slug);
  return found ? [found, ...quotes] : [];
}

function repeat({ count, millis }: z.infer<typeof boundsSchema>, once: (at: number) => void) {
  const cpuBefore = cpuMicros();
  const startedAt = performance.now();
  let queries = 0;
  while (queries < count && performance.now() - startedAt < millis) {
    once(queries);
    queries += 1;
  }
  return { queries, millis: performance.now() - startedAt, cpuMicros: cpuMicros() - cpuBefore };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('there is nothing to ask, or nothing to ask it of');
  return value;
}
