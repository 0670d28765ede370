import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AnswerCache } from './answer-cache.ts';
import { preferredCoding } from './coding.ts';
import { heldEtag, type KeptAnswer, type Representation } from './kept-answer.ts';

/** What is sent of an answer: one of its representations, or the headers of a 304. */
export type Sent = Representation | { readonly notModified: readonly string[] };

/** What a client is to be sent by the headers of its request; undefined where that has still to be coded. */
export function choose(answer: KeptAnswer, headers: IncomingHttpHeaders): Sent | undefined {
  const coding = preferredCoding(headers['accept-encoding']);
  const held = heldEtag(headers, answer, coding);
  return held === undefined ? answer.ready(coding) : { notModified: [...answer.headers, 'etag', held] };
}

/** Codes it. */
export async function chooseCoded(
  answer: KeptAnswer,
  headers: IncomingHttpHeaders,
  cache: Pick<AnswerCache, 'settle'>,
): Promise<Representation> {
  const representation = await answer.represent(preferredCoding(headers['accept-encoding']));
  cache.settle(answer);
  return representation;
}

/** @param own headers of this request alone, names and values in turn */
export function sendChosen(sent: Sent, response: ServerResponse, own: readonly string[]): void {
  if ('notModified' in sent) response.writeHead(304, [...sent.notModified, ...own]).end();
  else response.writeHead(200, [...sent.headers, ...own]).end(sent.body);
}
