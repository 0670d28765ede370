import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../../src/domain/actor.ts';
import { Problem } from '../../../../src/domain/problem.ts';
import { shifted } from '../../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../../src/domain/visibility.ts';
import { addressDigest } from '../../../../src/store/sqlite/newsroom/barred-addresses.ts';
import { decide, deciding, put, putOne } from '../../../support/newsroom.ts';
import { savePartners } from '../../../support/partners.ts';
import { NOW, urlOf } from '../../../support/release.ts';
import { temporaryDatabase } from '../../../support/sqlite-store.ts';
import { KEY, noted, openDesk, PARTNER, saveKey, withdrawing } from './desk.ts';

const SOON = shifted(NOW, 60_000);

describe('the record of removals', () => {
  it('says what was taken away by the time that it is acknowledged, without a title, a text or a reason', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a', title: 'Headline' });
    expect(desk.events()).toEqual([]);
    await decide(store, id, withdrawing('notice', 'It "named"\na witness.'));
    await decide(store, id, { reinstate: true });
    await decide(store, id, withdrawing('vanish'));
    const address = addressDigest(urlOf('a'));
    expect(desk.events()).toEqual([
      {
        event: 'withdrawn',
        article: id,
        address,
        kind: 'notice',
        explanation: 'It "named"\na witness.',
        alternative: null,
        at: NOW,
      },
      { event: 'reinstated', article: id, at: NOW },
      { event: 'withdrawn', article: id, address, kind: 'vanish', explanation: null, alternative: null, at: NOW },
    ]);
    expect(readFileSync(desk.removals, 'utf8')).not.toMatch(/Headline|Secret|Sam/);
  });

  it('says which schedules, keys, links, partners and embargoes were ended', async () => {
    const desk = openDesk();
    const store = desk.open();
    await saveKey(store, KEY);
    await savePartners(store, PARTNER);
    const { id, open } = await putOne(store, { name: 'a', publishAt: SOON });
    const edition = open?.id ?? '';
    await decide(store, id, { embargo: { partnerIds: [PARTNER.id], conditions: null } });
    const preview = { id: 'p', editionId: edition, hash: 'h', createdAt: NOW, createdBy: 'Sam', expiresAt: SOON };
    const change = (decision: Parameters<typeof store.previews.change>[2]) =>
      store.previews.change(id, audienceOf(OPERATOR, NOW), decision, { dryRun: false, once: null });
    await change(() => ({ add: { ...preview, revokedAt: null }, audit: noted('preview.created') }));
    expect(desk.events()).toEqual([]);
    await change(() => ({ revoke: { id: 'p', at: NOW }, audit: noted('preview.revoked') }));
    await decide(store, id, { open: 'submitted' });
    await savePartners(store, { ...PARTNER, suspendedAt: NOW });
    await saveKey(store, { ...KEY, revokedAt: NOW });
    expect(desk.events()).toEqual([
      { event: 'preview', preview: 'p', revokedAt: NOW },
      { event: 'grant', edition, partner: PARTNER.id, endedAt: NOW },
      { event: 'unscheduled', article: id, edition },
      { event: 'partner', partner: PARTNER.id, suspendedAt: NOW, endedAt: null },
      { event: 'key', key: KEY.id, revokedAt: NOW, expiresAt: null },
    ]);
  });

  it('says nothing of what is refused, tried, written, scheduled or published', async () => {
    const desk = openDesk();
    const store = desk.open();
    const [article] = await put(store, { name: 'a' }, { name: 'b', publishAt: null }, { name: 'c', publishAt: SOON });
    const refuse = () => {
      throw new Problem('conflict', 'No.');
    };
    const id = article?.id ?? '';
    await store.articles.change([
      deciding(id, {}, { decide: refuse }),
      deciding(id, withdrawing(), { dryRun: true }),
      deciding(id, { ...withdrawing(), reinstate: true, publishAt: NOW }),
    ]);
    await store.articles.lift(SOON);
    expect(desk.events()).toEqual([]);
  });

  it('is written to by each of two processes, in one chain', async () => {
    const desk = openDesk();
    const [one, other] = [desk.open(), desk.open()];
    const articles = await put(one, { name: 'a' }, { name: 'b' }, { name: 'c' });
    const ids = articles.map(({ id }) => id);
    for (const [at, id] of ids.entries()) await decide(at % 2 === 0 ? one : other, id, withdrawing());
    expect(desk.events()).toEqual(ids.map((article) => expect.objectContaining({ event: 'withdrawn', article })));
    await one.close();
    await other.close();
    expect(() => desk.open()).not.toThrow();
  });

  it('is given, by whoever opens the database next, what a process did not live to write', async () => {
    const desk = openDesk();
    const { store, before } = await withOneWithdrawn(desk);
    await store.close();
    const whole = readFileSync(desk.removals);
    for (const cut of [before.length, before.length + 1, whole.length - 1]) {
      truncateSync(desk.removals, cut);
      await desk.open().close();
      expect(readFileSync(desk.removals)).toEqual(whole);
    }
  });

  it('is written anew from the database when it is lost or damaged while the process runs', async () => {
    const desk = openDesk();
    const { store, id } = await withOneWithdrawn(desk);
    rmSync(desk.removals);
    await decide(store, id, { reinstate: true });
    writeFileSync(desk.removals, 'Dear diary\n');
    await decide(store, id, withdrawing());
    expect(desk.events()).toHaveLength(3);
    await store.close();
    expect(() => desk.open()).not.toThrow();
  });

  it('keeps back the acknowledgement of what it cannot say, also when it is asked again, and of nothing else', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    rmSync(desk.removals);
    // A folder cannot be written like a file, whoever asks.
    mkdirSync(desk.removals);
    const once = { scope: 's', key: 'k', fingerprint: 'f', expiresAt: SOON, answer: () => 'Done.' };
    const withdraw = () => store.articles.change([deciding(id, withdrawing(), { once })]);
    for (const _attempt of [1, 2]) await expect(withdraw()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await store.articles.find('a', everyone(NOW))).toBeUndefined();
    await put(store, { name: 'b' });
    rmdirSync(desk.removals);
    expect(await withdraw()).toMatchObject([{ ok: true, kept: 'Done.' }]);
    expect(desk.events()).toEqual([expect.objectContaining({ event: 'withdrawn', article: id })]);
  });

  it('gets what could not be written from whoever looks for what is due', async () => {
    const desk = openDesk();
    const store = desk.open();
    const { id } = await putOne(store, { name: 'a' });
    rmSync(desk.removals);
    mkdirSync(desk.removals);
    await expect(decide(store, id, withdrawing())).rejects.toMatchObject({ code: 'unavailable' });
    expect((await store.articles.lift(NOW)).lifts).toEqual([]);
    rmdirSync(desk.removals);
    await store.articles.lift(NOW);
    expect(desk.events()).toEqual([expect.objectContaining({ event: 'withdrawn', article: id })]);
  });
});

describe('a database whose record is not whole', () => {
  it('is not opened while the record is missing', async () => {
    const desk = openDesk();
    await desk.open().close();
    renameSync(desk.removals, `${desk.removals}.away`);
    expect(() => desk.open()).toThrow(
      `the database ${desk.path} cannot be opened: its record of removals ${desk.removals} is missing: without it nobody can tell`,
    );
    expect(existsSync(desk.removals)).toBe(false);
    renameSync(`${desk.removals}.away`, desk.removals);
    expect(() => desk.open()).not.toThrow();
  });

  it('is not opened when a line is damaged that it does not know, and is with one that it knows', async () => {
    const desk = openDesk();
    const { store } = await withOneWithdrawn(desk);
    await store.close();
    const whole = readFileSync(desk.removals, 'utf8');
    writeFileSync(desk.removals, whole.replace('A mistake.', 'A mistako.'));
    await desk.open().close();
    expect(readFileSync(desk.removals, 'utf8')).toBe(whole);
    const line = whole.split('\n').length;
    writeFileSync(
      desk.removals,
      `${whole}${line} 0123456789abcdef0123456789abcdef {"event":"reinstated","article":"x"}\n`,
    );
    expect(() => desk.open()).toThrow(`line ${line} of its record of removals ${desk.removals} is damaged`);
  });

  it('is not opened with the record of another one', async () => {
    const [desk, other] = [openDesk(), openDesk(temporaryDatabase())];
    await desk.open().close();
    await other.open().close();
    writeFileSync(desk.removals, readFileSync(other.removals));
    expect(() => desk.open()).toThrow(`the record of removals ${desk.removals} is that of another database`);
  });
});

async function withOneWithdrawn(desk: ReturnType<typeof openDesk>) {
  const store = desk.open();
  const { id } = await putOne(store, { name: 'a' });
  const before = readFileSync(desk.removals);
  await decide(store, id, withdrawing());
  return { store, id, before };
}
