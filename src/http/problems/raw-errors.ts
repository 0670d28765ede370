import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Problem } from '../../domain/problem.ts';
import { systemClock } from '../../domain/time.ts';
import { httpDate } from '../answer/http-date.ts';
import { PROBLEM_TABLE } from './problem-table.ts';
import { PROBLEM_MEDIA_TYPE, problemBody } from './problems.ts';

/**
 * Answers what never became a request (malformed, too slow, headers too large) with well-formed HTTP/1.1 and the same
 * shape of problem as everything else, then closes the connection.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, publicUrl: string): void {
  if (socket.writable && error.code !== 'ECONNRESET' && !isAnswering(socket)) {
    socket.write(rawResponse(asProblem(error.code), publicUrl));
  }
  socket.destroy();
}

/** Answers a wish for a tunnel in the same way: without this, Node closes the connection and says nothing. */
export function refuseTunnel(socket: Duplex, publicUrl: string): void {
  const problem = new Problem('invalid_request', 'This server is no proxy: ask it for a path, with another method.');
  if (socket.writable && !hasRequest(socket)) socket.write(rawResponse(problem, publicUrl));
  socket.destroy();
}

function asProblem(code: string | undefined): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request_timeout', 'The request did not arrive completely in time.');
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers_too_large', 'The headers of the request are larger than the server accepts.');
    default:
      return new Problem('invalid_request', MALFORMED.get(code ?? '') ?? 'The request is not well-formed HTTP/1.1.');
  }
}

const HEADER = 'A header of the request is not NAME: VALUE on a line of its own, without control characters.';
const LENGTH = 'The body must have one Content-Length, or be chunked: not both, and in no other Transfer-Encoding.';

/** What is wrong, by the code of Node's parser. */
const MALFORMED: ReadonlyMap<string, string> = new Map([
  ['HPE_INVALID_METHOD', 'The request does not begin with a method of HTTP, in capitals, and a space.'],
  ['HPE_INVALID_URL', 'The address of the request must be a path, with whatever is not ASCII percent-encoded.'],
  ['HPE_INVALID_CONSTANT', 'HTTP/1.1 must stand behind the address of the request, in which a space is %20.'],
  ['HPE_INVALID_VERSION', 'The first line of the request must end with HTTP/1.1, or HTTP/1.0, and CR LF.'],
  ['HPE_PAUSED_H2_UPGRADE', 'The request is HTTP/2, and this server speaks HTTP/1.1.'],
  ['HPE_INVALID_HEADER_TOKEN', HEADER],
  ['HPE_LF_EXPECTED', HEADER],
  ['HPE_INVALID_CONTENT_LENGTH', LENGTH],
  ['HPE_UNEXPECTED_CONTENT_LENGTH', LENGTH],
  ['HPE_INVALID_TRANSFER_ENCODING', LENGTH],
  ['HPE_INVALID_CHUNK_SIZE', 'A chunk of the body does not begin with its size, in hexadecimal digits.'],
  ['HPE_CLOSED_CONNECTION', 'More follows than the request has: is its Content-Length too small?'],
]);

function rawResponse(problem: Problem, publicUrl: string): string {
  const { status } = PROBLEM_TABLE[problem.code];
  const requestId = randomUUID();
  // There is no address to name, so the occurrence is named by its request id.
  const body = JSON.stringify(problemBody(problem, { publicUrl, instance: `urn:uuid:${requestId}`, requestId }));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Date: ${httpDate(systemClock.now())}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Whether an answer is already on its way over this socket, so that another one would corrupt it. */
function isAnswering(socket: Duplex): boolean {
  const message = messageOn(socket);
  return typeof message === 'object' && message !== null && 'headersSent' in message && message.headersSent === true;
}

/** Whether a request that came before waits for its answer, which has to come first. */
function hasRequest(socket: Duplex): boolean {
  return Boolean(messageOn(socket));
}

/** Node offers no public way to ask; its own handler of these errors looks here too (lib/_http_server.js). */
function messageOn(socket: Duplex): unknown {
  return Reflect.get(socket, '_httpMessage');
}
