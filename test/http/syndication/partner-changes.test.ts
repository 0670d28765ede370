import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import { cursorScope, writeCursor } from '../../../src/http/answer/cursor.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

const CHANGES = '/v1/syndication/changes';
const LIFT = shifted(NOW, 60_000);

let office: PressOffice;
let ada: Desk;
let sam: Desk;
let admin: Desk;
beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
  admin = await office.desk('admin', { name: 'Kim' });
});
afterAll(() => office.close());

async function openPartner(areaKeys: readonly string[]): Promise<{ partner: Partner; desk: Desk }> {
  const partner = await office.createPartner({ areaKeys });
  return { partner, desk: await office.desk('partner', { partnerId: partner.id }) };
}

let count = 0;
async function submitted(area: string): Promise<string> {
  count += 1;
  const { body } = await ada.create({ title: `Release ${count}`, area, body: { markdown: 'A plain text.' } });
  await ada.act(body.id, 'submit', 1);
  return body.id;
}

async function published(area: string): Promise<string> {
  const id = await submitted(area);
  await sam.act(id, 'publish', 2);
  return id;
}

/** A copy as a partner keeps it: what it may show, and what it may only read. */
function openCopy(desk: Desk) {
  const shown = new Set<string>();
  const held = new Set<string>();
  let since = '';
  return {
    shown,
    held,
    cursor: () => since,
    async follow(): Promise<string[]> {
      const told: string[] = [];
      for (let more = true; more; ) {
        const { body, status } = await desk.ask('get', `${CHANGES}?limit=2${since && `&since=${since}`}`);
        expect(status).toBe(200);
        for (const { type, id } of body.data) {
          told.push(type);
          held.delete(id);
          shown.delete(id);
          if (type === 'embargo') held.add(id);
          if (type === 'upsert') shown.add(id);
        }
        since = body.page.next;
        more = body.page.more;
      }
      return told;
    },
  };
}

describe('the changes of a partner', () => {
  test('are those of its areas, and what leaves them is lost', async () => {
    const { desk } = await openPartner(['fenwick', 'nowhere']);
    const copy = openCopy(desk);
    const [here, there] = [await published('Fenwick'), await published('Harrowmere')];
    await copy.follow();
    expect([copy.shown.has(here), copy.shown.has(there)]).toEqual([true, false]);
    await ada.patch(here, 3, { area: 'Harrowmere' });
    await sam.act(here, 'correct', 4, { note: 'It was elsewhere.' });
    expect(await copy.follow()).toEqual(['access-lost']);
    expect(copy.shown.has(here)).toBe(false);
  });

  test('tell of an embargo, of its end by a lift, and of nothing to others', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const other = openCopy((await openPartner([])).desk);
    const copy = openCopy(desk);
    await copy.follow();
    await other.follow();
    const id = await submitted('Fenwick');
    const embargo = { partners: [partner.id], conditions: 'Hold it.' };
    await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo });
    const { body } = await desk.ask('get', `${CHANGES}?since=${copy.cursor()}`);
    expect(body.data).toEqual([
      {
        type: 'embargo',
        id,
        at: NOW,
        embargo: { until: LIFT, conditions: 'Hold it.' },
        links: { self: `https://news.example/v1/syndication/articles/${id}` },
      },
    ]);
    expect(await copy.follow()).toEqual(['embargo']);
    expect(await other.follow()).toEqual([]);
    office.setTime(LIFT);
    expect(await copy.follow()).toEqual(['upsert']);
    expect([copy.held.has(id), copy.shown.has(id)]).toEqual([false, true]);
    expect(await other.follow()).toEqual(['upsert']);
    office.setTime(NOW);
  });

  test.each([
    [
      'access was revoked',
      async (id: string) =>
        sam.ask('post', `/v1/editorial/articles/${id}/revoke-access`, { body: { reason: 'Breach.' } }),
    ],
    ['it was unscheduled', async (id: string) => sam.act(id, 'unschedule', 3)],
  ])('say that access is lost when %s', async (_what, end) => {
    const { partner, desk } = await openPartner(['fenwick']);
    const copy = openCopy(desk);
    await copy.follow();
    const id = await submitted('Fenwick');
    await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: [partner.id] } });
    expect(await copy.follow()).toEqual(['embargo']);
    expect((await end(id)).status).toBe(200);
    expect(await copy.follow()).toEqual(['access-lost']);
    expect(copy.held.has(id)).toBe(false);
    expect(await openCopy(desk).follow()).not.toContain('access-lost');
    expect(await copy.follow()).toEqual([]);
  });

  test('are told again when its terms change', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const second = await openPartner(['fenwick']);
    const copy = openCopy(desk);
    const id = await submitted('Fenwick');
    await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: [partner.id] } });
    await copy.follow();
    const put = (version: number, body: object) =>
      sam.ask('put', `/v1/editorial/articles/${id}/embargo`, { version, body });
    await put(3, { partners: [partner.id, second.partner.id] });
    expect(await copy.follow()).toEqual([]);
    await put(4, { partners: [partner.id, second.partner.id], conditions: 'Quiet.' });
    expect(await copy.follow()).toEqual(['embargo']);
    await sam.act(id, 'unschedule', 5);
  });

  test('wake whoever waits for them at once, and nobody else', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const other = await openPartner(['fenwick']);
    const copies = [openCopy(desk), openCopy(other.desk)] as const;
    for (const copy of copies) await copy.follow();
    const id = await submitted('Fenwick');
    const [told, notTold, everybody] = [
      desk.ask('get', `${CHANGES}?since=${copies[0].cursor()}&wait=20`),
      other.desk.ask('get', `${CHANGES}?since=${copies[1].cursor()}&wait=1`),
      office
        .get('/v1/changes?limit=100')
        .then(({ body }) => office.get(`/v1/changes?limit=100&since=${body.page.next}&wait=1`)),
    ];
    const first = Promise.race([told, notTold, everybody]);
    await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: [partner.id] } });
    expect((await told).body.data).toMatchObject([{ type: 'embargo', id }]);
    expect(await first).toBe(await told);
    expect([(await notTold).body.data, (await everybody).body.data]).toEqual([[], []]);
    await sam.act(id, 'unschedule', 3);
  });

  test.each([
    ['its key is revoked', async ({ key }: Desk) => admin.ask('delete', `/v1/admin/keys/${key.prefix}`)],
    [
      'the partner is suspended',
      async (_desk: Desk, { id }: Partner) => admin.ask('post', `/v1/admin/partners/${id}/suspend`, { version: 1 }),
    ],
  ])('are not told to whoever waits when %s', async (_what, end) => {
    const { partner, desk } = await openPartner(['fenwick']);
    const copy = openCopy(desk);
    await copy.follow();
    const id = await submitted('Fenwick');
    const waiting = desk.ask('get', `${CHANGES}?since=${copy.cursor()}&wait=20`);
    // Another request of the same route, so that the first has begun to wait by the time it is answered.
    await copy.follow();
    expect([200, 204]).toContain((await end(desk, partner)).status);
    await sam.act(id, 'publish', 2);
    const { status, body } = await waiting;
    expect([status, body.code, body.data]).toEqual([401, 'unauthorized', undefined]);
  });

  test('must be followed anew when its areas were changed', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const copy = openCopy(desk);
    await copy.follow();
    await admin.ask('patch', `/v1/admin/partners/${partner.id}`, { version: 1, body: { areas: [] } });
    const { status, body } = await desk.ask('get', `${CHANGES}?since=${copy.cursor()}`);
    expect([status, body.code]).toEqual([410, 'resync_required']);
    expect((await desk.ask('get', CHANGES)).status).toBe(200);
  });
});

describe('to ask for what comes next', () => {
  const stateFor = async (id: string, { id: partnerId }: Partner) => {
    const { body } = await sam.ask('get', `/v1/editorial/articles/${id}/syndication`);
    const found = body.partners.find(({ partner }: { partner: { id: string } }) => partner.id === partnerId);
    return [found.state, found.receipt?.through];
  };

  test('acknowledges what was told, a withdrawal like everything', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const copy = openCopy(desk);
    const id = await published('Fenwick');
    await copy.follow();
    expect(await stateFor(id, partner)).toEqual(['unconfirmed', undefined]);
    await copy.follow();
    expect(await stateFor(id, partner)).toEqual(['current', 'cursor']);
    await sam.act(id, 'withdraw', 3, { kind: 'vanish' });
    await copy.follow();
    expect(await stateFor(id, partner)).toEqual(['not-taken-down', 'cursor']);
    await copy.follow();
    expect(await stateFor(id, partner)).toEqual(['taken-down', 'cursor']);
  });

  test('with filters of its own acknowledges nothing', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const id = await published('Fenwick');
    const first = await desk.ask('get', `${CHANGES}?tag=none`);
    const second = await desk.ask('get', `${CHANGES}?tag=none&since=${first.body.page.next}`);
    expect(second.status).toBe(200);
    expect(await stateFor(id, partner)).toEqual(['unconfirmed', undefined]);
    const refused = await desk.ask('post', '/v1/syndication/receipts', { body: { upTo: first.body.page.next } });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/upTo']);
  });

  test('is not said with a made-up cursor', async () => {
    const { desk } = await openPartner(['fenwick']);
    const scope = cursorScope('listPartnerChanges', {});
    for (const keys of [
      ['0.5', 'mark', '0'],
      ['x', 'mark', '0'],
      ['0', 'mark', '0', '0.5', 'fenwick'],
    ]) {
      const made = writeCursor({ direction: 'next', keys }, scope);
      const said = await desk.ask('post', '/v1/syndication/receipts', { body: { upTo: made } });
      const asked = await desk.ask('get', `${CHANGES}?since=${made}`);
      const refused = [said.status, said.body.errors?.[0].pointer, asked.status, asked.body.errors?.[0].parameter];
      expect([keys, ...refused]).toEqual([keys, 422, '/upTo', 400, 'since']);
    }
  });

  test('can be said without asking', async () => {
    const { partner, desk } = await openPartner(['fenwick']);
    const copy = openCopy(desk);
    const id = await published('Fenwick');
    await copy.follow();
    const said = await desk.ask('post', '/v1/syndication/receipts', { body: { upTo: copy.cursor() } });
    expect(said.body.upTo).toMatchObject({ at: NOW, through: 'post' });
    expect(await stateFor(id, partner)).toEqual(['current', 'post']);
  });
});
