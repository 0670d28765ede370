/** One layer of the house: which files it holds, what of the house it may import besides itself, and which packages. */
export interface Layer {
  readonly name: string;
  /** Paths under `src`; one that ends in `/` stands for everything below it. */
  readonly holds: readonly string[];
  readonly mayImport: readonly string[] | 'anything';
  /** Names of packages, of Node's modules and of `package.json`; `*` at the end stands for any rest. */
  readonly packages: readonly string[] | 'anything';
}

/** The rule of the house. docs/ARCHITECTURE.md shows it to people. */
export const LAYERS: readonly Layer[] = [
  { name: 'domain', holds: ['domain/'], mayImport: [], packages: [] },
  {
    name: 'text',
    holds: ['text/'],
    mayImport: ['domain'],
    packages: ['markdown-it', 'yaml', '@sindresorhus/slugify', 'node:crypto', 'node:module'],
  },
  { name: 'formats', holds: ['formats/'], mayImport: ['domain'], packages: [] },
  {
    name: 'sqlite',
    holds: ['store/sqlite/'],
    mayImport: ['domain', 'store'],
    packages: ['better-sqlite3', 'drizzle-orm', 'node:*'],
  },
  // Behind the engine: what is not its folder is the port.
  { name: 'store', holds: ['store/'], mayImport: ['domain'], packages: [] },
  {
    name: 'usecases',
    holds: ['usecases/'],
    mayImport: ['domain', 'text', 'store'],
    packages: ['node:crypto', 'node:util'],
  },
  {
    name: 'http',
    holds: ['http/'],
    mayImport: ['domain', 'usecases', 'formats'],
    packages: [
      'fastify',
      'tar-stream',
      '@fastify/*',
      '@scalar/fastify-api-reference',
      'zod',
      'zod-openapi',
      'package.json',
      'node:*',
    ],
  },
  { name: 'jobs', holds: ['jobs/'], mayImport: ['domain', 'usecases'], packages: ['node:*'] },
  { name: 'config', holds: ['config.ts', 'settings.ts'], mayImport: ['domain'], packages: ['zod', 'node:*'] },
  { name: 'log', holds: ['log.ts'], mayImport: ['config'], packages: ['pino'] },
  { name: 'guard', holds: ['require-node.js', 'quick-start.js'], mayImport: [], packages: ['node:module', 'node:url'] },
  { name: 'process', holds: ['main.ts', 'cli.ts', 'cli/'], mayImport: 'anything', packages: 'anything' },
];

/** The layer of a file, by its path under `src`. */
export function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ holds }) => holds.some((held) => (held.endsWith('/') ? path.startsWith(held) : path === held)));
}
