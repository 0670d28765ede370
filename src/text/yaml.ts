import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { type Complaint, MAX_COMPLAINTS } from './complaint.ts';
import { maskPlainValues } from './plain-values.ts';
import { MAX_DEPTH, type SourceEntry, type SourceReading, type SourceValue } from './source-tree.ts';

/**
 * Reads YAML 1.2 in which every value is the text that was written, so that no date, number or `yes` turns into
 * something else; only an empty value, `~` and `null` are null. Anchors, aliases, tags and directives are refused.
 */
export function readYaml(yaml: string, baseOffset: number): SourceReading {
  const { masked, values } = maskPlainValues(yaml);
  const document = parseDocument(masked, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const errors = document.errors.slice(0, MAX_COMPLAINTS);
  const directive = masked.search(/^%/m);
  const complaints: Complaint[] =
    directive === -1
      ? errors.map((error) => complaintOf(error, document, baseOffset))
      : [{ at: baseOffset + directive, detail: 'directives are not allowed' }];
  const isEmpty = document.contents === null || (isScalar(document.contents) && document.contents.value === '');
  if (isEmpty || complaints.length > 0) {
    return { root: { kind: 'mapping', at: baseOffset, entries: [] }, complaints };
  }
  return { root: toValue(document.contents, { baseOffset, values, complaints }, 1), complaints };
}

function complaintOf({ code, message, pos }: YAMLError, document: Document.Parsed, baseOffset: number): Complaint {
  const [at] = pos;
  if (code === 'MULTIPLE_DOCS') return { at: baseOffset + at, detail: 'the keys go on behind a line that ends them' };
  const begin = code === 'MISSING_CHAR' ? quotedStart(document, at) : undefined;
  return { at: baseOffset + (begin ?? at), detail: `this is not YAML: ${message}` };
}

/** Where the quoted text begins that ends here: a mark that is never closed is wrong where it stands. */
function quotedStart(document: Document.Parsed, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_key, { range, type }) {
      if (range?.[1] === end && (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE)) [start] = range;
    },
  });
  return start;
}

interface Context {
  readonly baseOffset: number;
  readonly values: ReadonlyMap<number, string>;
  readonly complaints: Complaint[];
}

function toValue(node: ParsedNode | null, context: Context, depth: number): SourceValue {
  const at = context.baseOffset + (node?.range[0] ?? 0);
  const refused = refusalOf(node, depth);
  if (refused) {
    context.complaints.push({ at, ...refused });
  } else if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return { kind: 'mapping', at, entries: node.items.map(({ key, value }) => toEntry(key, value, context, depth)) };
  } else if (isSeq<ParsedNode>(node)) {
    return { kind: 'list', at, items: node.items.map((item) => toValue(item, context, depth + 1)) };
  }
  return { kind: 'scalar', at, value: isScalar(node) ? textOf(node, context) : null };
}

function toEntry(key: ParsedNode, value: ParsedNode | null, context: Context, depth: number): SourceEntry {
  const at = context.baseOffset + key.range[0];
  const refused = refusalOf(key, depth) ?? (isScalar(key) ? undefined : { detail: 'a key must be text' });
  if (refused) context.complaints.push({ at, ...refused });
  return { key: isScalar(key) ? String(key.value) : '', at, value: toValue(value, context, depth + 1) };
}

function refusalOf(node: ParsedNode | null, depth: number): Omit<Complaint, 'at'> | undefined {
  if (depth > MAX_DEPTH) return { detail: `keys and lists are nested deeper than ${MAX_DEPTH}` };
  const expected = 'a text that begins with *, & or ! stands in quotation marks';
  if (isAlias(node)) return { detail: 'aliases are not allowed', expected };
  if (node?.anchor !== undefined) return { detail: 'anchors are not allowed', expected };
  return node?.tag === undefined ? undefined : { detail: 'tags are not allowed', expected };
}

function textOf(node: Scalar.Parsed, { values }: Context): string | null {
  const plain = values.get(node.range[0]);
  if (plain !== undefined) return plain;
  const text = String(node.value);
  return node.type === Scalar.PLAIN && (text === '' || text === '~' || text === 'null') ? null : text;
}
