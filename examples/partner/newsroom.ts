import { authorization } from './log.ts';

/* The newsroom of a Dateline server, as far as a program needs it that republishes. */

export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly state: { readonly public: 'none' | 'live' | 'withdrawn' };
}

/** The server understood, and will not: to ask again changes nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly pointers: readonly (string | undefined)[];

  constructor({ code, detail, errors }: Problem) {
    super([code, detail, ...errors.map((fault) => `${fault.pointer}: ${fault.detail}`)].join(' '));
    this.pointers = errors.map(({ pointer }) => pointer);
  }
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer?: string; readonly detail: string }[];
}

export function openNewsroom(server: string, key: string | undefined) {
  /** @throws Refused; Error where asking again may help */
  async function ask<Answer>(method: string, path: string, version?: number, body?: object): Promise<Answer> {
    const response = await fetch(new URL(`/v1/editorial/${path}`, server), {
      method,
      headers: {
        ...authorization(key),
        ...(body && { 'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer;
    if (response.ok) return answer;
    if (response.status === 409 || response.status === 422) throw new Refused(answer as Problem);
    throw new Error(`${response.status} ${(answer as Problem).detail}`);
  }

  /** A draft of an area that nobody knows here has none. */
  async function save(method: string, path: string, version: number | undefined, draft: object): Promise<Draft> {
    try {
      return await ask(method, path, version, draft);
    } catch (error) {
      if (!(error instanceof Refused && error.pointers.includes('/area'))) throw error;
      return ask(method, path, version, { ...draft, area: null });
    }
  }

  return {
    /** The article at an address, and whether this very program has made it. */
    async find(url: string): Promise<{ readonly id: string; readonly isMade: boolean } | undefined> {
      const { name } = await ask<{ name: string }>('GET', 'me');
      const query = new URLSearchParams({ url });
      const { data } = await ask<{ data: { id: string; createdBy: string }[] }>('GET', `articles?${query}`);
      return data[0] && { id: data[0].id, isMade: data[0].createdBy === name };
    },
    create: (draft: object) => save('POST', 'articles', undefined, draft),
    read: (id: string) => ask<Draft>('GET', `articles/${id}`),
    patch: (id: string, version: number, draft: object) => save('PATCH', `articles/${id}`, version, draft),
    act: (id: string, version: number, verb: string, body: object) =>
      ask<Draft>('POST', `articles/${id}/${verb}`, version, body),
  };
}
