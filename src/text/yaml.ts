import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, Scalar } from 'yaml';
import type { Complaint } from './complaint.ts';
import { maskPlainValues } from './plain-values.ts';
import { MAX_DEPTH, type SourceEntry, type SourceReading, type SourceValue } from './source-tree.ts';

/**
 * Reads YAML 1.2 in which every value is the text that was written, so that no date, number or `yes` turns into
 * something else; only an empty value, `~` and `null` are null. Anchors, aliases, tags and directives are refused.
 */
export function readYaml(yaml: string, baseOffset: number): SourceReading {
  const { masked, values } = maskPlainValues(yaml);
  const document = parseDocument(masked, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const complaints: Complaint[] = document.errors.map((error) => ({
    at: baseOffset + error.pos[0],
    detail: `this is not YAML: ${error.message}`,
  }));
  const directive = masked.search(/^%/m);
  if (directive !== -1) complaints.push({ at: baseOffset + directive, detail: 'directives are not allowed' });
  const root = complaints.length === 0 ? rootOf(document, { baseOffset, values, complaints }) : undefined;
  return { root: root ?? { kind: 'mapping', at: baseOffset, entries: [] }, complaints };
}

interface Context {
  readonly baseOffset: number;
  readonly values: ReadonlyMap<number, string>;
  readonly complaints: Complaint[];
}

function rootOf(document: Document.Parsed, context: Context): SourceValue | undefined {
  const { contents } = document;
  return contents === null || (isScalar(contents) && contents.value === '') ? undefined : toValue(contents, context, 1);
}

function toValue(node: ParsedNode | null, context: Context, depth: number): SourceValue {
  const at = context.baseOffset + (node?.range[0] ?? 0);
  const refused = depth > MAX_DEPTH ? `keys and lists are nested deeper than ${MAX_DEPTH}` : refusedFeature(node);
  if (refused)
    context.complaints.push({ at, detail: refused, expected: 'plain text, in quotes where it begins with a mark' });
  else if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return { kind: 'mapping', at, entries: node.items.map(({ key, value }) => toEntry(key, value, context, depth)) };
  } else if (isSeq<ParsedNode>(node)) {
    return { kind: 'list', at, items: node.items.map((item) => toValue(item, context, depth + 1)) };
  }
  return { kind: 'scalar', at, value: isScalar(node) ? textOf(node, context) : null };
}

function toEntry(key: ParsedNode, value: ParsedNode | null, context: Context, depth: number): SourceEntry {
  const at = context.baseOffset + key.range[0];
  const refused = refusedFeature(key) ?? (isScalar(key) ? undefined : 'a key must be text');
  if (refused) context.complaints.push({ at, detail: refused });
  return { key: isScalar(key) ? String(key.value) : '', at, value: toValue(value, context, depth + 1) };
}

function refusedFeature(node: ParsedNode | null): string | undefined {
  if (isAlias(node)) return 'aliases are not allowed';
  if (node?.anchor !== undefined) return 'anchors are not allowed';
  return node?.tag === undefined ? undefined : 'tags are not allowed';
}

function textOf(node: Scalar.Parsed, { values }: Context): string | null {
  const plain = values.get(node.range[0]);
  if (plain !== undefined) return plain;
  const text = String(node.value);
  return node.type === Scalar.PLAIN && (text === '' || text === '~' || text === 'null') ? null : text;
}
