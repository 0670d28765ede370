import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came to a server of ours that stands for somebody else's. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly origin: string;
  readonly port: number;
  /** Everything that has come, in order. */
  readonly received: Received[];
  /** How it answers from now on. */
  answer: (received: Received, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** Listens on this machine, and answers 204 unless told otherwise. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
    received.push(one);
    receiver.answer(one, response);
  };
  const server = createServer((request, response) => void listener(request, response));
  const port = await listen(server);
  const receiver: Receiver = {
    origin: `http://127.0.0.1:${port}`,
    port,
    received,
    answer: (_received, response) => void response.writeHead(204).end(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of TCP is always an object.
  return (server.address() as AddressInfo).port;
}
