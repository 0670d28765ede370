import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeSettings } from '../../src/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = ['README.md', 'CHANGELOG.md', ...markdownBelow('docs')];
const FOLDERS = ['src', 'test', 'openapi', 'migrations', 'docs', 'seeds'];
const FILES = [...readdirSync(ROOT), ...FOLDERS.flatMap(filesBelow)];

test('the pages are seen', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['docs/ARCHITECTURE.md', 'docs/OPERATING.md']));
  expect(PAGES.filter((page) => page.startsWith('docs/adr/')).length).toBeGreaterThan(5);
});

test.each(['README.md', 'docs/OPERATING.md'])('the settings in %s are those that there are', (page) => {
  const [, table = ''] = /<!-- settings -->\n([\s\S]*?)<!-- \/settings -->/.exec(read(page)) ?? [];
  expect(table).toBe(settingsTable());
});

describe.each(PAGES)('%s', (page) => {
  test('links to what is there', () => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  test('names files that there are', () => {
    const names = [...read(page).matchAll(/`([\w.][\w./-]*\.(?:ts|js|json|md|yaml))`/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !FILES.some((file) => file === name || file.endsWith(`/${name}`)))).toEqual([]);
  });

  test('names scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const names = [...read(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** The table of settings as the pages show it. */
function settingsTable(): string {
  const rows = describeSettings().map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${meaning} |\n`,
  );
  return `| variable | without it | what it does |\n|---|---|---|\n${rows.join('')}`;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function markdownBelow(folder: string): string[] {
  return filesBelow(folder).filter((path) => path.endsWith('.md'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
