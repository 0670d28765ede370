import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../answering.ts';

let received = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    received += 1;
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

/** Takes whatever it is told, as fast as a server of Node's can. */
answerParent({
  // An address of TCP is always an object.
  port: () => (server.address() as AddressInfo).port,
  received: () => received,
});
