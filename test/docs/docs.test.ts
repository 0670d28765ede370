import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fencedBlocks } from './fenced-blocks.ts';
import { ROOT, readPage } from './pages.ts';

const PAGES = ['README.md', 'CHANGELOG.md', 'seeds/README.md', ...['docs', 'bench', 'examples'].flatMap(markdownBelow)];
const FOLDERS = ['src', 'test', 'openapi', 'migrations', 'docs', 'seeds', 'bench', 'examples'];
const FILES = [...readdirSync(ROOT), ...FOLDERS.flatMap(filesBelow)];

test('the pages are seen', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['docs/ARCHITECTURE.md', 'docs/OPERATING.md']));
  expect(PAGES.filter((page) => page.startsWith('docs/adr/')).length).toBeGreaterThan(5);
});

describe.each(PAGES)('%s', (page) => {
  test('links to what is there', () => {
    const links = [...readPage(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  test('links to headings that there are', () => {
    const links = [...readPage(page).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)];
    const isThere = (target: string, heading: string) =>
      headingsOf(target === '' ? page : join(dirname(page), target)).includes(heading);
    expect(links.filter(([, target = '', heading = '']) => !isThere(target, heading)).map(([link]) => link)).toEqual(
      [],
    );
  });

  test('names files that there are', () => {
    const names = [...readPage(page).matchAll(/`([\w.][\w./-]*\.(?:ts|js|json|md|yaml))`/g)].map(
      ([, name = '']) => name,
    );
    expect(names.filter((name) => !FILES.some((file) => file === name || file.endsWith(`/${name}`)))).toEqual([]);
  });

  test('names scripts that there are', () => {
    const { scripts } = JSON.parse(readPage('package.json'));
    const names = [...readPage(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** The headings of a page, as links name them. */
function headingsOf(page: string): string[] {
  const prose = fencedBlocks(readPage(page)).reduce((rest, { text }) => rest.replace(text, ''), readPage(page));
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

function markdownBelow(folder: string): string[] {
  return filesBelow(folder).filter((path) => path.endsWith('.md'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
