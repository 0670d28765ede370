import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receiver } from '../../support/receiver.ts';
import { openSubscriber } from '../../support/syndication.ts';
import { deliver } from '../listening.ts';
import { refusal } from '../press-office.ts';
import { openRegister } from '../register.ts';

let office: Awaited<ReturnType<typeof openRegister>>;
let receiver: Receiver;
beforeAll(async () => {
  [office, receiver] = [await openRegister(), await openSubscriber()];
});
afterAll(async () => {
  await receiver.close();
  await office.close();
});

const heard = () => receiver.received.map((each) => JSON.parse(each.body).type).filter((type) => /^article/.test(type));

/** A place that readers know by another name than the one that the first draft gave it. */
async function renamedPlace(): Promise<string> {
  const areas = { body: { name: 'Operation Heron', listed: false } };
  const { body } = await office.admin.ask('post', '/v1/admin/areas', areas);
  await office.patch('areas/operation-heron', { name: 'Castle Quay' });
  await office.publish({ title: 'Open', area: 'Castle Quay' });
  return body.id;
}

test('a slug is the area that readers know by it, wherever somebody is limited to areas', async () => {
  const id = await renamedPlace();
  expect((await office.admin.ask('get', `/v1/admin/areas/${id}`)).body).toMatchObject({
    key: 'operation-heron',
    slug: 'castle-quay',
  });
  const partner = await office.admin.ask('post', '/v1/admin/partners', {
    body: { name: 'Quay news', areas: ['castle-quay'] },
  });
  expect(partner.body.areas).toEqual(['castle-quay']);
  const desk = await office.desk('partner', { name: 'Quay news', partnerId: partner.body.id });
  const subscribed = await desk.ask('post', '/v1/syndication/subscriptions', {
    body: { url: `${receiver.origin}/hook`, areas: ['castle-quay'] },
  });
  expect(subscribed.body.areas).toEqual(['castle-quay']);
  const limited = await office.desk('editor', { name: 'Lim', areaKeys: ['castle-quay'] });

  const { id: article } = await office.publish({ title: 'Closed', area: 'Castle Quay' });
  await deliver(office);
  expect(heard()).toEqual(['article.published']);
  const syndicated = await desk.ask('get', '/v1/syndication/changes');
  expect(syndicated.body.data).toHaveLength(2);
  expect((await limited.read(article)).status).toBe(200);
  expect((await office.admin.list('?area=castle-quay')).body.data).toHaveLength(2);
  expect((await office.admin.list('?area=operation-heron')).body.data).toHaveLength(2);
});

test('an area is not removed while a key, a partner or a subscription names it, and all that do are told', async () => {
  const made = await office.admin.ask('post', '/v1/admin/areas', { body: { name: 'Marl' } });
  const removed = () => office.admin.ask('delete', `/v1/admin/areas/${made.body.id}`, { version: 1 });
  const everywhere = await office.createPartner({ name: 'Everywhere' });
  const desk = await office.desk('partner', { partnerId: everywhere.id });
  const hook = await desk.ask('post', '/v1/syndication/subscriptions', {
    body: { url: `${receiver.origin}/marl`, areas: ['marl'] },
  });
  const only = await office.createPartner({ name: 'Only Marl', areaKeys: ['marl'] });
  const key = await office.createKey('editor', { name: 'Max', areaKeys: ['marl', 'fenwick'] });

  const refused = async () => refusal(await removed());
  const told = (what: string, detail: string) => ({
    status: 409,
    code: 'conflict',
    detail: `It cannot be removed: ${what}.`,
    errors: [{ detail }],
  });
  const { prefix } = key.key;
  expect(await refused()).toEqual(told('keys are limited to it', `The key ${prefix} of Max is limited to it.`));
  expect((await office.admin.ask('delete', `/v1/admin/keys/${prefix}`)).status).toBe(204);
  expect(await refused()).toEqual(
    told('partners have it in their filter', 'The partner Only Marl has it in its filter.'),
  );
  await office.admin.ask('post', `/v1/admin/partners/${only.id}/end`, { version: 1 });
  expect(await refused()).toEqual(
    told('subscriptions name it', `The subscription ${hook.body.id} of Everywhere names it.`),
  );
  await desk.ask('delete', `/v1/syndication/subscriptions/${hook.body.id}`);
  expect((await removed()).status).toBe(204);
});

test('whoever was limited to an area before it had its name of today reads that, and gets what lies there', async () => {
  const asked = { body: { name: 'Operation Otter', listed: false } };
  await office.admin.ask('post', '/v1/admin/areas', asked);
  const wish = { body: { name: 'Otter news', areas: ['operation-otter', 'fenwick'] } };
  const { body: partner } = await office.admin.ask('post', '/v1/admin/partners', wish);
  expect(partner.areas).toEqual(['operation-otter', 'fenwick']);
  const desk = await office.desk('partner', { name: 'Otter news', partnerId: partner.id });
  const hook = { body: { url: `${receiver.origin}/otter`, areas: ['operation-otter'] } };
  const { body: subscription } = await desk.ask('post', '/v1/syndication/subscriptions', hook);
  const limited = await office.desk('editor', { name: 'Ott', areaKeys: ['operation-otter'] });
  const { prefix } = limited.key;

  const listed = async (path: string, id: string) => {
    const { data } = (await office.admin.ask('get', path)).body;
    return data.find((each: { readonly id: string }) => each.id === id).areas;
  };
  /** What everybody reads who is limited to it, and what it finds. */
  const seen = async () => ({
    partner: (await office.admin.ask('get', `/v1/admin/partners/${partner.id}`)).body.areas,
    partners: await listed('/v1/admin/partners', partner.id),
    own: (await desk.ask('get', '/v1/syndication/partner')).body.areas,
    subscription: (await desk.ask('get', `/v1/syndication/subscriptions/${subscription.id}`)).body.areas,
    subscriptions: (await desk.ask('get', '/v1/syndication/subscriptions')).body.data[0].areas,
    all: await listed('/v1/admin/subscriptions', subscription.id),
    key: (await office.admin.ask('get', `/v1/admin/keys/${prefix}`)).body.areas,
    keys: await listed('/v1/admin/keys', limited.key.id),
    me: (await limited.ask('get', '/v1/editorial/me')).body.areas,
  });
  const called = (word: string) => {
    const [both, one] = [[word, 'fenwick'], [word]];
    const subscribed = { subscription: one, subscriptions: one, all: one };
    return { partner: both, partners: both, own: both, ...subscribed, key: one, keys: one, me: one };
  };
  expect(await seen()).toEqual(called('operation-otter'));

  const followed = await desk.ask('get', '/v1/syndication/changes');
  await office.patch('areas/operation-otter', { name: 'Otter Bank' });
  expect(await seen()).toEqual(called('otter-bank'));

  const { id: article } = await office.publish({ title: 'Otters', area: 'Otter Bank' });
  expect(await seen()).toEqual(called('otter-bank'));
  expect((await limited.read(article)).status).toBe(200);

  // Addresses stay; what the feed, the copies and the message tell of is called as it is today.
  await office.patch('areas/otter-bank', { name: 'Otter Meadows' });
  expect(await seen()).toEqual(called('otter-bank'));
  // Whoever has followed goes on from there: the areas are the same.
  const since = `since=${followed.body.page.next}&include=listing`;
  const { body: changes } = await desk.ask('get', `/v1/syndication/changes?${since}`);
  expect(changes.data.map(({ type }: { type: string }) => type)).toEqual(['upsert']);
  expect(JSON.stringify(changes)).toContain('Otter Meadows');
  expect(JSON.stringify(changes)).not.toContain('operation-otter');
  const areas = ['/v1/articles?area=otter-bank', '/v1/feeds/ninjs.json?area=otter-bank'].map((path) =>
    office.get(path),
  );
  const [list, feed] = await Promise.all(areas);
  expect(list?.body.data[0].area).toEqual({ slug: 'otter-bank', name: 'Otter Meadows', path: 'otter-bank' });
  expect(feed?.text).toContain('Otter Meadows');
  receiver.received.length = 0;
  await deliver(office);
  expect(heard()).toEqual(['article.published', 'article.refreshed']);
  expect(receiver.received.map(({ body }) => body).join()).not.toContain('operation');

  // A change of one thing writes the words of today down.
  const organisation = { body: { organisation: 'A charity' }, version: 1 };
  const changed = await office.admin.ask('patch', `/v1/admin/partners/${partner.id}`, organisation);
  expect(changed.body.areas).toEqual(['otter-bank', 'fenwick']);
});

test('of two words for one area a partner keeps one', async () => {
  await office.admin.ask('post', '/v1/admin/areas', { body: { name: 'Old Marl', listed: false } });
  await office.patch('areas/old-marl', { name: 'New Marl' });
  const twice = { body: { name: 'Marl twice', areas: ['new-marl', 'old-marl', 'fenwick'] } };
  const { body } = await office.admin.ask('post', '/v1/admin/partners', twice);
  expect(body.areas).toEqual(['new-marl', 'fenwick']);
});
