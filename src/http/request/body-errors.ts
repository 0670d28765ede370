import * as z from 'zod';
import type { ProblemError } from '../../domain/problem.ts';
import { escapePointer } from './json-body.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a body, each with a JSON pointer to it and what would be right. */
export function bodyErrors(issues: readonly Issue[], schema: z.core.$ZodType, body: unknown): ProblemError[] {
  return issues.flatMap((issue) => errorsOf(issue, schema, body));
}

function errorsOf(issue: Issue, schema: z.core.$ZodType, body: unknown): ProblemError[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = membersAt(schema, issue.path, valueAt(body, issue.path));
    const told = { detail: 'There is no such member here.', ...(allowed.length > 0 && { allowed }) };
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), ...told }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionErrors(issue, schema, body);
  const members = isNoObject(issue) ? membersAt(schema, issue.path, {}) : [];
  if (members.length > 0) {
    const told = { expected: 'An object with the members in allowed.', allowed: members };
    return [{ pointer: pointerTo(issue.path), ...toldOf(issue, valueAt(body, issue.path)), ...told }];
  }
  const values = valuesOf(issue);
  const allowed = values && { expected: ONE_OF, allowed: values.map(String) };
  return [{ pointer: pointerTo(issue.path), ...toldOf(issue, valueAt(body, issue.path)), ...allowed }];
}

/** `"body": "Text"`: whether something is no object where one belongs, but for the whole body, which has too many members to tell. */
function isNoObject(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'object' && issue.path.length > 0;
}

/** The values that there are, where only some may stand: of a list, or of the member that tells several forms apart. */
function valuesOf(issue: Issue): readonly unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
}

/** Of several forms, what is wrong with the one that was begun; where none or several were, which there are. */
function unionErrors(
  { errors, path }: z.core.$ZodIssueInvalidUnion,
  schema: z.core.$ZodType,
  body: unknown,
): ProblemError[] {
  const value = valueAt(body, path);
  const known = new Set(formsAt(schema, path).flatMap((form) => Object.keys(form._zod.def.shape)));
  const begun = errors.filter((branch) => !branch.some((issue) => isOfAnotherForm(issue, value, known)));
  const [only] = begun;
  if (only && begun.length === 1) {
    return bodyErrors(
      only.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
      schema,
      body,
    );
  }
  const isOfSeveral = errors.some(
    (branch) =>
      branch.some((issue) => strangersIn(issue, known).length > 0) && !branch.some((issue) => isMissing(issue, value)),
  );
  const issues = errors.flat();
  const members = isOfSeveral
    ? issues.flatMap((issue) => strangersIn(issue, known))
    : issues.filter((issue) => isMissing(issue, value)).map((issue) => String(issue.path[0]));
  const allowed = [...known].filter((name) => members.includes(name));
  const [detail, expected] = isOfSeveral
    ? ['It is of several forms at once.', 'One of the members in allowed alone.']
    : ['It has none of the forms that are possible here.', 'One of the members in allowed.'];
  return [{ pointer: pointerTo(path), detail, ...(allowed.length > 0 && { expected, allowed }) }];
}

/** Whether it is wrong with a form only because the body is of another one. */
function isOfAnotherForm(issue: Issue, value: unknown, known: ReadonlySet<string>): boolean {
  return strangersIn(issue, known).length > 0 || isMissing(issue, value);
}

/** The members that a form refuses and another one has. */
function strangersIn(issue: Issue, known: ReadonlySet<string>): string[] {
  if (issue.code !== 'unrecognized_keys' || issue.path.length > 0) return [];
  return issue.keys.filter((key) => known.has(key));
}

function isMissing(issue: Issue, value: unknown): boolean {
  return issue.path.length === 1 && valueAt(value, issue.path) === undefined;
}

/** The members that an object of the schema can have, at a place in it; none where that is no object. */
function membersAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const forms = formsAt(schema, path).filter((form) => isOfForm(form, value));
  return [...new Set(forms.flatMap((form) => Object.keys(form._zod.def.shape)))];
}

/** The objects that there can be at a place. */
function formsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodObject[] {
  const at = path.reduce<readonly z.core.$ZodType[]>(
    (found, segment) => found.flatMap((each) => below(each, segment)),
    [schema],
  );
  return at.flatMap(objectsIn);
}

/** Whether an object says of itself, by a member with a fixed value, that it is of another form. */
function isOfForm(form: z.core.$ZodObject, value: unknown): boolean {
  return Object.entries(form._zod.def.shape).every(
    ([name, member]) =>
      !(member instanceof z.core.$ZodLiteral) || member._zod.values.has(valueAt(value, [name]) as never),
  );
}

function below(schema: z.core.$ZodType, segment: PropertyKey): z.core.$ZodType[] {
  if (typeof segment === 'number') return arraysIn(schema).map((array) => array._zod.def.element);
  return objectsIn(schema).flatMap((object) => object._zod.def.shape[String(segment)] ?? []);
}

function objectsIn(schema: z.core.$ZodType): z.core.$ZodObject[] {
  return insideOf(schema).filter((each) => each instanceof z.core.$ZodObject);
}

function arraysIn(schema: z.core.$ZodType): z.core.$ZodArray[] {
  return insideOf(schema).filter((each) => each instanceof z.core.$ZodArray);
}

/** A schema without what it is wrapped in, or the several that it can be. */
function insideOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = schema._zod;
  if ('innerType' in def) return insideOf(def.innerType as z.core.$ZodType);
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.flatMap(insideOf);
  if (schema instanceof z.core.$ZodPipe) return insideOf(schema._zod.def.in);
  return [schema];
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${escapePointer(String(segment))}`).join('');
}

/** What is wrong, in words, and what would be right: that is what messages of the schemas say, and those of the library do not. */
function toldOf(issue: Issue, value: unknown): Pick<ProblemError, 'detail' | 'expected'> {
  const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
  const isOneOf = valuesOf(issue) !== undefined;
  if (value === undefined && (issue.code === 'invalid_type' || isOneOf)) {
    return {
      detail: issue.path.length === 0 ? 'The body is missing.' : 'It is missing.',
      ...(kind && { expected: kind }),
    };
  }
  if (isOneOf) return { detail: WRONG };
  if (kind !== undefined) return { detail: 'It is of another kind.', expected: kind };
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) {
    return { detail: 'It is too much.', expected: `At most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}.` };
  }
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) {
    return {
      detail: 'It is too little.',
      expected: `At least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}.`,
    };
  }
  if (issue.code === 'invalid_format' && issue.format === 'uuid') return { detail: WRONG, expected: 'A UUID.' };
  return { detail: typeof value === 'string' && value.trim() === '' ? 'It is empty.' : WRONG, expected: issue.message };
}

const WRONG = 'It cannot have this value.';
const ONE_OF = 'One of the values in allowed.';

function unitOf(origin: string, count: number | bigint): string {
  const isOne = Number(count) === 1;
  if (origin === 'string') return isOne ? ' character' : ' characters';
  if (origin === 'array') return isOne ? ' entry' : ' entries';
  return '';
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
