import { Readable } from 'node:stream';

/** An upload that is sent bit by bit, and its answer, which is read meanwhile. */
export interface OpenUpload {
  readonly response: Response;
  /** Reads what has come of the answer, until there is so much of it. */
  told(lines: number): Promise<string>;
  send(text: string): void;
  /** Ends what is sent, and reads the rest of the answer. */
  finish(): Promise<string>;
  /** Breaks the connection. */
  abort(): void;
}

/** @param first what is sent before the answer begins */
export async function openUpload(url: string, headers: Record<string, string>, first: string): Promise<OpenUpload> {
  const body = new Readable({ read() {} });
  const aborting = new AbortController();
  body.push(first);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson', ...headers },
    body,
    duplex: 'half',
    signal: aborting.signal,
  } as RequestInit);
  const reader = response.body?.getReader();
  let text = '';
  const more = async (): Promise<boolean> => {
    const { done = true, value } = (await reader?.read()) ?? {};
    text += Buffer.from(value ?? []).toString();
    return !done;
  };
  return {
    response,
    send: (part) => void body.push(part),
    told: async (lines) => {
      while (text.split('\n').length <= lines && (await more()));
      return text;
    },
    finish: async () => {
      body.push(null);
      while (await more());
      return text;
    },
    abort: () => aborting.abort(),
  };
}
