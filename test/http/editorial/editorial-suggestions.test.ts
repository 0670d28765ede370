import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegister, quoting } from '../register.ts';

const PATH = '/v1/editorial/officials/suggestions';

let office: Awaited<ReturnType<typeof openRegister>>;
beforeAll(async () => {
  office = await openRegister();
  await office.publish(quoting('One', 'Alexandra Reeve'));
  await office.publish(quoting('Two', 'Alex Reeve'));
  await office.draft(quoting('Three', 'A Reeve'));
  await office.draft(quoting('Four', 'James Reeve'));
});
afterAll(() => office.close());

const list = async (query = '') => (await office.editor.ask('get', `${PATH}${query}`)).body;
const shown = async () => {
  const { data } = await list();
  return data.map(({ duplicate, official, reason }: Record<string, { name: string }>) => [
    duplicate?.name,
    official?.name,
    reason,
  ]);
};

test('everybody who may be somebody else is suggested, page by page', async () => {
  expect((await shown()).sort()).toEqual([
    ['A Reeve', 'Alex Reeve', 'initial'],
    ['A Reeve', 'Alexandra Reeve', 'initial'],
    ['Alex Reeve', 'Alexandra Reeve', 'short-name'],
  ]);
  const { data } = await list();
  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${first.page.next}`);
  expect([...first.data, ...second.data]).toEqual(data);
  expect((await list(`?limit=2&cursor=${second.page.prev}`)).data).toEqual(first.data);
});

test('nobody is asked who may not decide it', async () => {
  const author = await office.desk('author');
  expect((await author.ask('get', PATH)).status).toBe(403);
});

test('whoever is limited to areas neither sees nor decides what concerns all of them', async () => {
  const limited = await office.desk('editor', { name: 'Jo', areaKeys: ['fenwick'] });
  const [{ id }] = (await list()).data;
  for (const [method, path] of [
    ['get', PATH],
    ['post', `${PATH}/${id}/accept`],
    ['post', `${PATH}/${id}/reject`],
    ['post', `${PATH}/nothing/accept`],
  ] as const) {
    const { status, body } = await limited.ask(method, path);
    expect([status, body.code, body.detail]).toEqual([
      403,
      'forbidden',
      'Officials are in every area: this needs a key that is not limited to areas.',
    ]);
  }
  expect(await shown()).toHaveLength(3);
});

test('two who are two are not suggested again, and the trail says who said so', async () => {
  const [suggestion] = (await list()).data.filter(
    ({ official }: { official: { name: string } }) => official.name === 'Alex Reeve',
  );
  const path = `${PATH}/${suggestion.id}/reject`;
  expect((await office.editor.ask('post', `${path}?dryRun=true`)).status).toBe(204);
  expect(await shown()).toHaveLength(3);
  expect((await office.editor.ask('post', path)).status).toBe(204);
  expect(await shown()).toHaveLength(2);
  expect((await office.editor.ask('post', path)).status).toBe(204);
  const { body } = await office.admin.ask('get', '/v1/admin/audit?action=official.kept-apart');
  expect(body.data).toMatchObject([{ outcome: 'accepted', detail: { name: 'A Reeve', otherName: 'Alex Reeve' } }]);
});

test('two who are one become one: quotes, names and the public address', async () => {
  const [suggestion] = (await list()).data.filter(({ reason }: { reason: string }) => reason === 'short-name');
  const path = `${PATH}/${suggestion.id}/accept`;
  const tried = await office.editor.ask('post', `${path}?dryRun=true`);
  expect([tried.status, tried.body.name]).toEqual([200, 'Alexandra Reeve']);
  expect(await shown()).toHaveLength(2);
  const headers = { 'Idempotency-Key': '"once"' };
  const accepted = await office.editor.ask('post', path, { headers });
  expect(accepted.body).toMatchObject({ name: 'Alexandra Reeve', otherNames: [{ name: 'Alex Reeve' }] });
  const again = await office.editor.ask('post', path, { headers });
  expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([200, 'true', accepted.body]);
  expect((await office.editor.ask('post', path)).status).toBe(404);
  expect((await office.get('/v1/officials/alex-reeve')).headers['location']).toMatch(/alexandra-reeve$/);
  expect(await office.found('official=alexandra-reeve')).toEqual(['one', 'two']);
  expect(await shown()).toEqual([['A Reeve', 'Alexandra Reeve', 'initial']]);
});

test('what nothing suggests can be neither accepted nor rejected', async () => {
  for (const verb of ['accept', 'reject']) {
    expect((await office.editor.ask('post', `${PATH}/nothing/${verb}`)).status).toBe(404);
  }
});

test('a page goes on where it was, though the pair at its end was decided meanwhile', async () => {
  for (const name of ['Jim Reeve', 'Jimmy Reeve', 'Jams Reeve']) await office.draft(quoting(name, name));
  const all = (await list()).data;
  const first = await list('?limit=2');
  expect((await office.editor.ask('post', `${PATH}/${first.data[1].id}/reject`)).status).toBe(204);
  const second = await list(`?limit=2&cursor=${first.page.next}`);
  expect(second.data).toEqual(all.slice(2, 4));
  expect((await list(`?limit=2&cursor=${second.page.prev}`)).data).toEqual([all[0]]);
});
