import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientTypes, documentText } from '../../openapi/artifacts.ts';
import { placePage, read, search, searchPage, statementsOf } from '../../openapi/client/usage.ts';
import { SYNDICATION_EVENTS } from '../../src/domain/syndication-event.ts';
import { CLOSURE } from '../http/fenwick.ts';
import { type Installation, openInstallation } from '../http/installation.ts';

const root = new URL('../../', import.meta.url);
const committed = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe('the committed OpenAPI document', () => {
  test('is the generated one; if not, run npm run openapi', () => {
    expect(committed('openapi/openapi.json')).toBe(documentText());
  });

  test('passes the linter', () => {
    const lint = [
      'node_modules/@redocly/cli/bin/cli.js',
      'lint',
      '--config',
      'openapi/redocly.yaml',
      'openapi/openapi.json',
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    expect(() => execFileSync(process.execPath, lint, { cwd: root, env, stdio: 'pipe' })).not.toThrow();
  });

  test('names alike what is alike: the entry of a list, the whole, a mention, and what addresses name by an id', () => {
    const { paths, components } = JSON.parse(committed('openapi/openapi.json'));
    for (const name of ['Area', 'Official', 'Organisation']) {
      const plural = `/v1/${name.toLowerCase()}s`;
      const schemaOf = (path: string) => paths[path].get.responses['200'].content['application/json'].schema.$ref;
      const { items } = components.schemas[`${name}Page`].properties.data;
      expect([schemaOf(plural), schemaOf(`${plural}/{slug}`), items.$ref, `${name}Ref` in components.schemas]).toEqual([
        `#/components/schemas/${name}Page`,
        `#/components/schemas/${name}`,
        `#/components/schemas/${name}Listing`,
        true,
      ]);
    }
    const named = Object.keys(paths).flatMap((path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect([...new Set(named)].filter((name) => !name?.endsWith('Id')).sort()).toEqual([
      'code',
      'id',
      'idOrSlug',
      'prefix',
      'slug',
      'token',
    ]);
  });

  test('says everything about every operation', () => {
    const { paths } = JSON.parse(committed('openapi/openapi.json'));
    for (const [path, methods] of Object.entries<Record<string, Record<string, unknown>>>(paths)) {
      for (const operation of Object.values(methods)) {
        const { operationId, summary, description, tags, responses } = operation;
        expect([path, operationId, summary, description, tags]).toEqual([
          path,
          expect.stringMatching(/^[a-z]+[A-Z]\w+$/),
          expect.any(String),
          expect.any(String),
          [expect.any(String)],
        ]);
        expect(Object.keys(responses ?? {})).toEqual(
          expect.arrayContaining([expect.stringMatching(/^20[0124]$/), '400', '401', '408', '500', '503']),
        );
      }
    }
  });

  test('describes every message that a subscription is sent, with an example', () => {
    const { webhooks } = JSON.parse(committed('openapi/openapi.json'));
    expect(Object.keys(webhooks)).toEqual(['subscription.challenge', ...SYNDICATION_EVENTS]);
    for (const [type, { post }] of Object.entries<Record<string, Record<string, unknown>>>(webhooks)) {
      const { parameters, requestBody, responses, security } = post ?? {};
      expect([type, security]).toEqual([type, []]);
      expect(parameters).toEqual(
        ['WebhookId', 'WebhookTimestamp', 'WebhookSignature'].map((name) => ({
          $ref: `#/components/parameters/${name}`,
        })),
      );
      expect(requestBody).toMatchObject({ required: true, content: { 'application/json': { example: { type } } } });
      expect(Object.keys(responses ?? {})).toEqual(expect.arrayContaining(['2XX', 'default']));
    }
  });

  test('names no schema twice for reading and writing', () => {
    const { schemas } = JSON.parse(committed('openapi/openapi.json')).components;
    expect(Object.keys(schemas).filter((name) => /(Input|Output|\d)$/.test(name))).toEqual([]);
  });
});

describe('the typed client', () => {
  let api: Installation;
  beforeAll(async () => {
    api = await openInstallation();
    await api.publish(CLOSURE);
  });
  afterAll(() => api.close());

  test('has the types of the committed document; if not, run npm run openapi', () => {
    expect(committed('openapi/client/api.d.ts')).toBe(clientTypes());
  });

  test('compiles with a front end that uses it', () => {
    const compile = ['node_modules/typescript/bin/tsc', '--project', 'openapi/client/tsconfig.json'];
    expect(() => execFileSync(process.execPath, compile, { cwd: root, stdio: 'pipe' })).not.toThrow();
  });

  test('reads from a real server', async () => {
    const origin = api.app.listeningOrigin;
    expect(await statementsOf(origin, 'priya-raman')).toEqual([
      'Closure order extended: Orders need work.\n\nWe are pleased.',
    ]);
    expect(await search(origin, 'closure')).toEqual(['Closure order extended']);
    expect((await read(origin, 'closure-order'))?.body.html).toBe('<p>The court extended the order.</p>');
    expect(await read(origin, 'nothing')).toBeUndefined();
    await expect(statementsOf(origin, 'Nobody')).rejects.toThrow('Invalid parameter');
  });

  test('makes the page of a place and of a search', async () => {
    const origin = api.app.listeningOrigin;
    expect(await placePage(origin, 'ouseshire')).toEqual({
      name: 'Ouseshire',
      path: ['Ouseshire'],
      places: ['Fenwick (1)'],
      total: 1,
      headlines: ['Closure order extended, Priya Raman'],
      tags: ['courts (1)', 'drugs (1)'],
      statement: 'Orders need work.\n\nWe are pleased.',
    });
    await expect(placePage(origin, 'nowhere')).rejects.toThrow('Not found');
    const marked = '<mark>Closure</mark> <mark>order</mark> extended';
    expect(await searchPage(origin, 'orders closure', 1)).toEqual({ hits: [marked], pages: 1 });
    expect(await searchPage(origin, 'nothing', 1)).toEqual({ hits: [], pages: 0 });
  });
});
