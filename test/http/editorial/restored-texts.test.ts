import { expect, test } from 'vitest';
import { openDesk, withdrawing } from '../../store/sqlite/record/desk.ts';
import { decide, put, putOne } from '../../support/newsroom.ts';
import { NOW } from '../installation.ts';
import { openPressOffice, refusal } from '../press-office.ts';

const REPLACED = {
  status: 409,
  code: 'conflict',
  detail:
    'The text that was withdrawn had been replaced by another one, which this restored backup does not have: publish the ' +
    'right text instead.',
  errors: [],
};

test('a text that another one had replaced is not reinstated from a restored backup; one that is published over it is', async () => {
  const desk = openDesk();
  const lost = desk.open();
  const { id } = await putOne(lost, { name: 'crossing', title: 'A witness' });
  await desk.takeBackup();
  await decide(lost, id, withdrawing('gone', 'It named a witness.'));
  await put(lost, { name: 'crossing', title: 'Clean', publishAt: null });
  await decide(lost, id, { publishAt: NOW });
  await lost.close();
  const { store } = await desk.restore();
  await store.close();

  const office = await openPressOffice({}, {}, desk.path);
  try {
    const editor = await office.desk('editor', { name: 'Sam Hunt' });
    const { version, verbs } = (await editor.read(id)).body;
    expect(verbs).toEqual(['withdraw']);
    for (const rest of ['', '?dryRun=true']) {
      expect(refusal(await editor.act(id, 'reinstate', version, undefined, rest))).toEqual(REPLACED);
    }
    expect(refusal(await editor.act(id, 'discard', version))).toMatchObject({ errors: [{ allowed: ['withdraw'] }] });
    expect((await editor.read(id)).body.version).toBe(version);
    expect((await office.get('/v1/articles/crossing')).status).toBe(410);

    await editor.patch(id, version, { title: 'Clean once more' });
    await editor.act(id, 'force-publish', version + 1, { reason: 'Alone on duty.' });
    await editor.act(id, 'withdraw', version + 2, { kind: 'gone', explanation: 'A mistake.' });
    const back = await editor.act(id, 'reinstate', version + 3);
    expect([back.status, back.body.live?.title, back.body.live?.number]).toEqual([200, 'Clean once more', 2]);
  } finally {
    await office.close();
  }
});
