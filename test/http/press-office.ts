import type { Role } from '../../src/domain/actor.ts';
import type { KeyWish } from '../../src/usecases/keys.ts';
import { place } from '../support/place.ts';
import { checkConformance } from './conformance.ts';
import { bearer, openInstallation } from './installation.ts';

const BASE = '/v1/editorial/articles';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Asking {
  readonly body?: object | undefined;
  /** What `If-Match` names: a version, or the header as it stands. */
  readonly version?: number | string | undefined;
  readonly headers?: Record<string, string>;
}

export type PressOffice = Awaited<ReturnType<typeof openPressOffice>>;
export type Desk = Awaited<ReturnType<PressOffice['desk']>>;

/** A server with areas, and people who work through it with keys of their own. */
export async function openPressOffice(...installed: Parameters<typeof openInstallation>) {
  const api = await openInstallation(...installed);
  await api.store.areas.register(
    [
      place('Ouseshire', { kind: 'county' }),
      place('Fenwick', { kind: 'borough', parentKey: 'ouseshire' }),
      place('Harrowmere', { kind: 'borough', parentKey: 'ouseshire' }),
    ],
    api.deps.clock.now(),
  );

  return {
    ...api,
    /** Somebody with a key. */
    async desk(role: Role, wish: Partial<KeyWish> = {}) {
      const key = await api.createKey(role, wish);
      const ask = async (method: Method, path: string, { body, version, headers = {} }: Asking = {}) => {
        const response = await api.client[method](path)
          .set({
            ...bearer(key),
            ...(version !== undefined && { 'If-Match': typeof version === 'number' ? `"${version}"` : version }),
            ...(body !== undefined && { 'Content-Type': MEDIA_TYPES[method] }),
            ...headers,
          })
          .send(body && JSON.stringify(body));
        checkConformance(method, path, response);
        return response;
      };
      return {
        key: key.key,
        text: key.text,
        ask,
        create: (body: object, headers: Record<string, string> = {}, query = '') =>
          ask('post', `${BASE}${query}`, { body, headers }),
        read: (id: string) => ask('get', `${BASE}/${id}`),
        list: (query = '') => ask('get', `${BASE}${query}`),
        patch: (id: string, version: number | string | undefined, body: object, query = '') =>
          ask('patch', `${BASE}/${id}${query}`, { body, version }),
        act: (id: string, verb: string, version: number | string | undefined, body?: object, rest = '') =>
          ask('post', `${BASE}/${id}/${verb}${rest}`, { body, version }),
      };
    },
  };
}

const MEDIA_TYPES = {
  get: 'application/json',
  post: 'application/json',
  put: 'application/json',
  delete: 'application/json',
  patch: 'application/merge-patch+json',
};

/** What readers get at an address: all of the answer but what names the moment and the request. */
export async function seen(office: Pick<PressOffice, 'get'>, path: string) {
  const { status, headers, text } = await office.get(path, {
    'X-Request-Id': 'test-request',
    'Accept-Encoding': 'identity',
  });
  return { status, headers: { ...headers, date: '' }, text };
}

/** The body of a refusal, but for what every one has alike. */
export function refusal({ status, body }: { status: number; body: Record<string, unknown> }) {
  const { type, title, instance, requestId, status: told, ...rest } = body;
  return { ...rest, status: told === status ? status : `${status}, but ${told} in the body` };
}
