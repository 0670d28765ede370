import { connect } from 'node:net';
import { percentile } from './statistics.ts';

export interface LoadRequest {
  /** Path and query. */
  readonly path: string;
  /** Besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON to be sent with POST; a GET has none. */
  readonly body?: string;
  /** Of the right answer; 200 unless it says otherwise. */
  readonly status?: number;
  /** Length of the one right answer; null where it differs from one to the next. */
  readonly bodyBytes: number | null;
}

/** A run ends with the first bound that it reaches. */
export interface LoadBounds {
  /** Connections that are kept open, each with one request at a time. */
  readonly connections: number;
  readonly requests: number;
  readonly millis: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly millis: number;
  readonly p50Micros: number;
  readonly p99Micros: number;
}

/**
 * Sends the requests over and over to a server on this machine and times each answer from its first byte sent to its
 * last byte received. Plain sockets, so that the client costs less than what it measures.
 * @throws Error for any answer but the expected one
 */
export async function load(port: number, requests: readonly LoadRequest[], bounds: LoadBounds): Promise<LoadResult> {
  const turns = createTurns(port, requests, bounds);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: bounds.connections }, () => useConnection(port, turns)));
  const millis = performance.now() - startedAt;
  const micros = turns.micros().sort();
  return {
    requests: micros.length,
    millis,
    p50Micros: percentile(micros, 0.5),
    p99Micros: percentile(micros, 0.99),
  };
}

interface Turn {
  readonly bytes: Buffer;
  readonly request: LoadRequest;
}

interface Turns {
  /** What to send next; undefined when a bound is reached. */
  next(): Turn | undefined;
  took(micros: number): void;
  /** What every answer took, in no order. */
  micros(): Float64Array;
}

function createTurns(port: number, requests: readonly LoadRequest[], bounds: LoadBounds): Turns {
  const turns = requests.map((request): Turn => ({ request, bytes: requestBytes(port, request) }));
  const deadline = performance.now() + bounds.millis;
  const micros = new Float64Array(bounds.requests);
  let begun = 0;
  let ended = 0;
  return {
    next() {
      // One is sent whatever happens: on a machine that is too busy for more, a run is slow, not empty.
      if (begun > 0 && (begun >= bounds.requests || performance.now() >= deadline)) return undefined;
      begun += 1;
      return turns[begun % turns.length];
    },
    took(answer) {
      micros[ended] = answer;
      ended += 1;
    },
    micros: () => micros.slice(0, ended),
  };
}

function requestBytes(port: number, { path, headers = {}, body }: LoadRequest): Buffer {
  const all = {
    Host: `127.0.0.1:${port}`,
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
    ...(body !== undefined && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`, ...lines];
  return Buffer.from(`${head.join('\r\n')}${END_OF_HEAD}${body ?? ''}`);
}

const SILENCE_MILLIS = 60_000;

const END_OF_HEAD = '\r\n\r\n';

function useConnection(port: number, turns: Turns): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, timeout: SILENCE_MILLIS });
  let turn: Turn | undefined;
  let received: Buffer = EMPTY;
  let missing = UNKNOWN;
  let sentAt = 0;

  const takeTurn = (): void => {
    turn = turns.next();
    if (!turn) return void socket.end();
    received = EMPTY;
    missing = UNKNOWN;
    sentAt = performance.now();
    socket.write(turn.bytes);
  };
  const receive = (chunk: Buffer, { request }: Turn): void => {
    if (missing === UNKNOWN) {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      missing = missingOf(received, request);
    } else missing -= chunk.length;
    if (missing < 0) throw new Error(`${request.path} was answered with more bytes than it said`);
    if (missing > 0) return;
    turns.took((performance.now() - sentAt) * 1000);
    takeTurn();
  };
  socket.on('connect', takeTurn);
  socket.on('data', (chunk) => {
    try {
      if (turn) receive(chunk, turn);
    } catch (error) {
      socket.destroy();
      reject(error);
    }
  });
  socket.on('timeout', () => socket.destroy(new Error('the server fell silent')));
  socket.on('error', reject);
  socket.on('close', () => (turn ? reject(new Error('the server closed the connection')) : resolve()));
  return promise;
}

const EMPTY = Buffer.alloc(0);
const UNKNOWN = Number.POSITIVE_INFINITY;

/**
 * How many bytes of the answer are still to come; unknown while its head is not complete.
 * @throws Error for any answer but the expected one
 */
function missingOf(received: Buffer, { path, bodyBytes, status = 200 }: LoadRequest): number {
  const endOfHead = received.indexOf(END_OF_HEAD);
  if (endOfHead === -1) return UNKNOWN;
  const head = received.toString('latin1', 0, endOfHead);
  const length = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  const isRight = head.startsWith(`HTTP/1.1 ${status} `) && length === (bodyBytes ?? length);
  if (!isRight) {
    throw new Error(
      `${path} was answered with ${head.split('\r\n', 1)[0]} and ${length} bytes instead of ${bodyBytes}`,
    );
  }
  return endOfHead + END_OF_HEAD.length + length - received.length;
}
