import * as z from 'zod';
import type { FollowedChanges, Follower, FollowFilters, FollowQuery } from '../../domain/change.ts';
import { DEFAULT_LIMIT, numberOfKey } from '../../domain/query.ts';
import type { Audience } from '../../domain/visibility.ts';
import { type CursorScope, cursorScope, MAX_CURSOR_LENGTH, readCursor, writeCursor } from '../answer/cursor.ts';
import { pathOf, queryOf } from '../request/address.ts';
import { ARTICLE_FILTERS } from '../request/article-filters.ts';
import { bodyFormatParameter } from '../request/body-format.ts';
import { limitParameter, parameter } from '../request/parameters.ts';
import type { Answer, RouteContext } from '../route.ts';
import { INCLUDES, toChangeView, wishForChange } from '../views/change.ts';

/** Seconds. Shorter than what proxies allow an answer to take. */
export const MAX_WAIT_SECONDS = 30;

const SINCE = {
  parameter: 'since',
  expected: 'The value of page.next of an answer with the same filters; nothing, to begin anew.',
};

const { area, areaScope, official, organisation, tag, language } = ARTICLE_FILTERS;

/** What those who follow changes can ask for. */
export const FOLLOWING = {
  since: parameter((text) => text, {
    id: 'Since',
    description:
      '`page.next` of an earlier answer: only what changed since is told. It belongs to its filters and never expires. ' +
      'Without it, the present state is told first, as if everything had just been published.',
    expected: SINCE.expected,
    schema: { type: 'string', maxLength: MAX_CURSOR_LENGTH },
    example: 'WyJRa0V4Y1VqNnlWayIsIm5leHQiLCIxNyIsIm8xOF9fZTJhIiwiMTIiXQ',
  }),
  area,
  areaScope,
  official,
  organisation,
  tag,
  language,
  include: z
    .enum(INCLUDES)
    .exactOptional()
    .meta({
      description: 'What an `upsert` brings along: the article as lists show it, or with all that belongs to it.',
      param: { id: 'ChangeInclude' },
      example: 'article',
    }),
  bodyFormat: bodyFormatParameter,
  wait: parameter(readWait, {
    id: 'Wait',
    description: 'Seconds for which the answer waits for a change when there is none yet.',
    expected: `A whole number from 0 to ${MAX_WAIT_SECONDS}.`,
    schema: { type: 'integer', minimum: 0, maximum: MAX_WAIT_SECONDS, default: 0 },
    example: 1,
  }),
  limit: limitParameter,
};

type FollowingQuery = z.output<z.ZodObject<typeof FOLLOWING>>;

interface FollowingParts {
  readonly operationId: string;
  readonly read: (query: FollowQuery, audience: Audience) => Promise<FollowedChanges>;
}

/** What a follower is told next. With `wait` and nothing to tell, the answer waits, and nobody may keep it. */
export async function answerFollower(
  { since, wait, limit = DEFAULT_LIMIT, include, bodyFormat, ...filters }: FollowingQuery,
  { operationId, read }: FollowingParts,
  context: RouteContext,
): Promise<Answer> {
  const scope = cursorScope(operationId, filtersGiven(filters));
  const follower = since === undefined ? null : readFollower(since, scope);
  const query = { ...filters, follower, limit, wish: wishForChange(include, bodyFormat) };
  // Asked before: a change in between makes the answer newer than it says, never older.
  const lastModified = await context.lastChange();
  const followed =
    wait === undefined ? await read(query, context.audience) : await readOrWait(query, wait, read, context);
  const { publicUrl, publisher, url } = context;
  const next = writeFollower(followed.follower, scope);
  return {
    body: {
      data: followed.changes.map((change) => toChangeView(change, { publicUrl, publisher, include })),
      page: { limit, next, more: followed.more },
    },
    links: [{ rel: 'next', href: nextAddress(publicUrl, url, next) }],
    lastModified,
    isMomentary: wait !== undefined,
  };
}

async function readOrWait(
  query: FollowQuery,
  seconds: number,
  read: FollowingParts['read'],
  context: RouteContext,
): Promise<FollowedChanges> {
  const wait = context.wait(seconds * 1000);
  try {
    let version = await wait.version();
    let followed = await read(query, context.audience);
    while (hasNothing(followed) && !wait.isOver()) {
      await wait.changed(version);
      version = await wait.version();
      followed = await read({ ...query, follower: followed.follower }, await context.laterAudience());
    }
    return followed;
  } finally {
    wait.end();
  }
}

function hasNothing({ changes, more }: FollowedChanges): boolean {
  return changes.length === 0 && !more;
}

/** The filters as a cursor remembers them for ever: what happens anyway is not said, so that it stays the same. */
function filtersGiven({ areaScope: scope, ...others }: FollowFilters): FollowFilters {
  return { ...others, ...(scope === 'exact' && { areaScope: scope }) };
}

function writeFollower({ position, floor, own }: Follower, scope: CursorScope): string {
  const ownKeys = own ? [String(own.sequence), own.areas] : [];
  const keys = [String(position.sequence), position.mark, String(floor), ...ownKeys];
  return writeCursor({ direction: 'next', keys }, scope);
}

export function readFollower(text: string, scope: CursorScope): Follower {
  const [sequence, mark = '', floor, ownSequence, areas] = readCursor(text, scope, SINCE).keys;
  const position = { sequence: numberOfKey(sequence, SINCE), mark };
  const own = areas === undefined ? undefined : { sequence: numberOfKey(ownSequence, SINCE), areas };
  return { position, floor: numberOfKey(floor, SINCE), ...(own && { own }) };
}

function nextAddress(publicUrl: string, url: string, next: string): string {
  const target = queryOf(url);
  target.set('since', next);
  return `${publicUrl}${pathOf(url)}?${target}`;
}

function readWait(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) && Number(text) <= MAX_WAIT_SECONDS ? Number(text) : undefined;
}
