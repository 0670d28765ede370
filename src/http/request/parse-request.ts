import type { IncomingHttpHeaders } from 'node:http';
import type * as z from 'zod';
import { Problem, type ProblemError } from '../../domain/problem.ts';
import { pathOf, queryOf } from './address.ts';
import { escapePointer } from './json-body.ts';

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
    errors: result.error.issues.flatMap((issue) => bodyErrors(issue, body)).slice(0, MAX_REPORTED_ERRORS),
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
  const [, at] = issue.path;
  const whole = given.get(parameter) ?? '';
  // One of several names with commas between.
  const value = typeof at === 'number' ? (whole.split(',')[at] ?? '') : whole;
  return [
    {
      parameter,
      detail: `${echo(value)} is not a value of this parameter.`,
      expected: issue.code === 'invalid_value' ? 'One of the values in allowed.' : issue.message,
      ...allowedBy(issue),
    },
  ];
}

function bodyErrors(issue: z.core.$ZodIssue, body: unknown): ProblemError[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const told = toldOf(issue, valueAt(body, issue.path));
  return paths.map((path) => ({
    pointer: path.map((segment) => `/${escapePointer(String(segment))}`).join(''),
    ...told,
    ...allowedBy(issue),
  }));
}

/** What is wrong, in words; messages of the schemas are words already, those of the library are not. */
function toldOf(issue: z.core.$ZodIssue, value: unknown): Pick<ProblemError, 'detail' | 'expected'> {
  if (issue.code === 'unrecognized_keys') return { detail: 'There is no such member here.' };
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    const expected = issue.code === 'invalid_type' ? KINDS[issue.expected] : 'One of the values in allowed.';
    return {
      detail: issue.path.length === 0 ? 'The body is missing.' : 'It is missing.',
      ...(expected && { expected }),
    };
  }
  if (issue.code === 'invalid_value')
    return { detail: 'It cannot have this value.', expected: 'One of the values in allowed.' };
  const expected = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
  return expected === undefined ? { detail: issue.message } : { detail: 'It is of another kind.', expected };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'Text.',
  number: 'A number.',
  int: 'A whole number.',
  boolean: 'true or false.',
  object: 'An object.',
  record: 'An object.',
  array: 'A list.',
};

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}

function allowedBy(issue: z.core.$ZodIssue): Pick<ProblemError, 'allowed'> {
  return issue.code === 'invalid_value' ? { allowed: issue.values.map(String) } : {};
}

function echo(value: string): string {
  return JSON.stringify(value.length > MAX_ECHO_LENGTH ? `${value.slice(0, MAX_ECHO_LENGTH)}…` : value);
}
