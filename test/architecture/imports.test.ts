import { describe, expect, test } from 'vitest';
import { modulesBelow } from './files.ts';
import { LAYERS } from './layers.ts';
import { sourceViolations, testViolations } from './rules.ts';

describe('the modules of the house', () => {
  const modules = modulesBelow('src');

  test('are seen, the deepest and the plain JavaScript one too', () => {
    const paths = modules.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['src/domain/time.ts', 'src/store/store.ts', 'src/require-node.js']));
    expect(paths.length).toBeGreaterThan(15);
  });

  test('keep its rules', () => {
    expect(modules.flatMap(({ path, text }) => sourceViolations(path, text))).toEqual([]);
  });
});

describe('the modules of the tests', () => {
  const modules = modulesBelow('test');

  test('are seen', () => {
    expect(modules.map(({ path }) => path)).toContain('test/architecture/imports.test.ts');
  });

  test('keep the rules', () => {
    expect(modules.flatMap(({ path, text }) => testViolations(path, text))).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  const planted: readonly { what: string; file: string; source: string; found: string[] }[] = [
    {
      what: 'an import',
      file: 'src/domain/article.ts',
      source: "import { render } from '../text/markdown.ts';\nrender();",
      found: ['src/domain/article.ts:1 imports src/text/markdown.ts, which domain may not'],
    },
    {
      what: 'an import for its effect',
      file: 'src/http/app.ts',
      source: "import '../store/sqlite/open.ts';\nstart();",
      found: ['src/http/app.ts:1 imports src/store/sqlite/open.ts, which http may not'],
    },
    {
      what: 'a type import',
      file: 'src/http/routes/delivery/articles.ts',
      source: "const one = 1;\nimport type { Store } from '../../../store/store.ts';",
      found: ['src/http/routes/delivery/articles.ts:2 imports src/store/store.ts, which http may not'],
    },
    {
      what: 'a type written as an import',
      file: 'src/http/app.ts',
      source: "export type Held = import('../store/store.ts').Store;",
      found: ['src/http/app.ts:1 imports src/store/store.ts, which http may not'],
    },
    {
      what: 'a re-export',
      file: 'src/usecases/read-articles.ts',
      source: "export { open } from '../store/sqlite/open.ts';\nexport const one = 1;",
      found: ['src/usecases/read-articles.ts:1 imports src/store/sqlite/open.ts, which usecases may not'],
    },
    {
      what: 'a re-export of everything',
      file: 'src/store/store.ts',
      source: "export * from '../usecases/deps.ts';\nexport const one = 1;",
      found: ['src/store/store.ts:1 imports src/usecases/deps.ts, which store may not'],
    },
    {
      what: 'a dynamic import',
      file: 'src/formats/rss.ts',
      source: "export const late = () => import('../http/app.ts');",
      found: ['src/formats/rss.ts:1 imports src/http/app.ts, which formats may not'],
    },
    {
      what: 'a pattern for capitals that takes small letters',
      file: 'src/text/quotes/words.ts',
      source: 'export const NAME = /^(?:the )?\\p{Lu}/iu;\nexport const LATE = new RegExp("^\\\\p{Ll}", "i");',
      found: [
        'src/text/quotes/words.ts:1 asks for capitals where none are told apart: take inAnyCase',
        'src/text/quotes/words.ts:2 asks for capitals where none are told apart: take inAnyCase',
      ],
    },
    {
      what: 'a dynamic import of something computed',
      file: 'src/jobs/loop.ts',
      source: "export const late = (name: string) => import('../store/' + name);",
      found: ['src/jobs/loop.ts:1 imports what only running it would tell'],
    },
    {
      what: 'a require',
      file: 'src/text/markdown.ts',
      source: "export const database = require('better-sqlite3');",
      found: ['src/text/markdown.ts:1 imports the package better-sqlite3, which text may not'],
    },
    {
      what: 'a package',
      file: 'src/domain/slug.ts',
      source: "import slugify from '@sindresorhus/slugify/deep';\nslugify('');",
      found: ['src/domain/slug.ts:1 imports the package @sindresorhus/slugify, which domain may not'],
    },
    {
      what: "a module of Node's own",
      file: 'src/usecases/import-release.ts',
      source: "import { readFile } from 'node:fs/promises';\nreadFile('');",
      found: ['src/usecases/import-release.ts:1 imports the package node:fs/promises, which usecases may not'],
    },
    {
      what: 'a delivery query that could read drafts',
      file: 'src/store/sqlite/public/public-articles.ts',
      source: "import { editions } from '../newsroom/tables.ts';\nread(editions);",
      found: [
        'src/store/sqlite/public/public-articles.ts:1 imports src/store/sqlite/newsroom/tables.ts, which no read of the public may',
      ],
    },
    {
      what: 'something from outside the house',
      file: 'src/main.ts',
      source: "import { fixture } from '../test/support/fixture.ts';\nfixture();",
      found: ['src/main.ts:1 imports test/support/fixture.ts from outside the house'],
    },
    {
      what: 'a file of no layer',
      file: 'src/extras/thing.ts',
      source: 'export const one = 1;',
      found: ['src/extras/thing.ts belongs to no layer'],
    },
    {
      what: 'the environment',
      file: 'src/main.ts',
      source:
        "export const port = process.env.PORT;\nconst { env } = process;\nprocess.exitCode = 1;\nimport { argv } from 'node:process';",
      found: [1, 2, 4].map((line) => `src/main.ts:${line} reads the environment`),
    },
    {
      what: 'the clock',
      file: 'src/usecases/publish.ts',
      source: 'Date.now();\nnew Date();\nDate();\nnew Date(0);\nDate.parse("");\nlet at: Date | null = null;',
      found: [1, 2, 3].map((line) => `src/usecases/publish.ts:${line} reads the clock`),
    },
    {
      what: 'a flag for a part of a pattern',
      file: 'src/text/words.ts',
      source: ['i', 'i-s', '-i', ''].map((flags) => `export const one = /(?${flags}:the|his) son/u;`).join('\n'),
      found: [1, 2, 3].map((line) => `src/text/words.ts:${line} has a flag for a part of a pattern: take inAnyCase`),
    },
    {
      what: 'a name that says nothing',
      file: 'src/text/utils/trim.ts',
      source: 'export const one = 1;',
      found: ['src/text/utils/trim.ts is called utils, which says nothing'],
    },
  ];

  test.each(planted)('$what', ({ file, source, found }) => {
    expect(sourceViolations(file, source)).toEqual(found);
  });

  test('a silenced check', () => {
    const source = ['export const one = 1;', `// ${'biome'}-ignore lint: no`, `// ${'@ts'}-ignore`].join('\n');
    expect(sourceViolations('src/main.ts', source)).toEqual(
      [2, 3].map((line) => `src/main.ts:${line} silences a check`),
    );
  });

  test('a test that replaces a module', () => {
    const source = `const one = 1;\n${'vi'}.mock('../src/domain/time.ts');`;
    expect(testViolations('test/mocked.test.ts', source)).toEqual([
      'test/mocked.test.ts:2 replaces a module: give the code a real one instead',
    ]);
  });

  test('a property test with a seed of its own', () => {
    const source = `import { test } from 'vitest';\nimport fc from ${"'fast-check'"};`;
    expect(testViolations('test/domain/time.test.ts', source)).toEqual([
      'test/domain/time.test.ts:2 has a seed of its own: test/support/property-tests.ts gives one to all',
    ]);
  });
});

describe('what the rules allow', () => {
  test.each([
    ['src/domain/article.ts', "import type { Area } from './area.ts';\nexport type { Area };"],
    ['src/store/sqlite/newsroom/newsroom.ts', "import { editions } from '../newsroom/tables.ts';\nread(editions);"],
    ['src/store/sqlite/open.ts', "import { drizzle } from 'drizzle-orm/better-sqlite3';\ndrizzle();"],
    ['src/http/routes/delivery/articles.ts', "import cors from '@fastify/cors';\ncors();"],
    ['src/http/app.ts', "import manifest from '../../package.json' with { type: 'json' };\nread(manifest);"],
    ['src/main.ts', "import { open } from './store/sqlite/open.ts';\nopen();"],
    ['src/config.ts', 'export const port = process.env.PORT;'],
    ['src/domain/time.ts', 'Date.now();'],
  ])('%s', (file, source) => {
    expect(sourceViolations(file, source)).toEqual([]);
  });
});

describe('the table of layers', () => {
  test('names each layer once and only layers that exist', () => {
    const names = LAYERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(
      LAYERS.flatMap(({ mayImport }) => (mayImport === 'anything' ? [] : mayImport)).filter(
        (name) => !names.includes(name),
      ),
    ).toEqual([]);
  });
});
