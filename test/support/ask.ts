import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export interface Reply {
  readonly status: number;
  /** By their names in lower case, without the date, which belongs to the moment. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Asks an address over a real connection, which the next question uses again, without a body and following no redirect.
 * For tests that look at thousands of answers: `fetch` takes longer than the server that it asks.
 */
export function ask(address: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { date: _date, ...kept } = response.headers;
        const bytes = Buffer.concat(chunks);
        const body = kept['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
        const received = Object.entries(kept).map(([name, value]) => [name, String(value)] as const);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(received), body: body.toString() });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
