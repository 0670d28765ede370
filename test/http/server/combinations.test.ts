import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentText } from '../../../openapi/artifacts.ts';
import { bearer, type Installation, openInstallation } from '../installation.ts';

let api: Installation;
let keys: Readonly<Record<string, { readonly Authorization: string }>>;
beforeAll(async () => {
  api = await openInstallation();
  keys = {
    editorial: bearer(await api.createKey('editor')),
    admin: bearer(await api.createKey('admin')),
    syndication: bearer(await api.createKey('partner')),
  };
});
afterAll(() => api.close());

interface ParameterOrReference {
  readonly $ref?: string;
  readonly name?: string;
}

/** Paths whose queries have all of these parameters. */
function takers(...names: readonly string[]): string[] {
  const { paths, components } = JSON.parse(documentText());
  return Object.entries<{ get?: { parameters?: ParameterOrReference[] } }>(paths).flatMap(([path, { get }]) => {
    const taken = (get?.parameters ?? []).map(({ $ref, name }) =>
      $ref === undefined ? name : components.parameters[$ref.split('/').at(-1) ?? ''].name,
    );
    return names.every((name) => taken.includes(name)) ? [path.replace('{idOrSlug}', 'nothing')] : [];
  });
}

const ask = (path: string) => api.get(path, keys[path.split('/')[2] ?? ''] ?? {});

const RANGES = takers('from', 'to');
const SCOPES = takers('area', 'areaScope');
const BODIES = takers('bodyFormat');

test('there are lists to ask', () => {
  expect([RANGES.length, SCOPES.length, BODIES.length]).toEqual([8, 8, 4]);
});

test.each(RANGES)('%s refuses an end before the beginning', async (path) => {
  const { status, body } = await ask(`${path}?from=2020-11-02&to=2020-11-01`);
  expect([status, body.errors]).toEqual([
    400,
    [
      {
        parameter: 'from',
        detail: '"2020-11-02" has no meaning here.',
        expected: 'A moment that is not later than that of to.',
      },
    ],
  ]);
  for (const [from, to] of [
    ['2020-11-01', '2020-11-01'],
    ['2020-11-01T23:59:59.999Z', '2020-11-01'],
    ['2020-11-01T12:00:00Z', '2020-11-01T12:00:00Z'],
  ]) {
    expect((await ask(`${path}?from=${from}&to=${to}`)).status).toBe(200);
  }
  expect((await ask(`${path}?from=2020-11-02T00:00:00Z&to=2020-11-01`)).status).toBe(400);
  expect((await ask(`${path}?from=2020-11-01T12:00:00.001Z&to=2020-11-01T12:00:00Z`)).status).toBe(400);
});

test.each(SCOPES)('%s refuses the scope of no area', async (path) => {
  const { status, body } = await ask(`${path}?areaScope=exact`);
  expect([status, body.errors]).toEqual([
    400,
    [
      {
        parameter: 'areaScope',
        detail: '"exact" has no meaning here.',
        expected: 'exact together with area, or subtree.',
      },
    ],
  ]);
  for (const query of ['areaScope=subtree', 'areaScope=exact&area=fenwick', 'area=fenwick']) {
    expect((await ask(`${path}?${query}`)).status).toBe(200);
  }
});

test.each([
  ['/v1/articles', 'bodyFormat=text', 400],
  ['/v1/articles', 'bodyFormat=all&include=quotes', 400],
  ['/v1/articles', 'bodyFormat=all&fields=title', 400],
  ['/v1/articles', 'bodyFormat=html', 200],
  ['/v1/articles', 'bodyFormat=text&include=body', 200],
  ['/v1/articles', 'bodyFormat=text&fields=body', 200],
  ['/v1/articles', 'bodyFormat=text&fields=title&include=body', 200],
  ['/v1/articles/nothing', 'bodyFormat=text&fields=title', 400],
  ['/v1/articles/nothing', 'bodyFormat=html&fields=title', 404],
  ['/v1/articles/nothing', 'bodyFormat=text&fields=title,body', 404],
  ['/v1/articles/nothing', 'bodyFormat=text', 404],
])('%s?%s: the format of a body that is not shown is refused', async (path, query, expected) => {
  const { status, body } = await ask(`${path}?${query}`);
  expect(status).toBe(expected);
  const error = {
    parameter: 'bodyFormat',
    expected: 'Another format than html only where the body is shown: name body too.',
  };
  if (status === 400) expect(body.errors).toMatchObject([error]);
});

test.each(['/v1/changes', '/v1/syndication/changes'])(
  '%s takes a format of bodies with whole articles alone',
  async (path) => {
    const error = { parameter: 'bodyFormat', expected: 'html, or another format together with include=article.' };
    for (const query of ['bodyFormat=text', 'bodyFormat=all&include=listing']) {
      const { status, body } = await ask(`${path}?${query}`);
      expect([status, body.errors]).toMatchObject([400, [error]]);
    }
    for (const query of ['bodyFormat=html&include=listing', 'bodyFormat=text&include=article']) {
      expect((await ask(`${path}?${query}`)).status).toBe(200);
    }
  },
);
