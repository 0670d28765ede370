import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way to a server, on which requests to addresses that are closed break off. */
export async function openRoad(origin: string) {
  /** Paths that nobody gets to. */
  const closed = new Set<string>();
  const server = createServer((asked, answer) => {
    const { url = '/', method, headers } = asked;
    if (closed.has(url)) return answer.destroy();
    const onward = request(new URL(url, origin), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    return asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    closed,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
