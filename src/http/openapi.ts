import { STATUS_CODES } from 'node:http';
import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { PROBLEM_CODES, Problem, type ProblemCode } from '../domain/problem.ts';
import { PROBLEM_TABLE } from './problem-table.ts';
import { PROBLEM_MEDIA_TYPE, problemBody } from './problems.ts';
import { type Route, TAGS } from './route.ts';
import { problemView } from './views/problem.ts';

/** What every route may refuse, whoever asks for what. */
const PROBLEMS_OF_EVERY_ROUTE: readonly ProblemCode[] = [
  'invalid_parameter',
  'invalid_request',
  'unauthorized',
  'request_timeout',
  'uri_too_long',
  'headers_too_large',
  'internal_error',
  'unavailable',
];

const PROBLEMS_OF_EVERY_BODY: readonly ProblemCode[] = ['invalid_body', 'payload_too_large', 'unsupported_media_type'];

/** The OpenAPI 3.1 document of these routes, made from the same definitions that serve them. */
export function openapiDocument(
  routes: readonly Route[],
  { publicUrl, version }: { publicUrl: string; version: string },
) {
  const responses = problemResponses(publicUrl);
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Dateline',
      version,
      summary: 'Press releases of public bodies, as JSON.',
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: TAGS.map((name) => ({ name, description: TAG_DESCRIPTIONS[name] })),
    security: [{}, { key: [] }],
    paths: pathsOf(routes, responses),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key `dl_<prefix>_<secret>`. Public answers need none.' },
      },
    },
  });
}

const INTRODUCTION = [
  'Everything that is public can be read without a key. Answers carry `ETag` and `Last-Modified`; sent back as',
  '`If-None-Match` or `If-Modified-Since`, they are answered with 304 while nothing has changed. Every address that',
  'answers GET answers HEAD. Every refusal is `application/problem+json` (RFC 9457); its `type` is the address of a page',
  'that explains it. A method that an address does not have is 405 with `Allow`.',
].join('\n');

const TAG_DESCRIPTIONS: Readonly<Record<(typeof TAGS)[number], string>> = {
  Articles: 'Press releases and their tags.',
  Areas: 'The tree of places.',
  People: 'Officials who are quoted, and the organisations for which they speak.',
  Quotes: 'What was said.',
  Operations: 'For those who run the server, and for those who build on it.',
};

function pathsOf(routes: readonly Route[], responses: ProblemResponses): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    paths[route.url] = { ...paths[route.url], [route.method.toLowerCase()]: operation(route, responses) };
  }
  return paths;
}

function operation(route: Route, responses: ProblemResponses): ZodOpenApiOperationObject {
  const codes = [...PROBLEMS_OF_EVERY_ROUTE, ...(route.body ? PROBLEMS_OF_EVERY_BODY : []), ...route.problems];
  const statuses = [...new Set(codes.map((code) => PROBLEM_TABLE[code].status))].sort();
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.description,
    tags: [route.tag],
    requestParams: { query: route.query, path: route.params },
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: {
      '200': successResponse(route),
      ...(route.caching === 'public' && { '304': NOT_MODIFIED }),
      ...Object.fromEntries(statuses.map((status) => [String(status), responses.get(status)])),
    },
  };
}

function successResponse({ success, caching }: Route): ZodOpenApiResponseObject {
  return {
    description: success.description,
    headers: z.object({
      'Cache-Control': cacheControlHeader,
      'X-Request-Id': requestIdHeader,
      ...(caching === 'public' && { ETag: etagHeader, 'Last-Modified': lastModifiedHeader }),
      ...(success.isPage && { Link: linkHeader }),
    }),
    content: { [success.mediaType]: { schema: success.schema, example: success.example } },
  };
}

const requestIdHeader = z.string().meta({ description: 'Names this request in the log.', header: { id: 'RequestId' } });
const cacheControlHeader = z.string().meta({
  description: 'How long the answer may be kept; `private, no-store` when a key was sent.',
  header: { id: 'CacheControl' },
});
const etagHeader = z
  .string()
  .optional()
  .meta({ description: 'Strong validator; absent when a key was sent.', header: { id: 'ETag' } });
const lastModifiedHeader = z
  .string()
  .optional()
  .meta({ description: 'When it last changed; absent when a key was sent.', header: { id: 'LastModified' } });
const linkHeader = z
  .string()
  .optional()
  .meta({
    description:
      'Addresses of this page, the first, the next and the previous one (RFC 8288); absent when they are too long for a ' +
      'header.',
    header: { id: 'Link' },
  });

const NOT_MODIFIED: ZodOpenApiResponseObject = {
  id: 'NotModified',
  description: 'The answer that the client holds is still good.',
  headers: z.object({ 'Cache-Control': cacheControlHeader, ETag: etagHeader, 'Last-Modified': lastModifiedHeader }),
};

type ProblemResponses = ReadonlyMap<number, ZodOpenApiResponseObject>;

/** One reusable response per status, with an example of each code that has it. */
function problemResponses(publicUrl: string): ProblemResponses {
  const statuses = new Set(PROBLEM_CODES.map((code) => PROBLEM_TABLE[code].status));
  return new Map([...statuses].map((status) => [status, problemResponse(status, publicUrl)]));
}

function problemResponse(status: number, publicUrl: string): ZodOpenApiResponseObject {
  const codes = PROBLEM_CODES.filter((code) => PROBLEM_TABLE[code].status === status);
  const examples = codes.map((code) => [
    code,
    { summary: PROBLEM_TABLE[code].title, value: exampleOf(code, publicUrl) },
  ]);
  return {
    id: (STATUS_CODES[status] ?? String(status)).replaceAll(/\W/g, ''),
    description: codes.map((code) => PROBLEM_TABLE[code].meaning).join(' '),
    headers: z.object({ 'X-Request-Id': requestIdHeader }),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: problemView, examples: Object.fromEntries(examples) } },
  };
}

function exampleOf(code: ProblemCode, publicUrl: string): object {
  return problemBody(new Problem(code, PROBLEM_TABLE[code].meaning), {
    publicUrl,
    instance: '/v1/articles',
    requestId: '6f1ef4ad-4a47-4a0e-8a7b-5a3c5de3f0f7',
  });
}
