import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Instant } from '../../domain/time.ts';
import type { AnswerCache } from './answer-cache.ts';
import { preferredCoding } from './coding.ts';
import { heldEtag, identityOf, type KeptAnswer, type Representation, readyIn, represent } from './kept-answer.ts';

/** What is sent of an answer: one of its representations, or the headers of a 304. */
export type Sent = Representation | { readonly notModified: readonly string[] };

/** What a client is to be sent by the headers of its request; undefined where that has still to be coded. */
export function choose(answer: KeptAnswer, headers: IncomingHttpHeaders): Sent | undefined {
  const coding = preferredCoding(headers['accept-encoding']);
  const held = heldEtag(headers, answer, coding);
  return held === undefined
    ? readyIn(answer, coding)
    : { notModified: answer.lasting.concat(answer.dates, 'etag', held) };
}

/** Codes it. */
export async function chooseCoded(
  answer: KeptAnswer,
  headers: IncomingHttpHeaders,
  cache: Pick<AnswerCache, 'settle'>,
): Promise<Representation> {
  const representation = await represent(answer, preferredCoding(headers['accept-encoding']));
  cache.settle(answer);
  return representation;
}

/** The same of an answer that was made just now; it is kept where somebody has asked for it before. */
export async function chooseFirst(
  made: KeptAnswer,
  { url = '', headers }: { readonly url?: string | undefined; readonly headers: IncomingHttpHeaders },
  { cache, now }: { readonly cache: Pick<AnswerCache, 'keep' | 'settle'>; readonly now: Instant },
): Promise<Sent> {
  const { until } = made;
  const isKept = (until === null || until > now) && cache.keep(made, url);
  // Coding is for what is asked more than once.
  return choose(made, headers) ?? (isKept ? chooseCoded(made, headers, cache) : identityOf(made));
}

/** @param own headers of this request alone, names and values in turn */
export function sendChosen(sent: Sent, response: ServerResponse, own: readonly string[]): void {
  if ('notModified' in sent) response.writeHead(304, sent.notModified.concat(own)).end();
  else response.writeHead(200, sent.headers.concat(own)).end(sent.body);
}
