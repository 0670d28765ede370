import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
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

function asProblem(code: string | undefined): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request_timeout', 'The request did not arrive completely in time.');
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers_too_large', 'The headers of the request are larger than the server accepts.');
    default:
      return new Problem('invalid_request', 'The request is not well-formed HTTP/1.1.');
  }
}

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
function isAnswering(socket: Socket): boolean {
  // Node offers no public way to ask; its own handler of these errors looks here too (lib/_http_server.js).
  const message: unknown = Reflect.get(socket, '_httpMessage');
  return typeof message === 'object' && message !== null && 'headersSent' in message && message.headersSent === true;
}
