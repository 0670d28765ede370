/**
 * Values that people write without quotes although YAML reads them otherwise: `title: Police: three arrested` and
 * `title: "Vile" attack` are errors, and the end of `title: Operation #Sceptre` is a comment. Where a key holds one
 * line of prose, all that follows its colon is meant.
 */
export interface PlainValues {
  /** The YAML with as many harmless characters in place of each such value, so that every offset stays. */
  readonly masked: string;
  /** What stood there, by its offset into the YAML. */
  readonly values: ReadonlyMap<number, string>;
}

const PROSE_KEYS = new Set(['area', 'title', 'tags', 'og.description', 'og.imagealt']);

export function maskPlainValues(yaml: string): PlainValues {
  const lines = yaml.split('\n');
  const values = new Map<number, string>();
  for (const { path, index, offset, indent, value } of keyLines([...lines])) {
    if (value === '' || !PROSE_KEYS.has(path.toLowerCase()) || isNotation(value)) continue;
    const more = continuation(lines, index + 1, indent);
    const text = [value, ...more]
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' ');
    if (isQuoted(text) || more.some(isKey) || (path.toLowerCase() === 'tags' && /^[[{]/.test(value))) continue;
    const line = lines[index] ?? '';
    const column = line.length - value.length;
    values.set(offset + column, text);
    lines[index] = line.slice(0, column) + 'x'.repeat(value.length);
    for (const [count, next] of more.entries()) lines[index + 1 + count] = ' '.repeat(next.length);
  }
  return { masked: lines.join('\n'), values };
}

interface KeyLine {
  /** The key, behind its group when it stands in one: `og.description`. */
  readonly path: string;
  readonly index: number;
  /** Offset of the line. */
  readonly offset: number;
  readonly indent: number;
  /** What follows the colon on this line. */
  readonly value: string;
}

const KEY_LINE = /^( *)([A-Za-z][\w.]*)[ \t]*:(?:[ \t]+(\S.*)?)?$/;

/** The lines that set a key at the top or in a group at the top. */
function* keyLines(lines: readonly string[]): Generator<KeyLine> {
  let group = '';
  let groupIndent = 0;
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const [, { length: indent } = '', key = '', value = ''] = KEY_LINE.exec(line) ?? [];
    if (key !== '' && indent === 0) {
      [group, groupIndent] = [key, 0];
      yield { path: key, index, offset, indent, value };
    } else if (key !== '') {
      // The first key of a group says how far its keys are indented; what stands further in belongs to one of them.
      groupIndent ||= indent;
      if (indent === groupIndent) yield { path: `${group}.${key}`, index, offset, indent, value };
    }
    offset += line.length + 1;
  }
}

/** The lines that go on with a value: indented further than its key, up to a comment. */
function continuation(lines: readonly string[], from: number, indent: number): string[] {
  let end = from;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const depth = line.search(/\S/);
    if (depth !== -1 && (depth <= indent || line[depth] === '#')) break;
    if (depth !== -1) end = index + 1;
  }
  return lines.slice(from, end);
}

/** Block scalars, anchors, aliases and tags: not prose, so YAML has its say. */
function isNotation(value: string): boolean {
  return (
    /^(?:[&*][\w-]+|!\S*)(?:\s|$)/.test(value) ||
    /^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(value) ||
    value === '~' ||
    value === 'null'
  );
}

/** Whether the marks around a value are YAML's own; one that is never closed is an error that YAML will tell. */
function isQuoted(text: string): boolean {
  const [, rest = ''] = QUOTED.exec(text) ?? [];
  return /^["']/.test(text) && (rest === '' || /^[ \t]+#/.test(rest));
}

const QUOTED = /^(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*')(.*)$/;

function isKey(line: string): boolean {
  return KEY_LINE.test(line);
}
