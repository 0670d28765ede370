import { describe, expect, it, type TestContext } from 'vitest';
import { shifted, systemClock } from '../../src/domain/time.ts';
import { CAN_MOUNT, openSmallDisk } from './small-disk.ts';

const MEGABYTE = 1024 * 1024;
const ARTICLES = '/v1/editorial/articles';
const DRAFT = { title: 'A long story', body: { markdown: 'A long story. '.repeat(500) } };

type Disk = Awaited<ReturnType<typeof openSmallDisk>>;

const open = (test: TestContext, megabytes: number, reserve: number) =>
  openSmallDisk(test, megabytes, { DATELINE_RESERVE_MEGABYTES: String(reserve) });

async function put({ ask }: Disk, slug: string, verb: string, body: object): Promise<string> {
  const draft = await ask('POST', ARTICLES, { body: { ...DRAFT, slug } });
  const { id } = draft.body;
  const submitted = await ask('POST', `${ARTICLES}/${id}/submit`, { version: 1 });
  const done = await ask('POST', `${ARTICLES}/${id}/${verb}`, { version: 2, body });
  expect([draft.status, submitted.status, done.status]).toEqual([201, 200, 200]);
  return id;
}

/** Fills the disk, and what room the database has of its own. */
async function useUp({ ask, fill }: Disk): Promise<void> {
  fill();
  for (let drafts = 0; drafts < 500; drafts += 1) {
    if ((await ask('POST', ARTICLES, { body: DRAFT })).status === 503) return;
  }
  throw new Error('the disk is never full');
}

async function withdraw({ ask }: Disk, id: string): Promise<number> {
  const { version } = (await ask('GET', `${ARTICLES}/${id}`)).body;
  return (
    await ask('POST', `${ARTICLES}/${id}/withdraw`, { version, body: { kind: 'gone', explanation: 'A mistake.' } })
  ).status;
}

// Side by side: each has a disk of its own, and mostly waits for the server to come round.
describe.runIf(CAN_MOUNT)('on a full disk', { concurrent: true }, () => {
  it('what is withdrawn comes down, and what is due comes out, in the room that was kept for them', {
    timeout: 120_000,
  }, async (test) => {
    const disk = await open(test, 32, 3);
    const { ask, sizeOf } = disk;
    const statusOf = async (slug: string) => (await ask('GET', `/v1/articles/${slug}`)).status;
    const ids = [];
    for (const slug of ['a', 'b', 'c']) ids.push(await put(disk, slug, 'publish', {}));
    await test.expect.poll(() => sizeOf('test.db.reserve'), { timeout: 30_000 }).toBe(3 * MEGABYTE);

    for (const [at, id] of ids.slice(0, 2).entries()) {
      await useUp(disk);
      expect([await withdraw(disk, id), await statusOf('ab'[at] ?? '')]).toEqual([200, 410]);
    }
    expect(disk.said()).toContain('the disk is full: room that was kept for what cannot wait is used');
    expect(await statusOf('c')).toBe(200);

    disk.empty();
    const dueAt = shifted(systemClock.now(), 3_000);
    await put(disk, 'due', 'schedule', { publishAt: dueAt });
    await useUp(disk);
    await test.expect.poll(() => systemClock.now() > dueAt, { timeout: 10_000 }).toBe(true);
    expect([await statusOf('due'), await statusOf('c')]).toEqual([200, 200]);

    disk.empty();
    await test.expect.poll(() => sizeOf('test.db.reserve'), { timeout: 30_000 }).toBe(3 * MEGABYTE);
    expect((await ask('POST', ARTICLES, { body: DRAFT })).status).toBe(201);
    expect((await disk.end()).code).toBe(0);
  });

  it('keys, previews, partners, access and schedules end, and nothing else is written', {
    timeout: 120_000,
  }, async (test) => {
    const disk = await open(test, 40, 7);
    const { ask } = disk;
    const made = async (path: string, body: object) => {
      const answer = await ask('POST', path, { body });
      expect([path, answer.status]).toEqual([path, 201]);
      return answer.body;
    };
    const partner = (name: string) =>
      made('/v1/admin/partners', { name, organisation: 'Harrowmere Council', areas: [] });
    const [gone, paused, reader] = [await partner('Gone'), await partner('Paused'), await partner('Reader')];
    const key = await made('/v1/admin/keys', { name: 'Sam', role: 'author' });
    const publishAt = shifted(systemClock.now(), 3_600_000);
    const id = await put(disk, 'a', 'schedule', { publishAt, embargo: { partners: [reader.id] } });
    const article = `${ARTICLES}/${id}`;
    const preview = await made(`${article}/previews`, {});
    await test.expect.poll(() => disk.sizeOf('test.db.reserve'), { timeout: 60_000 }).toBe(7 * MEGABYTE);

    const ends: [string, string, { body?: object; version?: number }][] = [
      ['DELETE', `/v1/admin/keys/${key.prefix}`, {}],
      ['POST', `/v1/admin/partners/${paused.id}/suspend`, { version: 1 }],
      ['POST', `/v1/admin/partners/${gone.id}/end`, { version: 1 }],
      ['DELETE', `${article}/previews/${preview.id}`, {}],
      ['POST', `${article}/revoke-access`, { body: { reason: 'A breach.' } }],
      ['POST', `${article}/unschedule`, { version: 4 }],
    ];
    for (const [method, path, given] of ends) {
      await useUp(disk);
      const { status } = await ask(method, path, given);
      expect([path, status < 300, status]).toEqual([path, true, status]);
    }
    await useUp(disk);
    expect((await ask('POST', `/v1/admin/partners/${paused.id}/resume`, { version: 2 })).status).toBe(503);
  });

  it('without a reserve, a withdrawal is refused like any other write, and takes nothing down', {
    timeout: 120_000,
  }, async (test) => {
    const disk = await open(test, 32, 0);
    const id = await put(disk, 'a', 'publish', {});
    await useUp(disk);
    expect([await withdraw(disk, id), (await disk.ask('GET', '/v1/articles/a')).status]).toEqual([503, 200]);
    expect(disk.sizeOf('test.db.reserve')).toBe(0);
    disk.empty();
    expect([await withdraw(disk, id), (await disk.ask('GET', '/v1/articles/a')).status]).toEqual([200, 410]);
  });
});
