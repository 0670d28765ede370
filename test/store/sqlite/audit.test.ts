import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AuditNote, auditText } from '../../../src/domain/audit.ts';
import { startChild } from '../../support/child.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';
import { instant } from '../../support/time.ts';

const NOTE: AuditNote = {
  at: instant('2020-11-02T12:00:00.000Z'),
  actor: 'operator',
  actorTitle: 'operator',
  action: 'key.created',
  outcome: 'accepted',
  subject: 'k1',
  detail: { role: 'editor' },
};

/** A trail of five entries, and the database as somebody sees it who opens the file by hand. */
async function openTrail() {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  for (let at = 0; at < 5; at += 1) await store.audit.append(NOTE);
  const hand = new Database(path);
  onTestFinished(() => void hand.close());
  return { path, store, hand };
}

/** What a hand does that takes the guards away first. */
function tamper(hand: Database.Database, sql: string): void {
  hand.exec(`drop trigger audit_never_changes; drop trigger audit_never_shrinks; ${sql}`);
}

test('the database itself lets no entry be changed or removed', async () => {
  const { hand } = await openTrail();
  expect(() => hand.exec("update audit set actor = 'nobody' where sequence = 3")).toThrow('never changes');
  expect(() => hand.exec('delete from audit')).toThrow('never shrinks');
});

describe('a verification names the first broken entry', () => {
  test.each([
    ['at', "'2020-11-02T12:00:00.001Z'"],
    ['actor', "'key:1'"],
    ['actor_title', "'Sam'"],
    ['action', "'key.revoked'"],
    ['outcome', "'refused'"],
    ['subject', 'null'],
    ['detail', `'{"role":"admin"}'`],
    ['detail', "'{'"],
    ['detail', "'[]'"],
    ['detail', "'null'"],
    ['hash', "'0'"],
  ])('when its %s is set to %s', async (column, value) => {
    const { store, hand } = await openTrail();
    tamper(hand, `update audit set ${column} = ${value} where sequence in (3, 4)`);
    expect(await store.audit.verify()).toMatchObject({ entries: 2, broken: { sequence: 3, fault: 'hash' } });
  });

  test('when it was changed and its own hash made to fit', async () => {
    const { store, hand } = await openTrail();
    const before = hand.prepare('select hash from audit where sequence = 2').pluck().get();
    const forged = { ...NOTE, actor: 'key:1', sequence: 3 };
    const hash = createHash('sha256')
      .update(auditText(String(before), forged))
      .digest('hex');
    tamper(hand, `update audit set actor = 'key:1', hash = '${hash}' where sequence = 3`);
    expect((await store.audit.verify()).broken).toEqual({ sequence: 4, fault: 'hash' });
  });

  test('when one in the middle is missing', async () => {
    const { store, hand } = await openTrail();
    tamper(hand, 'delete from audit where sequence = 3');
    expect((await store.audit.verify()).broken).toEqual({ sequence: 4, fault: 'gap' });
  });

  test('when the first ones are missing', async () => {
    const { store, hand } = await openTrail();
    tamper(hand, 'delete from audit where sequence < 3');
    expect((await store.audit.verify()).broken).toEqual({ sequence: 3, fault: 'beginning' });
  });

  test('when the rest was numbered anew', async () => {
    const { store, hand } = await openTrail();
    tamper(hand, 'delete from audit where sequence = 3; update audit set sequence = sequence - 1 where sequence > 3');
    expect((await store.audit.verify()).broken).toEqual({ sequence: 3, fault: 'hash' });
  });
});

test('that the last ones are missing shows only against a head that was kept elsewhere', async () => {
  const { store, hand } = await openTrail();
  const { head } = await store.audit.verify();
  tamper(hand, 'delete from audit where sequence > 3');
  expect(await store.audit.verify()).toMatchObject({ entries: 3, broken: null });
  expect((await store.audit.verify(head)).broken).toEqual({ sequence: 4, fault: 'head' });
  await store.audit.append(NOTE);
  await store.audit.append({ ...NOTE, subject: 'another' });
  expect((await store.audit.verify()).broken).toBeNull();
  expect((await store.audit.verify(head)).broken).toEqual({ sequence: 5, fault: 'head' });
});

test('the chain holds when two processes append at once', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const children = [1, 2].map(() => startChild(new URL('audit-writer.ts', import.meta.url)));
  await Promise.all(children.map((child) => child.written(1)));
  for (const child of children) child.send(path);
  await Promise.all(children.map((child) => child.written(2)));
  expect(await store.audit.verify()).toMatchObject({ entries: 50, broken: null });
});
