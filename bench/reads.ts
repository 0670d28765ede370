import * as z from 'zod';
import { type LoadBounds, type LoadRequest, load } from './load.ts';
import { pathOf, type Question } from './questions.ts';
import { type ReadCase, type ReadGroup, readCases } from './read-cases.ts';
import { type RecordedAnswer, recordAnswer } from './recorded-answer.ts';
import { takeTurns } from './rounds.ts';
import { type Subject, startSubject } from './subject.ts';

/** What one subject did in one round. */
export interface ReadSample {
  readonly perSecond: number;
  /** CPU time of the subject's process for each request. */
  readonly cpuMicros: number;
  /** Zero where nobody waits for an answer. */
  readonly p50Micros: number;
  readonly p99Micros: number;
}

/** The samples of every subject, a round each. */
export interface ReadRow {
  readonly title: string;
  readonly dateline: readonly ReadSample[];
  readonly bare: readonly ReadSample[];
  readonly raw: readonly ReadSample[];
}

export interface ReadOptions {
  readonly path: string;
  readonly seed: number;
  readonly articles: number;
  readonly groups: readonly ReadGroup[];
  readonly rounds: number;
  readonly bounds: LoadBounds;
  readonly profileFolder: string | null;
  readonly report: (line: string) => void;
}

/** Measures the three subjects in turns, so that what disturbs the machine disturbs them alike. */
export async function measureReads(options: ReadOptions): Promise<ReadRow[]> {
  const dateline = startSubject('dateline-server', options);
  const bare = startSubject('bare-fastify-server', options);
  const raw = startSubject('raw-reads', options);
  try {
    const port = await dateline.ask('listen', options.path, portSchema);
    const cases = await readCases(port, options);
    const answers = await recordAnswers(port, cases);
    const barePort = await bare.ask('listen', [...answers.values()], portSchema);
    await raw.ask('open', options.path, z.undefined());
    await assertSameAnswers(raw, cases, answers);

    const rows: ReadRow[] = [];
    for (const { title, questions } of cases) {
      options.report(title);
      const requests = questions.map((question) => loadRequest(question, answers));
      const [ofDateline = [], ofBare = [], ofRaw = []] = await takeTurns(options.rounds, [
        () => sampleServer(dateline, port, requests, options.bounds),
        () => sampleServer(bare, barePort, requests, options.bounds),
        () => sampleRaw(raw, questions, options.bounds),
      ]);
      rows.push({ title, dateline: ofDateline, bare: ofBare, raw: ofRaw });
    }
    return rows;
  } finally {
    await Promise.all([dateline, bare, raw].map((subject) => subject.stop()));
  }
}

const portSchema = z.int().positive();

type Answers = ReadonlyMap<string, RecordedAnswer>;

async function recordAnswers(port: number, cases: readonly ReadCase[]): Promise<Answers> {
  const answers = new Map<string, RecordedAnswer>();
  for (const path of cases.flatMap(({ questions }) => questions.map(pathOf))) {
    answers.set(path, await recordAnswer(port, path));
  }
  return answers;
}

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })), page: z.object({ limit: z.int() }) });
const articleSchema = z.object({ id: z.string(), quotes: z.array(z.object({ id: z.string() })) });

/** @throws Error when raw SQLite finds other rows than the API: then the two are not asked the same */
async function assertSameAnswers(raw: Subject, cases: readonly ReadCase[], answers: Answers): Promise<void> {
  for (const { title, questions } of cases) {
    let found = 0;
    for (const question of questions) {
      const json: unknown = JSON.parse(new TextDecoder().decode(answerTo(question, answers).body));
      const list = listSchema.safeParse(json).data;
      const article = list ? undefined : articleSchema.parse(json);
      const ids = article
        ? [article.id, ...article.quotes.map(({ id }) => id)]
        : (list?.data.map(({ id }) => id) ?? []);
      const rawIds = await raw.ask('ids', question, z.array(z.string()));
      const compared = list ? rawIds.slice(0, list.page.limit) : rawIds;
      if (compared.join() !== ids.join()) throw new Error(`raw SQLite answers ${pathOf(question)} with other rows`);
      found += ids.length;
    }
    if (found === 0) throw new Error(`${title}: there is nothing to be found`);
  }
}

function answerTo(question: Question, answers: Answers): RecordedAnswer {
  const answer = answers.get(pathOf(question));
  if (!answer) throw new Error(`nothing is recorded for ${pathOf(question)}`);
  return answer;
}

function loadRequest(question: Question, answers: Answers): LoadRequest {
  const { path, body } = answerTo(question, answers);
  return { path, bodyBytes: body.length };
}

async function sampleServer(
  server: Subject,
  port: number,
  requests: readonly LoadRequest[],
  bounds: LoadBounds,
): Promise<ReadSample> {
  const cpuBefore = await server.cpuMicros();
  const { requests: count, millis, p50Micros, p99Micros } = await load(port, requests, bounds);
  const cpuMicros = (await server.cpuMicros()) - cpuBefore;
  return { perSecond: (count * 1000) / millis, cpuMicros: cpuMicros / count, p50Micros, p99Micros };
}

const rawRunSchema = z.object({ queries: z.int(), millis: z.number(), cpuMicros: z.number() });

async function sampleRaw(raw: Subject, questions: readonly Question[], bounds: LoadBounds): Promise<ReadSample> {
  const run = { questions, count: bounds.requests, millis: bounds.millis };
  const { queries, millis, cpuMicros } = await raw.ask('run', run, rawRunSchema);
  return { perSecond: (queries * 1000) / millis, cpuMicros: cpuMicros / queries, p50Micros: 0, p99Micros: 0 };
}
