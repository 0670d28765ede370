import { type Coding, encode } from './coding.ts';

/** The bytes of an answer in each coding: made when they are first wanted, once for all who ask. */
export interface CodedBodies {
  readonly identity: Buffer;
  /** Those that were made already. */
  readonly made: Partial<Record<Coding, Buffer>>;
  readonly inWork: Partial<Record<Coding, Promise<Buffer>>>;
}

export function createCodedBodies(identity: Buffer): CodedBodies {
  return { identity, made: { identity }, inWork: {} };
}

export function codeBody(bodies: CodedBodies, coding: Coding): Promise<Buffer> {
  const { identity, made, inWork } = bodies;
  const ready = made[coding];
  if (ready || coding === 'identity') return Promise.resolve(ready ?? identity);
  const running = inWork[coding] ?? codeOnce(bodies, coding);
  inWork[coding] = running;
  return running;
}

async function codeOnce({ identity, made, inWork }: CodedBodies, coding: Exclude<Coding, 'identity'>): Promise<Buffer> {
  try {
    const body = await encode(identity, coding);
    made[coding] = body;
    return body;
  } finally {
    delete inWork[coding];
  }
}

/** Memory that they take. */
export function bytesOfBodies({ made }: CodedBodies): number {
  return Object.values(made).reduce((sum, body) => sum + body.length, 0);
}
