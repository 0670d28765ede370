import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Partner } from '../../../src/domain/partner.ts';
import { SYNDICATION_EVENTS } from '../../../src/domain/syndication-event.ts';
import { shifted } from '../../../src/domain/time.ts';
import type { Receiver } from '../../support/receiver.ts';
import { openSubscriber } from '../../support/syndication.ts';
import { checkMessage } from '../conformance.ts';
import { NOW } from '../installation.ts';
import { deliver } from '../listening.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

let office: PressOffice;
let receiver: Receiver;
let ada: Desk;
let sam: Desk;
let kim: Desk;
let partner: Partner;
beforeAll(async () => {
  office = await openPressOffice();
  receiver = await openSubscriber();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
  kim = await office.desk('admin', { name: 'Kim' });
  partner = await office.createPartner({ areaKeys: ['fenwick'] });
  const desk = await office.desk('partner', { partnerId: partner.id });
  await desk.ask('post', '/v1/syndication/subscriptions', { body: { url: `${receiver.origin}/hook` } });
});
afterAll(async () => {
  await receiver.close();
  await office.close();
});

/** An article with a version of its own, so that one act can follow another. */
function openArticle(id: string) {
  const version = async () => (await sam.read(id)).body.version;
  return {
    act: async (verb: string, body?: object) =>
      expect((await sam.act(id, verb, await version(), body)).status).toBe(200),
    edit: async (change: object) => expect((await ada.patch(id, await version(), change)).status).toBe(200),
  };
}

async function submitted(title: string) {
  const { body } = await ada.create({ title, area: 'Fenwick', body: { markdown: 'Plain.' } });
  await ada.act(body.id, 'submit', 1);
  return openArticle(body.id);
}

test('every message that is sent is one that the document describes', async () => {
  const article = await submitted('Bridge closed');
  await article.act('publish');
  await article.edit({ title: 'Bridge to close' });
  await article.act('correct', { note: 'It closes on Monday.' });
  await article.edit({ title: 'A bridge to close' });
  await article.act('amend');
  await article.act('withdraw', { kind: 'gone', explanation: 'It stays open.' });
  await article.act('reinstate');
  await article.act('withdraw', { kind: 'vanish' });
  const moved = await submitted('Bridge moved');
  await moved.act('publish');
  await kim.ask('patch', '/v1/admin/areas/fenwick', { version: 1, body: { name: 'Fenwick Vale' } });
  await moved.edit({ area: 'Harrowmere' });
  await moved.act('correct', { note: 'It was elsewhere.' });
  const early = await submitted('Bridge to come');
  await early.act('schedule', { publishAt: shifted(NOW, 60_000), embargo: { partners: [partner.id] } });
  await early.act('unschedule');
  await deliver(office);

  const types = new Set(receiver.received.map(checkMessage));
  // An edition that says nothing of itself comes from an import alone.
  const all = ['subscription.challenge', ...SYNDICATION_EVENTS].filter((type) => type !== 'article.updated');
  expect([...types].sort()).toEqual(all.sort());
});
