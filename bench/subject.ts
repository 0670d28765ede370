import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { SUBJECT_CORE } from './cores.ts';

/** A process that is measured: everything it does is asked for from outside, and so is what it cost. */
export interface Subject {
  /** @throws Error when it fails, ends, or answers with something else than `answer` says */
  ask<Answer>(question: string, input: unknown, answer: z.ZodType<Answer>): Promise<Answer>;
  /** CPU time since its start, in microseconds, all threads together. */
  cpuMicros(): Promise<number>;
  stop(): Promise<void>;
}

/** The names of the processes in `subjects/`. */
export type SubjectName =
  | 'dateline-server'
  | 'dateline-publishing'
  | 'bare-fastify-server'
  | 'hand-written-server'
  | 'raw-reads'
  | 'dateline-import'
  | 'raw-import'
  | 'webhook-receiver';

interface SubjectOptions {
  /** Gets a CPU profile of its whole life. */
  readonly profileFolder: string | null;
  /** Tells two of the same name apart. */
  readonly run?: string | undefined;
}

/** Starts a subject on its own core. */
export function startSubject(name: SubjectName, { profileFolder, run }: SubjectOptions): Subject {
  const file = fileURLToPath(new URL(`subjects/${name}.ts`, import.meta.url));
  const profiling =
    profileFolder === null
      ? []
      : [
          '--cpu-prof',
          `--cpu-prof-dir=${profileFolder}`,
          `--cpu-prof-name=${run === undefined ? name : `${name}-${run}`}.cpuprofile`,
        ];
  const node = [process.execPath, ...flagsOf(name), ...profiling, file];
  const [command = '', ...args] = SUBJECT_CORE === null ? node : ['taskset', '-c', String(SUBJECT_CORE), ...node];
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  const ask = createAsking(name, child);
  return {
    ask,
    cpuMicros: () => ask('cpuMicros', undefined, z.number()),
    async stop() {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

const GUARD = fileURLToPath(new URL('../src/require-node.js', import.meta.url));

/** What the scripts of package.json start the same program with. */
function flagsOf(name: SubjectName): string[] {
  if (!name.startsWith('dateline-')) return ['--import', GUARD];
  const script = name === 'dateline-import' ? scripts.import : scripts.start;
  return ['--import', GUARD, ...(script.match(/--(?:max|invocation)-\S+/g) ?? [])];
}

const { scripts } = z
  .object({ scripts: z.object({ import: z.string(), start: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

const replySchema = z.union([
  z.strictObject({ id: z.number(), answer: z.unknown() }),
  z.strictObject({ id: z.number(), failure: z.string() }),
]);

function createAsking(name: SubjectName, child: ChildProcess): Subject['ask'] {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  child.on('message', (message) => {
    const reply = replySchema.parse(message);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) asked?.reject(new Error(`${name}: ${reply.failure}`));
    else asked?.resolve(reply.answer);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with code ${code}`));
  });
  return async (question, input, answer) => {
    lastId += 1;
    const asked = Promise.withResolvers<unknown>();
    waiting.set(lastId, asked);
    child.send({ id: lastId, question, input });
    return answer.parse(await asked.promise);
  };
}
