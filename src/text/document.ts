import { charactersIn, isWithin } from '../domain/characters.ts';
import { MAX_BODY_LENGTH } from '../domain/edition.ts';
import { type Complaint, invalidDocument } from './complaint.ts';
import { findFrontMatter } from './front-matter.ts';
import { readJson } from './json.ts';
import { type Fields, readKeys } from './keys.ts';
import { decodeSource, tidyBody } from './source-text.ts';
import { complaintsAbout, type SourceMapping, type SourceReading, type SourceValue } from './source-tree.ts';
import { readYaml } from './yaml.ts';

/** A press release as its document says it. */
export interface ReleaseDocument extends Fields {
  /** The body: `\n` line ends, no blank lines before or after it. */
  readonly markdown: string;
}

/**
 * Reads a markdown file that begins with its keys, as a fenced `yaml` block or as front matter.
 * @throws Problem `invalid_document` with everything that is wrong, at lines and columns of the file
 */
export function readDocument(bytes: Uint8Array): ReleaseDocument {
  const text = decodeSource(bytes);
  const front = findFrontMatter(text);
  if ('detail' in front) throw invalidDocument(text, [front]);
  const root = mappingOf(readYaml(front.yaml, front.yamlAt), text);
  return documentOf({ ...root, at: front.opensAt }, { text: text.slice(front.bodyAt), at: front.bodyAt }, text);
}

/**
 * Reads what there is of a markdown file whose keys are incomplete, wrong or missing; without any, all of it is body. What
 * is not there, or not what it should be, is empty.
 * @throws Problem `invalid_document` when it is no text, or its body is too long
 */
export function readLoosely(bytes: Uint8Array): ReleaseDocument {
  const text = decodeSource(bytes);
  const front = findFrontMatter(text);
  const bodyAt = 'detail' in front ? 0 : front.bodyAt;
  const { root } = 'detail' in front ? { root: NO_KEYS } : readYaml(front.yaml, front.yamlAt);
  const isSafe = root.kind === 'mapping' && complaintsAbout(root).length === 0;
  const { fields } = readKeys(isSafe ? root : NO_KEYS);
  const markdown = tidyBody(text.slice(bodyAt));
  const complaints = bodyComplaints(markdown, bodyAt);
  if (complaints.length > 0) throw invalidDocument(text, complaints);
  return { ...fields, markdown };
}

const NO_KEYS: SourceMapping = { kind: 'mapping', at: 0, entries: [] };

/**
 * Reads one JSON object with the keys of a document, its body under `body`.
 * @throws Problem `invalid_document` with everything that is wrong, at lines and columns of the text
 */
export function readRecord(bytes: Uint8Array): ReleaseDocument {
  const text = decodeSource(bytes);
  const root = mappingOf(readJson(text), text);
  const body = root.entries.find(({ key }) => key === 'body')?.value;
  const entries = root.entries.filter(({ key }) => key !== 'body');
  return documentOf({ ...root, entries }, bodyOf(body, text), text);
}

/** @throws Problem when the notation is wrong, or says what no document may hold */
function mappingOf({ root, complaints }: SourceReading, text: string): SourceMapping {
  if (complaints.length > 0) throw invalidDocument(text, complaints);
  const unsafe = complaintsAbout(root);
  if (unsafe.length > 0) throw invalidDocument(text, unsafe);
  if (root.kind === 'mapping') return root;
  throw invalidDocument(text, [{ at: root.at, detail: 'there are no keys with values here', expected: 'title: …' }]);
}

interface Body {
  readonly text: string;
  readonly at: number;
}

function bodyOf(value: SourceValue | undefined, text: string): Body {
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return { text: '', at: 0 };
  if (value.kind === 'scalar' && typeof value.value === 'string') return { text: value.value, at: value.at };
  throw invalidDocument(text, [{ at: value.at, detail: 'body is not text' }]);
}

/** @throws Problem when a key or the body is wrong */
function documentOf(root: SourceMapping, body: Body, text: string): ReleaseDocument {
  const { fields, complaints } = readKeys(root);
  const markdown = tidyBody(body.text);
  const all = [...complaints, ...bodyComplaints(markdown, body.at)];
  if (all.length > 0) throw invalidDocument(text, all);
  return { ...fields, markdown };
}

function bodyComplaints(markdown: string, at: number): Complaint[] {
  if (isWithin(markdown, MAX_BODY_LENGTH)) return [];
  return [
    {
      at,
      detail: `the body has ${charactersIn(markdown)} characters`,
      expected: `at most ${MAX_BODY_LENGTH} characters`,
    },
  ];
}
