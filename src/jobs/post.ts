import { type LookupAddress, lookup as resolve } from 'node:dns';
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { parseAddress } from '../domain/address.ts';
import type { OutboundFailure, OutboundRequest, OutboundResult, Send } from '../domain/outbound.ts';
import type { AddressGuard } from './address-guard.ts';

/** From the beginning to a connection that can be written to: name, TCP and TLS. */
const CONNECT_TIMEOUT_MILLIS = 5_000;
/** From the beginning to the last byte of the answer. */
const TOTAL_TIMEOUT_MILLIS = 20_000;
/** Bytes of an answer's body that are read; what comes behind them is not waited for. */
export const MAX_ANSWER_BYTES = 16_384;
const MAX_HEADER_BYTES = 16_384;

export interface SenderOptions {
  readonly guard: AddressGuard;
  /** How names become addresses; the system's way unless a test says otherwise. */
  readonly resolve?: Resolve;
  readonly connectTimeoutMillis?: number;
  readonly totalTimeoutMillis?: number;
}

/** All addresses of a name. */
type Resolve = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Sends requests to servers that somebody else names. Every one has a connection of its own, which goes to the very
 * address that the guard has seen: a name that changes its mind in between reaches nothing. No redirect is followed.
 */
export function createSender({ guard, ...options }: SenderOptions): Send {
  const lookup = guardedLookup(guard, options.resolve ?? resolve);
  const connectMillis = options.connectTimeoutMillis ?? CONNECT_TIMEOUT_MILLIS;
  const totalMillis = options.totalTimeoutMillis ?? TOTAL_TIMEOUT_MILLIS;

  return (outbound) => {
    const began = performance.now();
    const done = (result: Answer | Failed): OutboundResult => ({
      ...result,
      millis: Math.round(performance.now() - began),
    });
    const url = parseAddress(outbound.url);
    if (!url || !guard.mayAsk(url)) return Promise.resolve(done(failed('address')));
    if (outbound.signal?.aborted) return Promise.resolve(done(failed('stopped')));
    return new Promise((settle) => {
      const request = open(url, outbound, lookup);
      const end = (result: Answer | Failed) => {
        clearTimeout(connecting);
        clearTimeout(all);
        outbound.signal?.removeEventListener('abort', stop);
        request.destroy();
        settle(done(result));
      };
      const connecting = setTimeout(() => end(failed('timeout')), Math.min(connectMillis, totalMillis));
      const all = setTimeout(() => end(failed('timeout')), totalMillis);
      const stop = () => end(failed('stopped'));
      outbound.signal?.addEventListener('abort', stop);
      onReady(request, url, () => clearTimeout(connecting));
      request.on('error', (error) => end(failed(failureOf(error))));
      request.on('response', (response) => readAnswer(response, end));
      // Nobody asked for another protocol, and such an answer has no end.
      request.on('upgrade', ({ statusCode = 0 }, socket) => {
        socket.destroy();
        end({ status: statusCode, retryAfter: undefined, body: '' });
      });
      request.end(outbound.body);
    });
  };
}

type Answer = { readonly status: number; readonly retryAfter: string | undefined; readonly body: string };
type Failed = { readonly status: null; readonly failure: OutboundFailure };

function failed(failure: OutboundFailure): Failed {
  return { status: null, failure };
}

function open(url: URL, { method, headers, body }: OutboundRequest, lookup: LookupFunction): ClientRequest {
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }) },
    // No pool: a connection that was checked for one name is never used for another.
    agent: false,
    lookup,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  return url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
}

function onReady(request: ClientRequest, { protocol }: URL, listener: () => void): void {
  request.on('socket', (socket) => socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', listener));
}

/** A lookup that gives a name's addresses only when a connection may be made to every one of them. */
function guardedLookup(guard: AddressGuard, resolveAll: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolveAll(hostname, { all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const name = hostname.replace(/\.$/, '').toLowerCase();
      const isOpen = ({ address }: LookupAddress) => isIP(address) !== 0 && guard.mayConnect(address, name);
      const [first] = addresses;
      if (!first || !addresses.every(isOpen)) return callback(new ClosedAddress(), []);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

/** A name leads to where no request may go. */
class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress';
}

function failureOf(error: Error): OutboundFailure {
  if (error instanceof ClosedAddress) return 'address';
  const code = 'code' in error ? error.code : undefined;
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA' ? 'name' : 'connection';
}

function readAnswer(response: IncomingMessage, end: (result: Answer | Failed) => void): void {
  const { statusCode = 0, headers } = response;
  const chunks: Buffer[] = [];
  let length = 0;
  const answer = () => {
    const body = Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString();
    end({ status: statusCode, retryAfter: headers['retry-after'], body });
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_ANSWER_BYTES) answer();
  });
  response.on('end', () => (response.complete ? answer() : end(failed('cut'))));
  response.on('error', () => end(failed('cut')));
}
