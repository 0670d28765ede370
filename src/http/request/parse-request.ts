import type { IncomingHttpHeaders } from 'node:http';
import type * as z from 'zod';
import { Problem, type ProblemError } from '../../domain/problem.ts';
import { pathOf, queryOf } from './address.ts';
import { bodyErrors } from './body-errors.ts';
import { isCombined } from './combinations.ts';

/** Characters of a refused value that are repeated to whoever sent it. */
const MAX_ECHO_LENGTH = 80;
/** Faults that one answer names; an address has room for thousands of them. */
export const MAX_REPORTED_ERRORS = 20;

/** Queries of one route that are not read again while they are asked; beyond them all are forgotten. */
const MAX_REMEMBERED_QUERIES = 500;
/** Characters of a query that is worth remembering. */
const MAX_REMEMBERED_LENGTH = 500;

/** `parseQuery` for one route, which reads the same text once: to hold it against a schema costs as much as a small answer. */
export function createQueryReader<Query extends z.ZodObject>(schema: Query): (url: string) => z.output<Query> {
  const known = new Map<string, z.output<Query>>();
  return (url) => {
    const text = url.slice(pathOf(url).length);
    const before = known.get(text);
    if (before !== undefined) return before;
    const query = parseQuery(schema, url);
    if (known.size >= MAX_REMEMBERED_QUERIES) known.clear();
    if (text.length <= MAX_REMEMBERED_LENGTH) known.set(text, query);
    return query;
  };
}

/**
 * Reads the query of an address. Messages of the schema say what would be right; what was wrong is said here.
 * @throws Problem `invalid_parameter` that names every parameter that is unknown, repeated or has a bad value
 */
function parseQuery<Query extends z.ZodObject>(schema: Query, url: string): z.output<Query> {
  const given = queryOf(url);
  const repeated = repeatedNames(given);
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success && repeated.size === 0) return result.data;
  const faults = (result.error?.issues ?? []).flatMap((issue) => queryErrors(issue, given, Object.keys(schema.shape)));
  const errors = [...[...repeated].map(repetition), ...faults.filter(({ parameter = '' }) => !repeated.has(parameter))];
  throw new Problem('invalid_parameter', 'The query has parameters that cannot be accepted.', {
    errors: errors.slice(0, MAX_REPORTED_ERRORS),
  });
}

/**
 * Reads the headers that a schema names; every other one is left alone.
 * @throws Problem `invalid_parameter` that names every header that is missing or has a bad value
 */
export function parseHeaders<Headers extends z.ZodObject>(
  schema: Headers,
  headers: IncomingHttpHeaders,
): z.output<Headers> {
  const given = new URLSearchParams();
  for (const name of Object.keys(schema.shape)) {
    const value = headers[name.toLowerCase()];
    if (typeof value === 'string') given.set(name, value);
  }
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  throw new Problem('invalid_parameter', 'The request has headers that cannot be accepted.', {
    errors: result.error.issues.flatMap((issue) => queryErrors(issue, given, Object.keys(schema.shape))),
  });
}

/** @throws Problem `invalid_body` with a JSON pointer (RFC 6901) to every value that cannot be accepted */
export function parseBody<Body extends z.ZodType>(schema: Body, body: unknown): z.output<Body> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new Problem('invalid_body', 'The body has values that cannot be accepted.', {
    errors: bodyErrors(result.error.issues, schema, body).slice(0, MAX_REPORTED_ERRORS),
  });
}

function repeatedNames(given: URLSearchParams): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of given.keys()) (seen.has(name) ? repeated : seen).add(name);
  return repeated;
}

function repetition(parameter: string): ProblemError {
  return { parameter, detail: 'The parameter is given more than once.', expected: 'The parameter at most once.' };
}

function queryErrors(issue: z.core.$ZodIssue, given: URLSearchParams, known: readonly string[]): ProblemError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((parameter) => ({ parameter, detail: 'There is no such parameter here.', allowed: known }));
  }
  const parameter = String(issue.path[0]);
  if (!given.has(parameter)) return [{ parameter, detail: 'The parameter is missing.', expected: 'It must be given.' }];
  const [, at] = issue.path;
  const whole = given.get(parameter) ?? '';
  // One of several names with commas between.
  const value = typeof at === 'number' ? (whole.split(',')[at] ?? '') : whole;
  return [
    {
      parameter,
      detail: `${echo(value)} ${isCombined(issue) ? 'has no meaning here' : 'is not a value of this parameter'}.`,
      expected: issue.code === 'invalid_value' ? 'One of the values in allowed.' : issue.message,
      ...allowedBy(issue),
    },
  ];
}

/** What a value may be, where that is one of a few. */
function allowedBy(issue: z.core.$ZodIssue): Pick<ProblemError, 'allowed'> {
  return issue.code === 'invalid_value' ? { allowed: issue.values.map(String) } : {};
}

function echo(value: string): string {
  return JSON.stringify(value.length > MAX_ECHO_LENGTH ? `${value.slice(0, MAX_ECHO_LENGTH)}…` : value);
}
