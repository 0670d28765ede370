import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createChangeBell, MAX_WAITING } from '../../../src/http/following/change-bell.ts';

const LONG_MILLIS = 60_000;

function openBell() {
  const log = { version: 5, looks: 0 };
  const bell = createChangeBell(async () => {
    log.looks += 1;
    return log.version;
  });
  return { log, bell };
}

function wait({ bell }: ReturnType<typeof openBell>, millis = LONG_MILLIS) {
  const response = new EventEmitter();
  return { response, wait: bell.wait(response, millis) };
}

test('as many as may wait are woken by one look, and looking ends with the last of them', async () => {
  const opened = openBell();
  const waits = Array.from({ length: MAX_WAITING }, () => wait(opened).wait);
  expect(() => wait(opened)).toThrow('Too many wait for a change.');
  const woken = Promise.all(waits.map((each) => each.changed(5)));
  opened.log.version = 6;
  await woken;
  expect(opened.log.looks).toBe(1);
  for (const each of waits) each.end();
  expect(wait(opened).wait.isOver()).toBe(false);
  opened.bell.close();
});

test('whoever has seen the newest version goes on waiting, until their time is up', async () => {
  const opened = openBell();
  const { wait: one } = wait(opened, 60);
  await one.changed(5);
  expect([one.isOver(), opened.log.looks]).toEqual([true, 1]);
  one.end();
});

test('a client that goes away ends its wait, and leaves nothing behind', async () => {
  const opened = openBell();
  const { response, wait: one } = wait(opened);
  const grown = one.changed(5);
  response.emit('close');
  await grown;
  expect(one.isOver()).toBe(true);
  one.end();
  expect(response.listenerCount('close')).toBe(0);
});

test('a bell that is closed ends every wait, and those that come after it', async () => {
  const opened = openBell();
  const { wait: one } = wait(opened);
  const grown = one.changed(5);
  opened.bell.close();
  await grown;
  const { wait: late } = wait(opened);
  await late.changed(5);
  expect([one.isOver(), late.isOver()]).toEqual([true, true]);
});

test('whoever waits finds out for themselves when the log cannot be read', async () => {
  const bell = createChangeBell(() => Promise.reject(new Error('the disk is gone')));
  const one = bell.wait(new EventEmitter(), LONG_MILLIS);
  await one.changed(5);
  expect(one.isOver()).toBe(false);
  one.end();
  bell.close();
});
