import * as z from 'zod';
import { type LoadBounds, type LoadRequest, load } from './load.ts';
import { pathOf, type Question } from './questions.ts';
import { type ReadCase, type ReadGroup, readCases } from './read-cases.ts';
import { recordAnswers } from './read-checks.ts';
import type { RecordedAnswer } from './recorded-answer.ts';
import { takeTurns } from './rounds.ts';
import { BENCH_KEY, type Server, type Servers, startServers, stopServers } from './servers.ts';
import type { Subject } from './subject.ts';

/** What one subject did in one round. */
export interface Sample {
  readonly perSecond: number;
  /** CPU time of the subject's process for each request. */
  readonly cpuMicros: number;
  /** Zero where nobody waits for an answer. */
  readonly p50Micros: number;
  readonly p99Micros: number;
}

export type Samples = readonly Sample[];

/** The samples of every subject that was asked, a round each. */
export interface Row {
  readonly title: string;
  readonly hot?: Samples;
  readonly cold?: Samples;
  readonly bare?: Samples;
  readonly hand?: Samples;
  readonly raw?: Samples;
  /** With one connection, where nothing queues. */
  readonly alone: { readonly hot?: Samples; readonly cold?: Samples };
}

export interface ReadOptions {
  /** The database that is read. */
  readonly path: string;
  /** Where others are made. */
  readonly folder: string;
  readonly seed: number;
  readonly articles: number;
  readonly groups: readonly ReadGroup[];
  readonly rounds: number;
  readonly bounds: LoadBounds;
  readonly profileFolder: string | null;
  readonly report: (line: string) => void;
}

/** Measures the subjects in turns, so that what disturbs the machine disturbs them alike. */
export async function measureReads(options: ReadOptions): Promise<Row[]> {
  const servers = await startServers(options);
  try {
    const cases = await readCases(servers.cold.port, options);
    const answers = await recordAnswers(servers, cases);
    await servers.bare.listen([...answers.cold.values()]);
    const rows: Row[] = [];
    for (const one of cases) {
      options.report(one.title);
      rows.push(await measureCase(one, servers, answers, options));
    }
    if (options.groups.includes('create')) {
      options.report('create');
      rows.push(await measureCreation(servers, options));
    }
    return rows;
  } finally {
    await stopServers(servers);
  }
}

type Answers = Readonly<Record<'cold' | 'hand', ReadonlyMap<string, RecordedAnswer>>>;

async function measureCase(
  { title, questions, revalidates }: ReadCase,
  { hot, cold, bare, hand, raw }: Servers,
  answers: Answers,
  { rounds, bounds }: ReadOptions,
): Promise<Row> {
  const plain = questions.map((question) => plainRequest(answers.cold, pathOf(question)));
  const ours = revalidates ? questions.map((question) => revalidation(answers.cold, pathOf(question))) : plain;
  const byHand = questions.map((question) => plainRequest(answers.hand, pathOf(question, 'hand')));
  const alone = { ...bounds, connections: 1 };
  const [ofHot, ofCold, ofBare, ofHand, ofRaw, hotAlone, coldAlone] = await takeTurns(rounds, [
    () => sampleServer(hot, ours, bounds),
    () => sampleServer(cold, ours, bounds),
    () => sampleServer(bare, plain, bounds),
    () => sampleServer(hand, byHand, bounds),
    () => sampleRaw(raw, 'run', { questions }, bounds),
    () => sampleServer(hot, ours, alone),
    () => sampleServer(cold, ours, alone),
  ]);
  return {
    title,
    ...(ofHot && { hot: ofHot }),
    ...(ofCold && { cold: ofCold }),
    ...(ofBare && { bare: ofBare }),
    ...(ofHand && { hand: ofHand }),
    ...(ofRaw && { raw: ofRaw }),
    alone: { ...(hotAlone && { hot: hotAlone }), ...(coldAlone && { cold: coldAlone }) },
  };
}

const DRAFT = {
  title: 'Three-month closure order for quayside flats',
  summary: 'Residents have been promised a quieter Christmas.',
  area: 'Aldfordshire',
  tags: ['court', 'housing'],
  body: {
    markdown: [
      'The order covers **two addresses** on the fourth floor of Capstan House.',
      'Inspector Rebecca Shaw, from the neighbourhood policing team, said: "Neighbours told us what was going on."',
      'Anyone with information is asked to call 101, or [report it online](https://www.police.example/report).',
    ].join('\n\n'),
  },
};

/** Authenticated drafts, each one durable before it is answered. */
async function measureCreation({ cold, hand, raw }: Servers, options: ReadOptions): Promise<Row> {
  const { rounds, bounds, folder } = options;
  const key = await cold.ask('key', undefined, z.string());
  const create = (text: string): LoadRequest => ({
    path: '/v1/editorial/articles',
    headers: { Authorization: `Bearer ${text}` },
    body: JSON.stringify(DRAFT),
    status: 201,
    bodyBytes: null,
  });
  const alone = { ...bounds, connections: 1 };
  const [ofCold = [], ofHand = [], ofRaw = [], coldAlone = []] = await takeTurns(rounds, [
    () => sampleServer(cold, [create(key)], bounds),
    () => sampleServer(hand, [create(BENCH_KEY)], bounds),
    () => sampleRaw(raw, 'create', { path: `${folder}/raw-drafts.db`, draft: DRAFT }, bounds),
    () => sampleServer(cold, [create(key)], alone),
  ]);
  return { title: 'create a draft', cold: ofCold, hand: ofHand, raw: ofRaw, alone: { cold: coldAlone } };
}

function answerTo(answers: ReadonlyMap<string, RecordedAnswer>, path: string): RecordedAnswer {
  const answer = answers.get(path);
  if (!answer) throw new Error(`nothing is recorded for ${path}`);
  return answer;
}

function plainRequest(answers: ReadonlyMap<string, RecordedAnswer>, path: string): LoadRequest {
  return { path, bodyBytes: answerTo(answers, path).body.length };
}

function revalidation(answers: ReadonlyMap<string, RecordedAnswer>, path: string): LoadRequest {
  const etag = answerTo(answers, path).headers['etag'];
  if (etag === undefined) throw new Error(`${path} has no entity tag`);
  return { path, headers: { 'If-None-Match': etag }, status: 304, bodyBytes: 0 };
}

export async function sampleServer(
  server: Server,
  requests: readonly LoadRequest[],
  bounds: LoadBounds,
): Promise<Sample> {
  const cpuBefore = await server.cpuMicros();
  const { requests: count, millis, p50Micros, p99Micros } = await load(server.port, requests, bounds);
  const cpuMicros = (await server.cpuMicros()) - cpuBefore;
  return { perSecond: (count * 1000) / millis, cpuMicros: cpuMicros / count, p50Micros, p99Micros };
}

const rawRunSchema = z.object({ queries: z.int(), millis: z.number(), cpuMicros: z.number() });

async function sampleRaw(
  raw: Subject,
  what: 'run' | 'create',
  work: { readonly questions: readonly Question[] } | { readonly path: string; readonly draft: typeof DRAFT },
  bounds: LoadBounds,
): Promise<Sample> {
  const run = { ...work, count: bounds.requests, millis: bounds.millis };
  const { queries, millis, cpuMicros } = await raw.ask(what, run, rawRunSchema);
  return { perSecond: (queries * 1000) / millis, cpuMicros: cpuMicros / queries, p50Micros: 0, p99Micros: 0 };
}
