import { connect } from 'node:net';
import { expect } from 'vitest';
import type { ProblemBody } from '../../src/http/problems/problems.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes as they are and reads everything until the server closes the connection. */
export async function exchange(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Reads one HTTP/1.1 answer strictly: its lines, and a body exactly as long as it says. */
export function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3}) [\w -]+$/.exec(statusLine)?.[1];
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(': ')[0]?.toLowerCase(), line.split(': ').slice(1).join(': ')]),
  );
  const body = rest.join('\r\n\r\n');
  expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
  return { status: Number(status), headers, body };
}

export async function refusalOf(origin: string, bytes: string): Promise<ProblemBody> {
  const { status, headers, body } = parseAnswer(await exchange(origin, bytes));
  const problem: ProblemBody = JSON.parse(body);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect([problem.status, headers['x-request-id']]).toEqual([status, problem.requestId]);
  return problem;
}
