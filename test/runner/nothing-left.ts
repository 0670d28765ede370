import { afterAll, beforeAll, expect, vi } from 'vitest';

/*
 * One process runs many test files, as one server answers many requests: whatever a file changes in it, the next one
 * meets. A file that leaves something behind fails, whichever comes next.
 */
let before: ReturnType<typeof stateOfProcess>;
let serversBefore = 0;
beforeAll(() => {
  before = stateOfProcess();
  serversBefore = openServers();
});

afterAll(async () => {
  expect(stateOfProcess()).toEqual(before);
  // What is closed goes within the next turns of the loop.
  await vi.waitFor(() => expect(openServers(), 'servers that still listen').toBeLessThanOrEqual(serversBefore), 10_000);
});

function stateOfProcess() {
  return {
    environment: { ...process.env },
    folder: process.cwd(),
    clock: [Date, setTimeout, setInterval, setImmediate],
    listeners: Object.fromEntries(process.eventNames().map((name) => [String(name), process.listenerCount(name)])),
  };
}

function openServers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;
}
