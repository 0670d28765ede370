import { STATUS_CODES } from 'node:http';
import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiRequestBodyObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { PROBLEM_CODES, Problem, type ProblemCode } from '../../domain/problem.ts';
import { DOORS, rolesAdmitted } from '../admission/doors.ts';
import {
  cacheControlHeader,
  etagHeader,
  lastModifiedHeader,
  linkHeader,
  RATE_LIMIT_HEADERS,
  requestIdHeader,
  retryAfterHeader,
  surrogateKeyHeader,
  TAKEN_HEADERS,
  varyHeader,
  versionHeader,
} from '../answer/response-headers.ts';
import { PROBLEM_TABLE } from '../problems/problem-table.ts';
import { PROBLEM_MEDIA_TYPE, problemBody } from '../problems/problems.ts';
import { FORM_MEDIA_TYPE } from '../request/form-body.ts';
import { JSON_MEDIA_TYPE, MERGE_PATCH_MEDIA_TYPE } from '../request/json-body.ts';
import { type Route, TAGS } from '../route.ts';
import { problemView } from '../views/problem.ts';
import { withParameterExamples } from './parameter-examples.ts';
import { describeWebhooks } from './webhooks.ts';

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

const PROBLEMS_OF_EVERY_CLOSED_DOOR: readonly ProblemCode[] = ['forbidden'];
const PROBLEMS_OF_EVERY_COUNTED_DOOR: readonly ProblemCode[] = ['too_many_requests'];
/** What can be asked for under conditions. */
const PROBLEMS_OF_EVERY_VALIDATOR: readonly ProblemCode[] = ['stale_edition'];
const PROBLEMS_OF_EVERY_BODY: readonly ProblemCode[] = ['invalid_body', 'payload_too_large', 'unsupported_media_type'];

/** The OpenAPI 3.1 document of these routes, made from the same definitions that serve them. */
export function openapiDocument(
  routes: readonly Route[],
  { publicUrl, version }: { publicUrl: string; version: string },
) {
  const responses = problemResponses(publicUrl);
  const document = createDocument({
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
    webhooks: describeWebhooks(publicUrl),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key `dl_<prefix>_<secret>`. Public answers need none.' },
      },
    },
  });
  return withParameterExamples(document);
}

const INTRODUCTION = [
  'Everything that is public can be read without a key. Answers carry `ETag` and `Last-Modified`; sent back as',
  '`If-None-Match` or `If-Modified-Since`, they are answered with 304 while nothing has changed. Every address that',
  'answers GET answers HEAD. Every refusal is `application/problem+json` (RFC 9457); its `type` is the address of a page',
  'that explains it. A method that an address does not have is 405 with `Allow`. Requests are counted per key, or per',
  'address without one: `RateLimit-Policy` and `RateLimit` say what is granted and what is left. Where a role is named',
  '(`x-roles`), the request must carry a key with one of them.',
].join('\n');

const TAG_DESCRIPTIONS: Readonly<Record<(typeof TAGS)[number], string>> = {
  Articles: 'Press releases and their tags.',
  Areas: 'The tree of places.',
  People: 'Officials who are quoted, and the organisations for which they speak.',
  Quotes: 'What was said.',
  Newsroom: 'Drafts, approvals and publication: the whole life of a press release.',
  Syndication: 'For those who keep copies, and for partners, who take over what is public in their areas.',
  Administration: 'Keys, partners, and the trail of who did what.',
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
  const statuses = [...new Set(problemsOf(route).map((code) => PROBLEM_TABLE[code].status))].sort();
  const roles = rolesAdmitted(route);
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.description,
    tags: [route.tag],
    ...(roles && { security: [{ key: [] }], 'x-roles': roles }),
    requestParams: {
      query: route.query,
      path: route.params,
      ...(route.headers && { header: route.headers }),
    },
    ...(route.body && { requestBody: requestBody(route.method, route.body) }),
    ...(route.upload && { requestBody: uploadBody(route.upload) }),
    responses: {
      ...successResponses(route),
      ...(DOORS[route.door].caching === 'public' && { '304': NOT_MODIFIED }),
      ...(isVersioned(route) && { '304': VERSION_NOT_MODIFIED }),
      ...(route.redirect !== undefined && { '308': redirectResponse(route.redirect) }),
      ...Object.fromEntries(statuses.map((status) => [String(status), responses.get(status)])),
    },
  };
}

function problemsOf(route: Route): ProblemCode[] {
  const { door, body, upload, problems } = route;
  return [
    ...PROBLEMS_OF_EVERY_ROUTE,
    ...(rolesAdmitted(route) ? PROBLEMS_OF_EVERY_CLOSED_DOOR : []),
    ...(DOORS[door].isCounted ? PROBLEMS_OF_EVERY_COUNTED_DOOR : []),
    ...(DOORS[door].caching === 'public' || isVersioned(route) ? PROBLEMS_OF_EVERY_VALIDATOR : []),
    ...(body || upload ? PROBLEMS_OF_EVERY_BODY : []),
    ...problems,
  ];
}

function requestBody(method: Route['method'], body: NonNullable<Route['body']>): ZodOpenApiRequestBodyObject {
  const json = method === 'PATCH' ? [MERGE_PATCH_MEDIA_TYPE, JSON_MEDIA_TYPE] : [JSON_MEDIA_TYPE];
  const mediaTypes = body.isForm ? [FORM_MEDIA_TYPE] : json;
  const { schema, example } = body;
  const required = !body.schema.safeParse(undefined).success;
  return { required, content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema, example }])) };
}

function uploadBody(upload: NonNullable<Route['upload']>): ZodOpenApiRequestBodyObject {
  const content = Object.entries(upload).map(([mediaType, { description, example }]) => [
    mediaType,
    { schema: z.string().meta({ description }), example },
  ]);
  return { required: true, content: Object.fromEntries(content) };
}

function successResponses({ door, success }: Route): Record<string, ZodOpenApiResponseObject> {
  const { caching, isCounted } = DOORS[door];
  const withBody = 'mediaType' in success ? success : undefined;
  const response = {
    description: success.description,
    headers: z.object({
      'Cache-Control': cacheControlHeader,
      'X-Request-Id': requestIdHeader,
      ...(isCounted && RATE_LIMIT_HEADERS),
      ...(caching === 'public' && PUBLIC_HEADERS),
      ...(withBody?.isPage && { Link: linkHeader }),
      ...success.headers,
    }),
    ...(withBody && {
      content: {
        [withBody.mediaType]: { schema: withBody.schema, example: withBody.example },
        ...(withBody.page && { 'text/html': { schema: z.string(), example: withBody.page.example } }),
        ...Object.fromEntries(
          Object.entries(withBody.others ?? {}).map(([mediaType, { description, example }]) => [
            mediaType,
            { schema: z.string().meta({ description }), ...(example !== undefined && { example }) },
          ]),
        ),
      },
    }),
  };
  return Object.fromEntries((success.statuses ?? [200]).map((status) => [String(status), response]));
}

const PUBLIC_HEADERS = {
  ETag: etagHeader,
  'Last-Modified': lastModifiedHeader,
  Vary: varyHeader,
  'Surrogate-Key': surrogateKeyHeader,
};

function redirectResponse(description: string): ZodOpenApiResponseObject {
  const location = z.string().meta({ description: 'The address to ask instead.' });
  return { description, headers: z.object({ 'Cache-Control': cacheControlHeader, Location: location }) };
}

const NOT_MODIFIED: ZodOpenApiResponseObject = {
  id: 'NotModified',
  description: 'The answer that the client holds is still good.',
  headers: z.object({ 'Cache-Control': cacheControlHeader, ETag: etagHeader, 'Last-Modified': lastModifiedHeader }),
};

/** Whether what it reads has a version. */
function isVersioned({ method, success }: Route): boolean {
  return method === 'GET' && success.headers?.['ETag'] !== undefined;
}

const VERSION_NOT_MODIFIED: ZodOpenApiResponseObject = {
  id: 'VersionNotModified',
  description: 'The answer that the client holds is still good.',
  headers: z.object({ 'Cache-Control': cacheControlHeader, 'X-Request-Id': requestIdHeader, ETag: versionHeader }),
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
    headers: z.object({
      'X-Request-Id': requestIdHeader,
      ...(status === PROBLEM_TABLE.idempotency_key_in_use.status && { 'Retry-After': retryAfterHeader.optional() }),
      ...(status === PROBLEM_TABLE.unsupported_media_type.status && TAKEN_HEADERS),
      ...(status === PROBLEM_TABLE.too_many_requests.status && {
        'Retry-After': retryAfterHeader,
        ...RATE_LIMIT_HEADERS,
      }),
    }),
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
