import { afterAll, beforeAll, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

const LIFT = shifted(NOW, 60_000);
const ARTICLES = '/v1/syndication/articles';

let office: PressOffice;
let ada: Desk;
let sam: Desk;
beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
});
afterAll(() => office.close());

/** A draft of Ada's that waits for an approval. */
async function submitted(more: object): Promise<string> {
  const { body: article } = await ada.create({ title: 'A release', area: 'Fenwick', ...more });
  await ada.act(article.id, 'submit', 1);
  return article.id;
}

async function listed(desk: Desk, query: string): Promise<string[]> {
  const { body } = await desk.ask('get', `${ARTICLES}${query}`);
  return body.data.map(({ id }: { id: string }) => id);
}

test('the list of a partner goes from embargoes to what is public and back, page by page', async () => {
  const partner = await office.createPartner({ areaKeys: ['fenwick'] });
  const desk = await office.desk('partner', { partnerId: partner.id });
  const embargo = { partners: [partner.id] };
  const under: string[] = [];
  for (const millis of [70_000, 80_000, 90_000]) {
    const id = await submitted({ tags: ['walk'] });
    await sam.act(id, 'schedule', 2, { publishAt: shifted(NOW, millis), embargo });
    under.unshift(id);
  }
  const open: string[] = [];
  for (const millis of [1, 2, 3]) {
    office.setTime(shifted(NOW, millis));
    const id = await submitted({ tags: ['walk'] });
    await sam.act(id, 'publish', 2);
    open.unshift(id);
  }
  for (const limit of [1, 2, 3, 4, 6, 7]) {
    let path: string | null = `${ARTICLES}?tag=walk&limit=${limit}`;
    const forth: string[][] = [];
    let last = path;
    while (path !== null) {
      const { body } = await desk.ask('get', path);
      forth.push(body.data.map(({ id }: { id: string }) => id));
      last = path;
      path = body.page.next && `${ARTICLES}?tag=walk&limit=${limit}&cursor=${body.page.next}`;
    }
    expect([limit, forth.flat()]).toEqual([limit, [...under, ...open]]);
    expect(forth.every((page) => page.length > 0)).toBe(true);
    const back: string[][] = [];
    path = last;
    while (path !== null) {
      const { body } = await desk.ask('get', path);
      back.unshift(body.data.map(({ id }: { id: string }) => id));
      path = body.page.prev && `${ARTICLES}?tag=walk&limit=${limit}&cursor=${body.page.prev}`;
    }
    expect([limit, back.flat()]).toEqual([limit, [...under, ...open]]);
  }
  expect(await listed(desk, '?tag=nothing')).toEqual([]);
  expect(await listed(desk, '?tag=walk&area=harrowmere')).toEqual([]);
  expect(await listed(desk, '?tag=walk&area=fenwick&limit=100')).toEqual([...under, ...open]);
  const kim = await office.desk('admin', { name: 'Kim' });
  await kim.ask('post', '/v1/admin/tags/rename', { body: { from: 'walk', to: 'ramble' } });
  expect(await listed(desk, '?tag=walk&limit=100')).toEqual([...under, ...open]);
  office.setTime(NOW);
});

test('the filters of a list narrow what is under an embargo too', async () => {
  const partner = await office.createPartner({ areaKeys: ['ouseshire'] });
  const desk = await office.desk('partner', { partnerId: partner.id });
  const image = { url: 'https://www.ouseshire.police.example/bus.jpg', alt: null };
  const id = await submitted({ tags: ['narrow'], language: 'cy', image });
  await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: [partner.id] } });
  const found = async (query: string) => (await listed(desk, `?tag=narrow&${query}`)).length;
  const day = LIFT.slice(0, 10);
  for (const [yes, no] of [
    ['area=fenwick', 'area=harrowmere'],
    ['area=ouseshire', 'area=ouseshire&areaScope=exact'],
    ['area=fenwick&areaScope=exact', 'official=nobody'],
    ['language=cy', 'language=en'],
    [`from=${LIFT}`, `from=${shifted(LIFT, 1)}`],
    [`to=${day}`, 'to=2020-11-01'],
    [`updatedSince=${NOW}`, `updatedSince=${shifted(NOW, 1)}`],
    ['limit=1', 'organisation=nobody'],
  ]) {
    expect([yes, await found(yes ?? ''), no, await found(no ?? '')]).toEqual([yes, 1, no, 0]);
  }
  expect((await desk.ask('get', `${ARTICLES}/${id}`)).body.image).toEqual(image);
});
