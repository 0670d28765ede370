import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentText } from '../../openapi/artifacts.ts';
import { importPaths } from '../../src/cli/import.ts';
import { bearer, type Installation, openInstallation } from '../http/installation.ts';
import { instant } from '../support/time.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: Example;
  readonly examples?: { readonly default: { readonly value: Example; readonly 'x-disabled': boolean } };
}
type Example = string | number | boolean;
interface Operation {
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly 'x-roles'?: readonly string[];
}

const { paths, components } = JSON.parse(documentText());
const operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function parametersOf({ parameters = [] }: Operation): Parameter[] {
  return parameters.map(({ $ref, ...own }) =>
    $ref === undefined ? own : components.parameters[$ref.split('/').at(-1) ?? ''],
  );
}

function exampleOf({ example, examples }: Parameter): Example | undefined {
  return example ?? examples?.default.value;
}

test('every parameter and header has an example, in no schema', () => {
  const all = [
    ...operations.flatMap(({ operation }) => parametersOf(operation)),
    ...Object.values<Parameter>(components.parameters),
  ];
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((each) => exampleOf(each) === undefined).map(({ name }) => name)).toEqual([]);
  expect(
    all.filter((each) => 'schema' in each && JSON.stringify(each.schema).includes('"example')).map(({ name }) => name),
  ).toEqual([]);
});

// The page at /docs sends whatever an optional parameter has as `example`, all of them at once.
test('what may be left out is left out where a request is tried out', () => {
  const all = operations.flatMap(({ operation }) => parametersOf(operation));
  const [asked, optional] = [true, false].map((isRequired) =>
    all.filter(({ required = false }) => required === isRequired),
  );
  expect(asked?.filter(({ example }) => example === undefined)).toEqual([]);
  expect(
    optional?.filter(({ example, examples }) => example !== undefined || !examples?.default['x-disabled']),
  ).toEqual([]);
});

/** What only an answer of the same list gives. */
const GIVEN_BY_ANSWERS = ['cursor', 'since', 'archive'];
/** Lies behind what a short list has. */
const BEYOND = 'page';
/** What a parameter means only together with. */
const BESIDE: Readonly<Record<string, string>> = { areaScope: 'area=ouseshire', highlight: 'q=fire' };
const IN_LISTS: Readonly<Record<string, string>> = { bodyFormat: 'include=body' };
const IN_CHANGES: Readonly<Record<string, string>> = { bodyFormat: 'include=article' };

const asked = operations
  // What has an id is another one in each installation.
  .filter(({ path, method }) => method === 'get' && !/\{(?:id|prefix|token|\w+Id)\}|syndication.*idOrSlug/.test(path))
  .flatMap(({ path, operation }) => {
    const all = parametersOf(operation);
    const address = all
      .filter((each) => each.in === 'path')
      .reduce((text, each) => text.replace(`{${each.name}}`, encodeURIComponent(String(exampleOf(each)))), path);
    const ofMany = path.endsWith('/changes') ? IN_CHANGES : IN_LISTS;
    const beside = { ...BESIDE, ...(address === path && ofMany) };
    const given = all.filter((each) => each.in === 'query' && !GIVEN_BY_ANSWERS.includes(each.name));
    const queries = given.map((each) =>
      [
        `${each.name}=${encodeURIComponent(String(exampleOf(each)))}`,
        ...(beside[each.name] ? [beside[each.name]] : []),
      ].join('&'),
    );
    const role = operation['x-roles']?.find((each) => each !== 'author');
    return ['', ...queries].map((query) => ({ url: query === '' ? address : `${address}?${query}`, role }));
  });

describe('with the seeds', () => {
  let api: Installation;
  const keys = new Map<string, { readonly Authorization: string }>();
  beforeAll(async () => {
    api = await openInstallation();
    api.setTime(instant('2026-11-27T12:00:00Z'));
    const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
    for await (const { outcome } of importPaths(api.deps, [seeds], { publish: true }))
      expect(outcome).not.toBe('failed');
    for (const role of ['editor', 'admin', 'partner', 'monitor'] as const) {
      keys.set(role, bearer(await api.createKey(role)));
    }
  });
  afterAll(() => api.close());

  test.each(asked)('$url is answered, and finds something', async ({ url, role }) => {
    const { status, body } = await api.get(url, keys.get(role ?? '') ?? {});
    expect(status).toBe(200);
    const isFound =
      role !== undefined || url.includes(`?${BEYOND}=`) || !Array.isArray(body.data) || body.data.length > 0;
    expect(isFound).toBe(true);
  });

  test('are all that there is to ask', () => {
    expect(asked.length).toBeGreaterThan(100);
  });
});
