import Database from 'better-sqlite3';
import { Problem } from '../../../domain/problem.ts';
import { madeOnce } from './first-use.ts';

/**
 * The same parts, whose methods say `unavailable` where the engine cannot do its work for now: the disk is full or fails, another
 * process keeps the database locked. Each part is taken when it is first asked for.
 */
export function sayingUnavailable<Parts extends object>(parts: Parts): Parts {
  const guarded = {};
  for (const name of Object.keys(parts)) {
    const get = madeOnce(() => guardedPart(Reflect.get(parts, name)));
    Object.defineProperty(guarded, name, { get, enumerable: true });
  }
  // The same names, each with what it had.
  return guarded as Parts;
}

function guardedPart(part: unknown): unknown {
  if (isMethod(part)) return guardedMethod(part);
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part);
  return Object.fromEntries(members.map(([name, member]) => [name, isMethod(member) ? guardedMethod(member) : member]));
}

type Method = (...request: unknown[]) => unknown;

function isMethod(member: unknown): member is Method {
  return typeof member === 'function';
}

function guardedMethod(method: Method): Method {
  return (...request) => {
    try {
      const result = method(...request);
      return result instanceof Promise ? result.catch(refuse) : result;
    } catch (error) {
      return refuse(error);
    }
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof Database.SqliteError) || !PASSING.test(error.code)) throw error;
  const detail = 'The server cannot use its database now. Try again, and tell the operator if that does not help.';
  throw new Problem('unavailable', detail, { cause: error, retryAfterSeconds: RETRY_SECONDS });
}

/** What is over when there is room again, the other process has finished or the disk has been seen to. */
const PASSING = /^SQLITE_(?:FULL|IOERR|BUSY|READONLY|CANTOPEN)/;
const RETRY_SECONDS = 10;
