import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const GUARD = join(import.meta.dirname, '../src/require-node.js');

describe('a Node that cannot run TypeScript', () => {
  test.each(['18.20.8', '20.20.2', '22.17.1'])('%s is refused in one sentence', (version) => {
    const { status, stdout, stderr } = startedWith(version);
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `Dateline needs Node 22.18 or newer and was started with v${version}: ` +
        'start it with the npm scripts (on Linux `npm ci` brings Node 24 with it) or install a newer Node.\n',
    });
  });
});

describe('a Node that can', () => {
  test.each(['22.18.0', '23.0.0', '24.21.0', '100.0.0'])('%s goes on', (version) => {
    const { status, stdout, stderr } = startedWith(version);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'started\n', stderr: '' });
  });
});

/** Starts this Node with the guard in front of a program, after making it claim to be another version. */
function startedWith(version: string) {
  const claim = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
    Object.defineProperty(process, 'version', { value: 'v${version}' });`;
  const claimUrl = `data:text/javascript,${encodeURIComponent(claim)}`;
  return spawnSync(process.execPath, ['--import', claimUrl, '--import', GUARD, '--eval', "console.log('started')"], {
    encoding: 'utf8',
  });
}
