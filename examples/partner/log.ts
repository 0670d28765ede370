import { setTimeout as pause } from 'node:timers/promises';

/* The log of changes of a Dateline server, as whoever follows it asks for it. */

const WAIT_SECONDS = 30;
const RETRY_MILLIS = 1_000;

export interface Change {
  readonly type: 'upsert' | 'withdraw' | 'vanish' | 'access-lost' | 'embargo';
  readonly id: string;
  readonly sequence?: number;
  readonly article?: object;
}

export interface Changes {
  readonly data: readonly Change[];
  readonly page: { readonly next: string; readonly more: boolean };
}

export interface LogOptions {
  readonly server: string;
  /** Of a partner; without one it is what everybody may read. */
  readonly key: string | undefined;
  /** Whether each change brings its article along. */
  readonly include?: 'article';
}

export function openLog({ server, key, include }: LogOptions) {
  const address = new URL(key === undefined ? '/v1/changes' : '/v1/syndication/changes', server);
  address.search = new URLSearchParams({
    limit: '100',
    wait: String(WAIT_SECONDS),
    ...(include && { include }),
  }).toString();
  let bell = new AbortController();
  return {
    /** There is something to ask for. */
    ring: () => bell.abort(),

    /** What comes behind a place, waiting for it where there is nothing yet. Whatever goes wrong is tried again. */
    async ask(since: string | undefined): Promise<Changes | 'resync'> {
      const url = new URL(address);
      if (since !== undefined) url.searchParams.set('since', since);
      for (;;) {
        try {
          const response = await fetch(url, { headers: authorization(key), signal: bell.signal });
          if (response.status === 410) return 'resync';
          if (response.ok) return (await response.json()) as Changes;
          say('refused', `${response.status} ${await response.text()}`);
          await pause(Number(response.headers.get('retry-after') ?? 0) * 1000 || RETRY_MILLIS);
        } catch (error) {
          if (!bell.signal.aborted) await pause(RETRY_MILLIS);
          if (!bell.signal.aborted) say('unreachable', String(error));
          bell = new AbortController();
        }
      }
    },
  };
}

export function authorization(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { Authorization: `Bearer ${key}` };
}

export function say(what: string, about: string): void {
  process.stdout.write(`${what} ${about}\n`);
}
