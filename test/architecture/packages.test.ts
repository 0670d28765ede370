import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from './files.ts';

const versions = z.record(z.string(), z.string()).default({});
const manifest = z.object({
  scripts: versions,
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), integrity: z.string().optional(), optionalDependencies: versions }),
  ),
});

describe.each(['package.json', 'openapi/client/package.json'])('%s', (path) => {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(readJson(path));

  test('names every version exactly', () => {
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    expect(Object.keys(all).length).toBeGreaterThan(0);
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  const packages = Object.entries(lockfile.parse(readJson('package-lock.json')).packages);

  test('names no host that packages come from', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { resolved = '' }]) => /^\w+:/.test(resolved))).toEqual([]);
  });

  test('says the digest of every package that is fetched', () => {
    const isFetched = (path: string) =>
      path.includes('node_modules/') && !path.endsWith('node_modules/@dateline/client');
    expect(packages.filter(([path, { integrity }]) => isFetched(path) && !integrity)).toEqual([]);
  });
});

test('package-lock.json holds the packages of every platform, without which `npm ci` refuses it', () => {
  const { packages } = lockfile.parse(readJson('package-lock.json'));
  const held = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => !held.has(name))).toEqual([]);
});

test('every script that runs Node runs it behind the guard against a too old one', () => {
  const { scripts } = manifest.parse(readJson('package.json'));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'dev', 'demo', 'import', 'test', 'check']));
  const guarded = /^exec (env \S+ )?node --import \.\/src\/require-node\.js /;
  expect(Object.entries(scripts).filter(([, script]) => !guarded.test(script))).toEqual([]);
});

test('the image runs the Node that npm brings', () => {
  const { optionalDependencies } = manifest.parse(readJson('package.json'));
  const images = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').matchAll(/^FROM node:([\d.]+)-/gm);
  const versions = new Set([...images].map(([, version]) => version));
  expect(versions).toEqual(new Set(Object.values(optionalDependencies)));
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
