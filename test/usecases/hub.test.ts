import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DEFAULT_LEASE_SECONDS, type HubWish, MAX_HUB_SUBSCRIPTIONS_OF_HOST } from '../../src/domain/hub.ts';
import { shifted } from '../../src/domain/time.ts';
import { createAddressGuard } from '../../src/jobs/address-guard.ts';
import { createSender } from '../../src/jobs/post.ts';
import { hubService } from '../../src/jobs/serve-hub.ts';
import { askHub } from '../../src/usecases/hub.ts';
import { put } from '../support/newsroom.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';
import { openDelivering } from '../support/syndication.ts';

const PUBLIC_URL = 'https://news.example';
const TOPIC = `${PUBLIC_URL}/v1/feeds/atom.xml?area=fenwick`;
const SUBSCRIBE: HubWish = { mode: 'subscribe', leaseSeconds: DEFAULT_LEASE_SECONDS, secret: 'theirs' };
const DAY = 86_400_000;

/** Whoever is asked says yes. */
const yes: Receiver['answer'] = ({ url, method }, response) => {
  const challenge = new URL(url, PUBLIC_URL).searchParams.get('hub.challenge') ?? '';
  response.writeHead(method === 'GET' ? 200 : 204).end(method === 'GET' ? challenge : undefined);
};

async function openHub() {
  const store = openTemporaryStore();
  const send = createSender({ guard: createAddressGuard(['127.0.0.1', 'localhost']), totalTimeoutMillis: 5_000 });
  const { deps, setTime } = openDelivering(store, { send });
  const reader = await openReceiver();
  onTestFinished(() => reader.close());
  reader.answer = yes;
  let feed: string | undefined = '<feed>1</feed>';
  const readTopic = async (path: string) =>
    path.startsWith('/v1/feeds/atom.xml') && feed !== undefined
      ? { mediaType: 'application/atom+xml', body: feed }
      : undefined;
  const options = { publicUrl: PUBLIC_URL, readTopic, signal: new AbortController().signal, chance: () => 0.5 };
  const serve = hubService(deps, options);
  const callback = `${reader.origin}/callback?own=1`;
  return {
    deps,
    store,
    reader,
    options,
    callback,
    ask: (wish: Partial<HubWish> = {}, topic = TOPIC, to = callback) =>
      askHub(deps, PUBLIC_URL, { topic, callback: to, wish: { ...SUBSCRIBE, ...wish } }),
    serveAt: async (millis: number) => {
      setTime(shifted(NOW, millis));
      await serve();
      return reader.received.splice(0);
    },
    change: async (body: string | undefined) => {
      feed = body;
      await put(store, { name: randomUUID() });
    },
  };
}

const methods = (received: { method: string }[]) => received.map(({ method }) => method);

describe('the hub', () => {
  it('asks the callback whether it wants to be told, and sends it the feed whenever that changes', async () => {
    const { ask, serveAt, change } = await openHub();
    await ask();
    const [question, ...none] = await serveAt(0);
    const asked = new URL(question?.url ?? '', PUBLIC_URL).searchParams;
    expect([question?.method, none]).toEqual(['GET', []]);
    expect(Object.fromEntries(asked)).toEqual({
      own: '1',
      'hub.mode': 'subscribe',
      'hub.topic': TOPIC,
      'hub.challenge': expect.stringMatching(/^[\w-]{32}$/),
      'hub.lease_seconds': '864000',
    });
    expect(await serveAt(1)).toEqual([]);
    await change('<feed>2</feed>');
    const [told, ...more] = await serveAt(2);
    expect([told?.method, told?.url, told?.body, more]).toEqual(['POST', '/callback?own=1', '<feed>2</feed>', []]);
    expect(told?.headers).toMatchObject({
      'content-type': 'application/atom+xml',
      link: `<${PUBLIC_URL}/v1/websub/hub>; rel="hub", <${TOPIC}>; rel="self"`,
      'x-hub-signature': `sha256=${createHmac('sha256', 'theirs').update('<feed>2</feed>').digest('hex')}`,
    });
    await change('<feed>2</feed>');
    expect(await serveAt(3)).toEqual([]);
  });

  it('tells nobody who does not repeat the challenge', async () => {
    const { ask, serveAt, change, reader } = await openHub();
    for (const [at, answer] of [
      ((_received, response) => void response.end('yes')) satisfies Receiver['answer'],
      ((_received, response) => void response.writeHead(404).end()) satisfies Receiver['answer'],
    ].entries()) {
      reader.answer = answer;
      await ask();
      expect(methods(await serveAt(2 * at))).toEqual(['GET']);
      await change(randomUUID());
      reader.answer = yes;
      expect(await serveAt(2 * at + 1)).toEqual([]);
    }
  });

  it('ends when the callback asks for it and means it, and not when somebody else does', async () => {
    const { ask, serveAt, change, reader } = await openHub();
    await ask();
    await serveAt(0);
    reader.answer = (received, response) =>
      received.url.includes('unsubscribe') ? void response.writeHead(404).end() : yes(received, response);
    await ask({ mode: 'unsubscribe' });
    expect(methods(await serveAt(1))).toEqual(['GET']);
    await change('<feed>2</feed>');
    expect(methods(await serveAt(2))).toEqual(['POST']);
    reader.answer = yes;
    await ask({ mode: 'unsubscribe' });
    expect(methods(await serveAt(3))).toEqual(['GET']);
    await change('<feed>3</feed>');
    expect(await serveAt(4)).toEqual([]);
  });

  it('ends with the lease, unless it is asked for again', async () => {
    const { ask, serveAt, change } = await openHub();
    await ask();
    await serveAt(0);
    await change('<feed>2</feed>');
    expect(methods(await serveAt(10 * DAY - 1))).toEqual(['POST']);
    await ask();
    expect(methods(await serveAt(10 * DAY - 1))).toEqual(['GET']);
    await change('<feed>3</feed>');
    expect(methods(await serveAt(11 * DAY))).toEqual(['POST']);
    await change('<feed>4</feed>');
    expect(await serveAt(20 * DAY)).toEqual([]);
  });

  it('denies what is no feed, and ends with one that is there no more', async () => {
    const { ask, serveAt, change } = await openHub();
    await ask({}, `${PUBLIC_URL}/v1/feeds/nothing.xml`);
    const [denied, ...none] = await serveAt(0);
    expect([denied?.method, none]).toEqual(['GET', []]);
    expect(new URL(denied?.url ?? '', PUBLIC_URL).searchParams.get('hub.mode')).toBe('denied');
    await ask();
    await serveAt(1);
    await change(undefined);
    expect(await serveAt(2)).toEqual([]);
    await change('<feed>again</feed>');
    expect(await serveAt(3)).toEqual([]);
  });

  it('tries again what is not taken, with what the feed says then, and ends when the callback is gone', async () => {
    const { ask, serveAt, change, reader } = await openHub();
    await ask();
    await serveAt(0);
    await change('<feed>2</feed>');
    reader.answer = (_received, response) => void response.writeHead(500).end();
    expect(methods(await serveAt(1))).toEqual(['POST']);
    await change('<feed>3</feed>');
    expect(await serveAt(5_000)).toEqual([]);
    reader.answer = yes;
    expect((await serveAt(5_001)).map(({ body }) => body)).toEqual(['<feed>3</feed>']);
    await change('<feed>4</feed>');
    reader.answer = (_received, response) => void response.writeHead(410).end();
    await serveAt(6_000);
    reader.answer = yes;
    await change('<feed>5</feed>');
    expect(await serveAt(DAY)).toEqual([]);
  });

  it('takes no wish that it cannot grant', async () => {
    const { ask, callback } = await openHub();
    const elsewhere = ['https://other.example/v1/feeds/atom.xml', `${PUBLIC_URL}/v1/articles`, `${TOPIC}#part`];
    for (const topic of elsewhere) await expect(ask({}, topic)).rejects.toMatchObject({ code: 'invalid_body' });
    for (const to of ['ftp://reader.example', 'nowhere', `${callback}#part`]) {
      await expect(ask({}, TOPIC, to)).rejects.toMatchObject({ code: 'invalid_body' });
    }
    await expect(ask({ secret: 'x'.repeat(200) })).rejects.toMatchObject({ code: 'invalid_body' });
  });

  it('has room for so many callbacks of one host', async () => {
    const { ask, callback } = await openHub();
    for (let at = 0; at < MAX_HUB_SUBSCRIPTIONS_OF_HOST; at += 1) await ask({}, TOPIC, `${callback}&at=${at}`);
    await expect(ask({}, TOPIC, `${callback}&one=more`)).rejects.toMatchObject({ code: 'too_many_requests' });
    await ask({}, TOPIC, `${callback}&at=0`);
  });

  it('gives the room back of callbacks that do not repeat the challenge', async () => {
    const { ask, serveAt, reader, callback } = await openHub();
    reader.answer = (_received, response) => void response.writeHead(404).end();
    for (let at = 0; at < MAX_HUB_SUBSCRIPTIONS_OF_HOST; at += 1) await ask({}, TOPIC, `${callback}&at=${at}`);
    await serveAt(0);
    await ask({}, TOPIC, `${callback}&one=more`);
  });

  it('hands one callback to one process at a time', async () => {
    const { ask, deps, reader, options } = await openHub();
    await ask();
    await Promise.all([hubService(deps, options)(), hubService(deps, options)()]);
    expect(reader.received).toHaveLength(1);
  });

  it('keeps nobody waiting for a callback that hangs, and gives one host no more than its share', async () => {
    const { ask, reader, callback, deps, options, change, serveAt } = await openHub();
    const quick = await openReceiver();
    onTestFinished(() => quick.close());
    quick.answer = yes;
    for (const at of [1, 2, 3]) await ask({}, TOPIC, `${callback}&at=${at}`);
    await ask({}, TOPIC, `${quick.origin.replace('127.0.0.1', 'localhost')}/callback`);
    await serveAt(0);
    quick.received.length = 0;
    await change('<feed>2</feed>');
    const release: (() => void)[] = [];
    reader.answer = (received, response) => void release.push(() => yes(received, response));
    const serving = hubService(deps, { ...options, limits: { all: 4, perHost: 2, perSubscription: 1 } })();
    await vi.waitFor(() => expect(methods(quick.received)).toEqual(['POST']));
    await change('<feed>3</feed>');
    await vi.waitFor(() => expect(methods(quick.received)).toEqual(['POST', 'POST']), 5_000);
    expect(methods(reader.received)).toEqual(['POST', 'POST']);
    reader.answer = yes;
    for (const each of release) each();
    await serving;
    // Two were sent what the feed said before, too.
    expect(methods(reader.received)).toEqual(['POST', 'POST', 'POST', 'POST', 'POST']);
  });

  it('leaves a callback alone for as long as it asks for', async () => {
    const { ask, serveAt, change, reader } = await openHub();
    await ask();
    await serveAt(0);
    await change('<feed>2</feed>');
    reader.answer = (_received, response) => void response.writeHead(503, { 'Retry-After': '3600' }).end();
    expect(methods(await serveAt(1))).toEqual(['POST']);
    reader.answer = yes;
    expect(await serveAt(3_600_000)).toEqual([]);
    expect(methods(await serveAt(3_600_001))).toEqual(['POST']);
    await change('<feed>3</feed>');
    reader.answer = (_received, response) => void response.writeHead(502).end();
    expect(methods(await serveAt(4_000_000))).toEqual(['POST']);
    reader.answer = yes;
    expect(await serveAt(4_059_999)).toEqual([]);
    expect(methods(await serveAt(4_060_000))).toEqual(['POST']);
  });

  it('asks again when the server closed down over the question', async () => {
    const { ask, deps, options, reader, serveAt } = await openHub();
    const asked = Promise.withResolvers<void>();
    reader.answer = () => asked.resolve();
    await ask();
    const closing = new AbortController();
    const serving = hubService(deps, { ...options, signal: closing.signal })();
    await asked.promise;
    closing.abort();
    await serving;
    reader.received.length = 0;
    reader.answer = yes;
    expect(methods(await serveAt(1))).toEqual(['GET']);
  });

  it('names a feed in a header as addresses are written there, whatever signs it was asked for with', async () => {
    const { ask, serveAt, change } = await openHub();
    await ask({}, `${PUBLIC_URL}/v1/feeds/atom.xml?tag=tân<日>`);
    await serveAt(0);
    await change('<feed>2</feed>');
    const [told] = await serveAt(1);
    expect(told?.headers['link']).toBe(
      `<${PUBLIC_URL}/v1/websub/hub>; rel="hub", <${PUBLIC_URL}/v1/feeds/atom.xml?tag=t%C3%A2n%3C%E6%97%A5%3E>; rel="self"`,
    );
  });

  it('meets what goes wrong with one, and goes on with the others', async () => {
    const { ask, deps, options, reader } = await openHub();
    await ask();
    await ask({}, `${TOPIC}&broken`);
    const readTopic = async (path: string) => {
      if (path.endsWith('broken')) throw new Error('the disk is gone');
      return options.readTopic(path);
    };
    await expect(hubService(deps, { ...options, readTopic })()).rejects.toThrow('the disk is gone');
    await vi.waitFor(() => expect(methods(reader.received)).toEqual(['GET']));
  });
});
