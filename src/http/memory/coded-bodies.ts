import { type Coding, encode } from './coding.ts';

/** The bytes of an answer in each coding: made when they are first wanted, once for all who ask. */
export interface CodedBodies {
  readonly identity: Buffer;
  /** Where that was made already. */
  ready(coding: Coding): Buffer | undefined;
  code(coding: Coding): Promise<Buffer>;
  /** Memory that they take. */
  bytes(): number;
}

export function createCodedBodies(identity: Buffer): CodedBodies {
  const made = new Map<Coding, Buffer>([['identity', identity]]);
  const inWork = new Map<Coding, Promise<Buffer>>();

  const codeOnce = async (coding: Exclude<Coding, 'identity'>): Promise<Buffer> => {
    try {
      const body = await encode(identity, coding);
      made.set(coding, body);
      return body;
    } finally {
      inWork.delete(coding);
    }
  };
  return {
    identity,
    ready: (coding) => made.get(coding),
    code(coding) {
      const ready = made.get(coding);
      if (ready || coding === 'identity') return Promise.resolve(ready ?? identity);
      const running = inWork.get(coding) ?? codeOnce(coding);
      inWork.set(coding, running);
      return running;
    },
    bytes: () => [...made.values()].reduce((sum, body) => sum + body.length, 0),
  };
}
