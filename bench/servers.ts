import { join } from 'node:path';
import * as z from 'zod';
import { MEMORY_BYTES } from './installation.ts';
import { type RecordedAnswer, recordedAnswersSchema } from './recorded-answer.ts';
import { type Subject, type SubjectName, startSubject } from './subject.ts';

const PUBLIC_URL = 'https://news.example';
/** What opens the door of the hand-written server. */
export const BENCH_KEY = 'bench-key';

/** A subject that listens. */
export interface Server extends Subject {
  readonly port: number;
}

/** Everything that is asked the same questions. */
export interface Servers {
  /** Dateline, which remembers its answers. */
  readonly hot: Server;
  /** Dateline, which makes every answer anew. */
  readonly cold: Server;
  readonly bare: Server & { listen(answers: readonly RecordedAnswer[]): Promise<void> };
  readonly hand: Server;
  readonly raw: Subject;
}

interface ServersOptions {
  readonly path: string;
  readonly folder: string;
  readonly profileFolder: string | null;
}

/** Dateline alone, which makes every answer anew. */
export async function startCold({ path, profileFolder }: Omit<ServersOptions, 'folder'>): Promise<Server> {
  const subject = startSubject('dateline-server', { profileFolder, run: 'cold' });
  return listening(subject, { path, publicUrl: PUBLIC_URL, memoryBytes: 0 });
}

export async function startServers({ path, folder, profileFolder }: ServersOptions): Promise<Servers> {
  const start = (name: SubjectName, run?: string) => startSubject(name, { profileFolder, run });
  const hot = start('dateline-server', 'hot');
  const bare = start('bare-fastify-server');
  const hand = start('hand-written-server');
  const raw = start('raw-reads');
  await raw.ask('open', path, z.undefined());
  return {
    hot: await listening(hot, { path, publicUrl: PUBLIC_URL, memoryBytes: MEMORY_BYTES }),
    cold: await startCold({ path, profileFolder }),
    bare: {
      ...(await listening(bare, [])),
      listen: (answers) => bare.ask('keep', recordedAnswersSchema.parse(answers), z.undefined()),
    },
    hand: await listening(hand, {
      path,
      draftsPath: join(folder, 'hand-written-drafts.db'),
      key: BENCH_KEY,
      publicUrl: PUBLIC_URL,
    }),
    raw,
  };
}

export async function stopServers({ hot, cold, bare, hand, raw }: Servers): Promise<void> {
  await Promise.all([hot, cold, bare, hand, raw].map((subject) => subject.stop()));
}

async function listening(subject: Subject, input: object): Promise<Server> {
  return { ...subject, port: await subject.ask('listen', input, portSchema) };
}

const portSchema = z.int().positive();
