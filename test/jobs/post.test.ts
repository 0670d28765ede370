import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OutboundResult } from '../../src/domain/outbound.ts';
import { createAddressGuard } from '../../src/jobs/address-guard.ts';
import { createSender, MAX_ANSWER_BYTES, type SenderOptions } from '../../src/jobs/post.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

const LOCAL = createAddressGuard(['127.0.0.1']);

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());
afterEach(() => {
  receiver.received.length = 0;
  receiver.answer = (_received, response) => void response.writeHead(204).end();
});

function post(url: string, options: Partial<SenderOptions> = {}, signal?: AbortSignal): Promise<OutboundResult> {
  const send = createSender({ guard: LOCAL, ...options });
  return send({
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/json' },
    body: '{"a":"é"}',
    ...(signal && { signal }),
  });
}

/** A name service that knows one name. */
function names(...addresses: readonly string[]): NonNullable<SenderOptions['resolve']> {
  return (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
}

describe('an outbound request', () => {
  it('arrives as it was meant, on a connection that ends with it', async () => {
    receiver.answer = (_received, response) => void response.writeHead(429, { 'Retry-After': '7' }).end('later');
    const result = await post(`${receiver.origin}/hook?a=1`);
    expect(result).toEqual({ status: 429, retryAfter: '7', body: 'later', millis: expect.any(Number) });
    expect(receiver.received).toEqual([
      {
        method: 'POST',
        url: '/hook?a=1',
        headers: {
          'content-type': 'application/json',
          'content-length': '10',
          host: `127.0.0.1:${receiver.port}`,
          connection: 'close',
        },
        body: '{"a":"é"}',
      },
    ]);
  });

  it('follows no redirect', async () => {
    receiver.answer = (_received, response) =>
      void response.writeHead(307, { Location: `${receiver.origin}/else` }).end();
    expect(await post(receiver.origin)).toMatchObject({ status: 307 });
    expect(receiver.received).toHaveLength(1);
  });

  it('does not go to a closed address, written as a number or behind a name', async () => {
    const guard = createAddressGuard([]);
    expect(await post(`https://127.0.0.1:${receiver.port}/`, { guard })).toMatchObject({ failure: 'address' });
    const behind = (...addresses: string[]) =>
      post('https://council.example/', { guard, resolve: names(...addresses) });
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254', '10.0.0.1', 'fd00::1']) {
      expect(await behind(address)).toMatchObject({ status: null, failure: 'address' });
      expect(await behind('8.8.8.8', address)).toMatchObject({ status: null, failure: 'address' });
    }
    expect(await behind()).toMatchObject({ failure: 'address' });
    expect(receiver.received).toEqual([]);
  });

  it('goes to the address that was checked, whatever the name says a moment later', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    let asked = 0;
    const resolve: SenderOptions['resolve'] = (_hostname, _options, callback) => {
      asked += 1;
      callback(null, [{ address: answers.shift() ?? '127.0.0.3', family: 4 }]);
    };
    const guard = createAddressGuard(['127.0.0.1']);
    const url = `http://rebinding.example:${receiver.port}/`;
    const lax = { ...guard, mayAsk: () => true };
    expect(await post(url, { guard: lax, resolve })).toMatchObject({ status: 204 });
    expect([asked, receiver.received.length]).toEqual([1, 1]);
    expect(await post(url, { guard: lax, resolve })).toMatchObject({ failure: 'address' });
    expect(receiver.received).toHaveLength(1);
  });

  it('says that a name has no address', async () => {
    const resolve: SenderOptions['resolve'] = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    expect(await post('https://council.example/', { resolve })).toMatchObject({ failure: 'name' });
  });

  it('says that nobody listens, or does not speak TLS', async () => {
    const gone = await openReceiver();
    await gone.close();
    expect(await post(gone.origin)).toMatchObject({ failure: 'connection' });
    expect(await post(receiver.origin.replace('http:', 'https:'))).toMatchObject({ failure: 'connection' });
  });

  it('waits so long and no longer: for an answer, for its body, for a connection', async () => {
    receiver.answer = () => undefined;
    expect(await post(receiver.origin, { totalTimeoutMillis: 30 })).toMatchObject({ failure: 'timeout' });
    receiver.answer = (_received, response) => void response.writeHead(200).write('slow');
    expect(await post(receiver.origin, { totalTimeoutMillis: 30 })).toMatchObject({ failure: 'timeout' });
    const resolve: SenderOptions['resolve'] = () => undefined;
    const connecting = { resolve, connectTimeoutMillis: 30 };
    expect(await post('https://council.example/', connecting)).toMatchObject({ failure: 'timeout' });
    const [tls, port] = await silent();
    expect(await post(`https://127.0.0.1:${port}/`, { connectTimeoutMillis: 30 })).toMatchObject({
      failure: 'timeout',
    });
    tls.close();
  });

  it('reads the beginning of a body that does not end', async () => {
    receiver.answer = (_received, response) => {
      response.writeHead(200);
      const pour = (): void =>
        void (response.write('x'.repeat(50_000)) ? setImmediate(pour) : response.once('drain', pour));
      pour();
    };
    const result = await post(receiver.origin);
    expect(result.status === 200 && result.body).toBe('x'.repeat(MAX_ANSWER_BYTES));
  });

  it('takes an answer that breaks off for none', async () => {
    receiver.answer = (_received, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('half', () => response.destroy());
    };
    expect(await post(receiver.origin)).toMatchObject({ status: null, failure: 'cut' });
  });

  it('takes nobody at their word who will speak another protocol', async () => {
    receiver.answer = (_received, response) =>
      void response.socket?.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
    const result = await post(receiver.origin, { totalTimeoutMillis: 2_000 });
    expect(result).toEqual({ status: 101, retryAfter: undefined, body: '', millis: expect.any(Number) });
  });

  it('is not sent to an address with a password', async () => {
    const { host } = new URL(receiver.origin);
    for (const who of ['ada:secret', '%zz']) {
      expect(await post(`http://${who}@${host}/`)).toMatchObject({ status: null, failure: 'address' });
    }
    expect(receiver.received).toEqual([]);
  });

  it('is given up when it is told to', async () => {
    receiver.answer = () => ending.abort();
    const ending = new AbortController();
    expect(await post(receiver.origin, {}, ending.signal)).toMatchObject({ failure: 'stopped' });
    expect(await post(receiver.origin, {}, ending.signal)).toMatchObject({ failure: 'stopped' });
    expect(receiver.received).toHaveLength(1);
  });
});

/** Takes connections and says nothing. */
async function silent(): Promise<[Server, number]> {
  const server = createServer((socket: Socket) => void socket.on('error', () => undefined).resume());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  return [server, port];
}
