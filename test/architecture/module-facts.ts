import { parseSync, Visitor } from 'oxc-parser';

/** What the rules of the house need to know about one module. Lines count from 1. */
export interface ModuleFacts {
  /** Every module it names, in whatever way: import, re-export, type import, `import()`, `require()`. */
  readonly imports: readonly Import[];
  /** Lines that read the environment of the process, or pass it on. */
  readonly environmentReads: readonly number[];
  /** Lines that read the clock of the machine, or pass it on. */
  readonly clockReads: readonly number[];
  /** Lines with a pattern that asks for capitals, or for small letters, and makes no difference between them. */
  readonly blindPatterns: readonly number[];
}

interface Import {
  /** Null where only running the program would tell. */
  readonly specifier: string | null;
  readonly line: number;
}

/** Parses one module. @throws Error when it is not TypeScript */
export function moduleFacts(file: string, text: string): ModuleFacts {
  const { program, errors } = parseSync(file, text, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);

  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  const environmentReads: number[] = [];
  const clockReads: number[] = [];
  const blindPatterns: number[] = [];
  /** Offsets of a `process` or `Date` that is seen to be used for something else. */
  const harmless = new Set<number>();

  const addImport = (start: number, source: Syntax | null | undefined) => {
    if (!source) return;
    const specifier = literalText(source);
    imports.push({ specifier, line: lineAt(start) });
    if (specifier === 'node:process') environmentReads.push(lineAt(start));
  };
  new Visitor({
    ImportDeclaration: (node) => addImport(node.start, node.source),
    ExportNamedDeclaration: (node) => addImport(node.start, node.source),
    ExportAllDeclaration: (node) => addImport(node.start, node.source),
    ImportExpression: (node) => addImport(node.start, node.source),
    TSImportType: (node) => addImport(node.start, node.source),
    TSExternalModuleReference: (node) => addImport(node.start, node.expression),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') addImport(node.start, node.arguments[0]);
    },
    MemberExpression: ({ object, property, computed }) => {
      if (object.type !== 'Identifier' || computed || property.type !== 'Identifier') return;
      const isHarmless = object.name === 'process' ? property.name !== 'env' : ['parse', 'UTC'].includes(property.name);
      if (isHarmless) harmless.add(object.start);
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (given.length > 0) harmless.add(callee.start);
      const [pattern, flags] = given;
      const isPattern = callee.type === 'Identifier' && callee.name === 'RegExp' && pattern && flags;
      if (isPattern && isBlind(text.slice(pattern.start, pattern.end), literalText(flags) ?? ''))
        blindPatterns.push(lineAt(start));
    },
    Literal: (node) => {
      if ('regex' in node && isBlind(node.regex.pattern, node.regex.flags)) blindPatterns.push(lineAt(node.start));
    },
    BinaryExpression: (node) => {
      if (node.operator === 'instanceof') harmless.add(node.right.start);
    },
    TSTypeReference: (node) => {
      harmless.add(node.typeName.start);
    },
    Identifier: ({ name, start }) => {
      if (harmless.has(start)) return;
      if (name === 'process') environmentReads.push(lineAt(start));
      if (name === 'Date') clockReads.push(lineAt(start));
    },
  }).visit(program);

  return { imports, environmentReads, clockReads, blindPatterns };
}

/** With the flag `i`, `\p{Lu}` is any letter (ECMA-262, section 22.2.2.7.3, Canonicalize). */
function isBlind(pattern: string, flags: string): boolean {
  return flags.includes('i') && /\\p\{L[ul]\}/.test(pattern);
}

interface Syntax {
  readonly type: string;
  readonly start: number;
}

function literalText(node: Syntax): string | null {
  return 'value' in node && typeof node.value === 'string' ? node.value : null;
}
