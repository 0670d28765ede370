import type { ServerResponse } from 'node:http';
import type { PublicState } from '../domain/change.ts';
import type { Instant } from '../domain/time.ts';
import { everyone } from '../domain/visibility.ts';
import type { WrittenAnswer } from './answer/written-answer.ts';
import { type KeptAnswer, makeKeptAnswer } from './memory/kept-answer.ts';
import { LIST_KEY } from './memory/surrogate-keys.ts';
import type { Answer, AnyInput, MomentContext, PreparedAnswer } from './route.ts';

/** What an address asks, as anybody may ask it: all that is found out of a request before it is answered. */
export interface Question {
  readonly route: Pick<PublicRoute, 'url' | 'write'>;
  /** The one address of all its spellings. */
  readonly address: string;
  readonly prepared: PreparedQuestion;
  /** Headers of every answer to it, whatever it is; names in lower case and values in turn. */
  readonly headers: readonly string[];
}

/** A route as it answers everybody. */
export interface PublicRoute {
  /** With parameters in braces. */
  readonly url: string;
  /** @param address the one of all its spellings */
  prepare(input: AnyInput, address: string): PreparedQuestion;
  write(answer: Answer): WrittenAnswer;
}

export interface PreparedQuestion extends Pick<PreparedAnswer, 'tellsState'> {
  answer(moment: MomentContext, response: ServerResponse): Promise<Answer>;
}

export interface Moment {
  readonly now: Instant;
  /**
   * Asked before, so that an answer is never older than the state that it is kept under; undefined for a question whose answers
   * tell it.
   */
  readonly state: PublicState | undefined;
}

/** Makes the answer: one that may be kept where it is more than a redirection, and good for longer than this moment. */
export async function answerAnew(
  { route, address, prepared, headers }: Question,
  { now, state: asked }: Moment,
  response: ServerResponse,
): Promise<KeptAnswer | WrittenAnswer> {
  const lastChange = async () => asked?.changedAt ?? undefined;
  const answer = await prepared.answer({ audience: everyone(now), lastChange }, response);
  const state = answer.state ?? asked;
  if (!state) throw new Error('the state of the public was neither asked nor told');
  const written = route.write(answer);
  const surrogateKeys = (answer.surrogateKeys ?? [LIST_KEY]).join(' ');
  const { body, mediaType } = written;
  if (body === undefined || mediaType === undefined || answer.isMomentary) {
    return { ...written, headers: ['surrogate-key', surrogateKeys, ...written.headers] };
  }
  return makeKeptAnswer({
    address,
    route: route.url,
    state,
    topic: answer.topic,
    madeAt: now,
    until: answer.keepUntil,
    lastModified: answer.lastModified,
    mediaType,
    headers: headers.concat('surrogate-key', surrogateKeys, written.headers),
    body,
    digest: answer.digest,
  });
}
