import { posix } from 'node:path';
import { type Layer, layerOf } from './layers.ts';
import { moduleFacts } from './module-facts.ts';

/** Holds the version; read like a package. */
const PROJECT_FILE = 'package.json';
const CLOCK = 'src/domain/time.ts';
const ENVIRONMENT = ['src/config.ts', 'src/require-node.js'];
/** The only modules that a delivery query may be built from, and the tables that none of them may read. */
const PUBLIC_READS = 'src/store/sqlite/public/';
const TABLES = /^src\/store\/sqlite\/.*tables\.ts$/;
/** Where a property test has its library from, with the seed and the number of runs that go for all. */
const PROPERTY_TESTS = 'test/support/property-tests.ts';
/** Names that say nothing about what is inside. */
const EMPTY_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'manager', 'misc', 'lib', 'index'];

const SILENCE = /\bbiome-ignore|@ts-(?:ignore|nocheck)/;
const UNSEEDED = /\bfrom 'fast-check'/;
/** Of `(?i:the|his)`, V8 forgets the `i` in a process that has run long. */
const CASE_IN_PART = /\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/;
const MODULE_MOCK = /\bvi\.(?:mock|doMock)\(/;

/** What a module of `src` does against the rules of the house, one sentence each. */
export function sourceViolations(file: string, text: string): string[] {
  const { imports, environmentReads, clockReads, blindPatterns } = moduleFacts(file, text);
  return [
    ...nameViolations(file),
    ...imports.flatMap(({ specifier, line }) =>
      importViolations(file, specifier).map((what) => `${file}:${line} ${what}`),
    ),
    ...(ENVIRONMENT.includes(file) ? [] : environmentReads).map((line) => `${file}:${line} reads the environment`),
    ...(file === CLOCK ? [] : clockReads).map((line) => `${file}:${line} reads the clock`),
    ...blindPatterns.map((line) => `${file}:${line} asks for capitals where none are told apart: take inAnyCase`),
    ...linesWith(CASE_IN_PART, text).map(
      (line) => `${file}:${line} has a flag for a part of a pattern: take inAnyCase`,
    ),
    ...silencedChecks(file, text),
  ];
}

/** What a module of `test` does against the rules of the house. */
export function testViolations(file: string, text: string): string[] {
  return [
    ...nameViolations(file),
    ...silencedChecks(file, text),
    ...(file === PROPERTY_TESTS ? [] : linesWith(UNSEEDED, text)).map(
      (line) => `${file}:${line} has a seed of its own: ${PROPERTY_TESTS} gives one to all`,
    ),
    ...linesWith(MODULE_MOCK, text).map(
      (line) => `${file}:${line} replaces a module: give the code a real one instead`,
    ),
  ];
}

function importViolations(file: string, specifier: string | null): string[] {
  const layer = layerOf(file.slice('src/'.length));
  if (!layer) return ['imports something although it belongs to no layer'];
  if (specifier === null) return ['imports what only running it would tell'];
  if (!specifier.startsWith('.')) return packageViolations(layer, packageName(specifier));
  const target = posix.join(posix.dirname(file), specifier);
  if (target === PROJECT_FILE) return packageViolations(layer, PROJECT_FILE);
  if (!target.startsWith('src/')) return [`imports ${target} from outside the house`];
  const targetLayer = layerOf(target.slice('src/'.length));
  if (!targetLayer) return [`imports ${target}, which belongs to no layer`];
  if (file.startsWith(PUBLIC_READS) && TABLES.test(target) && !target.startsWith(PUBLIC_READS))
    return [`imports ${target}, which no read of the public may`];
  if (targetLayer === layer || layer.mayImport === 'anything' || layer.mayImport.includes(targetLayer.name)) return [];
  return [`imports ${target}, which ${layer.name} may not`];
}

function packageViolations({ name, packages }: Layer, wanted: string): string[] {
  if (packages === 'anything' || packages.some((allowed) => isMatch(allowed, wanted))) return [];
  return [`imports the package ${wanted}, which ${name} may not`];
}

function nameViolations(file: string): string[] {
  const isInSource = file.startsWith('src/');
  return [
    ...file
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
      .filter((part) => EMPTY_NAMES.includes(part))
      .map((part) => `${file} is called ${part}, which says nothing`),
    ...(isInSource && !layerOf(file.slice('src/'.length)) ? [`${file} belongs to no layer`] : []),
  ];
}

function silencedChecks(file: string, text: string): string[] {
  return linesWith(SILENCE, text).map((line) => `${file}:${line} silences a check`);
}

function linesWith(pattern: RegExp, text: string): number[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function isMatch(allowed: string, name: string): boolean {
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed;
}
