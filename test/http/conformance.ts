import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Response } from 'supertest';
import { expect } from 'vitest';
import { describeApi } from '../../src/http/app.ts';
import type { Received } from '../support/receiver.ts';

interface OpenapiDocument {
  readonly webhooks: Record<string, { readonly post: { readonly parameters: readonly unknown[] } }>;
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>;
}

const document: OpenapiDocument = JSON.parse(describeApi('https://news.example'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, 'api');
const validators = new Map<string, ValidateFunction>();

/** Fails unless the document describes this answer: its address, status, media type, headers and body. */
export function checkConformance(method: string, address: string, response: Response): void {
  const path = pathOf(address);
  const described = path && document.paths[path]?.[method]?.responses[String(response.status)];
  if (!path || !described) {
    // An unknown address, and another method of a known one, have no operation; what they answer is a problem.
    expect([404, 405]).toContain(response.status);
    expectValid('#/components/schemas/Problem', response.body);
    return;
  }
  const pointer = `#/paths/${escapeSegment(path)}/${method}/responses/${response.status}`;
  const { pointer: at, value } = resolve(pointer, described);
  const { headers = {}, content = {} } = value as {
    headers?: Record<string, unknown>;
    content?: Record<string, unknown>;
  };
  for (const [name, reference] of Object.entries(headers)) {
    const { value: header } = resolve(pointer, reference);
    if ((header as { required?: boolean }).required) expect(response.headers, name).toHaveProperty(name.toLowerCase());
  }
  if (Object.keys(content).length === 0) {
    expect(response.text).toBe('');
    return;
  }
  const mediaType = String(response.headers['content-type']).split(';')[0] ?? '';
  expect(Object.keys(content), `media type of ${address}`).toContain(mediaType);
  expectValid(
    `${at}/content/${escapeSegment(mediaType)}/schema`,
    /[/+]json$/.test(mediaType) ? response.body : response.text,
  );
}

/** Fails unless the document describes this message to a subscription. Gives back its type. */
export function checkMessage({ headers, body }: Received): string {
  const message = JSON.parse(body);
  const type = String(message.type);
  const parameters = document.webhooks[type]?.post.parameters ?? [];
  const names = parameters.map((reference) => String((resolve('', reference).value as { name?: string }).name));
  expect(names.length, type).toBeGreaterThan(0);
  for (const name of names) expect(headers).toHaveProperty(name);
  expectValid(`#/webhooks/${type}/post/requestBody/content/application~1json/schema`, message);
  return type;
}

function pathOf(address: string): string | undefined {
  const segments = address.split('?')[0]?.split('/') ?? [];
  return Object.keys(document.paths).find((path) => {
    const wanted = path.split('/');
    return (
      wanted.length === segments.length &&
      wanted.every((part, index) => part.startsWith('{') || part === segments[index])
    );
  });
}

function resolve(pointer: string, value: unknown): { pointer: string; value: unknown } {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return { pointer, value };
  const target = String(value.$ref);
  const found = target
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
  return { pointer: target, value: found };
}

function expectValid(pointer: string, value: unknown): void {
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `api${pointer}` });
  validators.set(pointer, validate);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

function escapeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
