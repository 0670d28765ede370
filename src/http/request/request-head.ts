import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A caller's own id is kept when it is plain enough for a log line and a header. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

/** RFC 9112, section 3.2: exactly one valid Host, which HTTP/1.0 may leave out. */
export function hasOneHost({ rawHeaders, httpVersionMinor, headers }: IncomingMessage): boolean {
  const hosts = countOf('host', rawHeaders);
  if (hosts === 0) return httpVersionMinor === 0;
  return hosts === 1 && isHost(headers.host ?? '');
}

/** Two would leave open which one counts. */
export function hasOneAuthorization({ rawHeaders }: IncomingMessage): boolean {
  return countOf('authorization', rawHeaders) <= 1;
}

/** Whether a body is sent in a content coding (RFC 9110, section 8.4). */
export function isCoded({ 'content-encoding': coding = '' }: IncomingHttpHeaders): boolean {
  return !/^(?:identity)?$/i.test(coding.trim());
}

/** Whether a body comes as it is: Node undoes chunks, and gives on what was compressed for the transfer as if it were not. */
export function isPlainTransfer({ headers: { 'transfer-encoding': coding } }: IncomingMessage): boolean {
  return coding === undefined || /^chunked$/i.test(coding.trim());
}

/** How often a header is there; `rawHeaders` holds names and values in turn. */
function countOf(wanted: string, rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === wanted.length && name.toLowerCase() === wanted) count += 1;
  }
  return count;
}

/** Nearly all requests of a server name the same host. */
let lastHost = '';

function isHost(host: string): boolean {
  if (host === lastHost) return true;
  if (/[/?#@\\\s]/.test(host) || !URL.canParse(`http://${host}`)) return false;
  lastHost = host;
  return true;
}
