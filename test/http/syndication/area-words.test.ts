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
