import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliver, type Listening, openListening } from '../listening.ts';
import { openRegister, quoting } from '../register.ts';

let office: Awaited<ReturnType<typeof openRegister>>;
let everybody: Listening;
let ofOuseshire: Listening;
let id: string;
beforeAll(async () => {
  office = await openRegister();
  everybody = await openListening(office);
  ofOuseshire = await openListening(office, ['ouseshire'], { events: ['article.published'] });
  const said = { role: 'ranger', organisation: 'Fenwick Trust' };
  ({ id } = await office.publish(quoting('Bridge', 'Jo Bell', { area: 'Fenwick', tags: ['roads'] }, said)));
  await office.publish({ title: 'Elsewhere', body: { markdown: 'Plain.' } });
});
beforeEach(async () => {
  await deliver(office);
  everybody.told();
  ofOuseshire.told();
});
afterAll(async () => {
  await everybody.close();
  await ofOuseshire.close();
  await office.close();
});

/** What everybody was told, without the order numbers. */
async function told(of: Listening) {
  await deliver(office);
  return of.told().map(([type, , change, edition, link]) => [type, change, edition, link]);
}

const message = (type: string) => [type, 'number', 1, `https://news.example/v1/articles/${id}`];

describe('who subscribes is told, as the log of changes says it, that an article shows', () => {
  test.each<[string, () => Promise<{ status: number }>]>([
    ['an official by another name', () => office.patch('officials/jo-bell', { name: 'Joan Bell' })],
    ['an organisation by another name', () => office.patch('organisations/fenwick-trust', { name: 'The Fen Trust' })],
    ['its area by another name', () => office.patch('areas/fenwick', { name: 'Fenwick Vale' })],
    [
      'a tag in other words',
      () => office.admin.ask('post', '/v1/admin/tags/rename', { body: { from: 'roads', to: 'traffic' } }),
    ],
  ])('%s', async (_what, change) => {
    const before = await office.newest();
    expect((await change()).status).toBe(200);
    expect(await office.newest()).toMatchObject({ sequence: before.sequence + 1, articleId: id });
    expect(await told(everybody)).toEqual([message('article.refreshed')]);
  });

  test('an official in whom two have become one', async () => {
    const { id: other } = await office.publish(quoting('Ferry', 'Joan Mary Bell'));
    expect((await office.merge('officials/joan-mary-bell', 'jo-bell')).status).toBe(200);
    const types = (await told(everybody)).map(([type, , , link]) => [type, String(link).endsWith(other)]);
    expect(types).toEqual([
      ['article.published', true],
      ['article.refreshed', true],
    ]);
  });
});

describe('of an area that comes to lie elsewhere', () => {
  test('those hear that its articles are lost who follow where it lay, whatever events they want', async () => {
    expect((await office.patch('areas/fenwick', { parent: null })).status).toBe(200);
    expect(await told(everybody)).toEqual([message('article.refreshed')]);
    expect(await told(ofOuseshire)).toEqual([message('article.access_lost')]);
  });

  test('those hear nothing who follow neither place', async () => {
    const ofHarrowmere = await openListening(office, ['harrowmere']);
    expect((await office.patch('areas/fenwick', { parent: 'ouseshire' })).status).toBe(200);
    expect(await told(ofHarrowmere)).toEqual([]);
    await ofHarrowmere.close();
  });
});
