import { type Document, isNode, parseDocument, visit } from 'yaml';
import { AREA_KINDS, type Area, type AreaKind, GSS_PATTERN, MAX_AREA_DEPTH } from '../domain/area.ts';
import { isWithin } from '../domain/characters.ts';
import { MAX_OTHER_NAMES, type OtherName } from '../domain/register.ts';
import { isSlug, MAX_SLUG_LENGTH } from '../domain/slug.ts';
import { type Complaint, invalidDocument } from './complaint.ts';
import { slugify } from './slug.ts';
import { decodeSource } from './source-text.ts';

/** Characters of a name. */
export const MAX_AREA_NAME_LENGTH = 200;

/** One place of the file; `parentKey` is the key of the place that it lies in. */
export type WrittenArea = Pick<Area, 'key' | 'name' | 'nameCy' | 'kind' | 'gss'> & {
  readonly parentKey: string | null;
  readonly otherNames?: readonly Pick<OtherName, 'key' | 'name'>[];
};

/**
 * Reads a tree of areas, parents before their children: a YAML list, each area with its `name` and, where they are
 * known, `nameCy`, `kind`, `gss`, its `slug` where that is not made of the name, the list `otherNames` of further names,
 * and the list `areas` of what lies in it.
 * @throws Problem (`invalid_document`) with line and column of everything that is wrong
 */
export function readAreasFile(bytes: Uint8Array): WrittenArea[] {
  const text = decodeSource(bytes);
  // The failsafe schema leaves every scalar the text that was written: a place may be called `No`.
  const file = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  const complaints: Complaint[] = file.errors.map(({ pos, message }) => ({ at: pos[0], detail: message }));
  visit(file, { Alias: (_key, { range }) => void complaints.push({ at: range?.[0] ?? 0, detail: NO_ALIASES }) });
  const fail: Fail = (path, detail) => complaints.push({ at: offsetOf(file, path), detail });
  const areas = complaints.length === 0 ? readTree(file.toJS(), fail) : [];
  if (complaints.length > 0) throw invalidDocument(text, complaints);
  return areas;
}

const NO_ALIASES = 'aliases are not read: write it out';

type Path = readonly (string | number)[];
type Fail = (path: Path, detail: string) => void;

function readTree(file: unknown, fail: Fail): WrittenArea[] {
  const read = readAreas(file, [], null, fail);
  const keys = new Set<string>();
  const codes = new Set<string>();
  for (const { key, name, gss, otherNames, path } of read) {
    const own = new Map([{ key, name }, ...(otherNames ?? [])].map((known) => [known.key, known.name]));
    for (const [each, text] of own) {
      if (each !== '' && keys.has(each))
        fail([...path, 'name'], `"${text}" stands in the file twice; a name is what a place is known by`);
      keys.add(each);
    }
    if (gss !== null && codes.has(gss)) fail([...path, 'gss'], `${gss} stands in the file twice; it is of one place`);
    if (gss !== null) codes.add(gss);
  }
  return read.map(({ path, ...area }) => area);
}

type PlacedArea = WrittenArea & { readonly path: Path };

function readAreas(value: unknown, path: Path, parentKey: string | null, fail: Fail): PlacedArea[] {
  if (!Array.isArray(value)) {
    fail(path, 'a list of areas is missing');
    return [];
  }
  if (path.length >= 2 * MAX_AREA_DEPTH) {
    fail(path, `areas lie in each other at most ${MAX_AREA_DEPTH} deep`);
    return [];
  }
  return value.flatMap((item, at) => readArea(item, [...path, at], parentKey, fail));
}

function readArea(value: unknown, path: Path, parentKey: string | null, fail: Fail): PlacedArea[] {
  const fields = readFields(value, path, fail);
  const read = <Text extends string>(field: string, isRight: (text: string) => text is Text, expected: string) => {
    const text = fields[field] ?? '';
    if (text === '') return null;
    if (typeof text === 'string' && isRight(text)) return text;
    fail([...path, field], `${field} must be ${expected}`);
    return null;
  };
  const name = read('name', isName, NAME_EXPECTED);
  if (!fields['name']) fail(path, 'an area needs a name');
  const slug = read('slug', isSlugText, `a slug of at most ${MAX_SLUG_LENGTH} characters`);
  const others = fields['otherNames'] ? readNames(fields['otherNames'], [...path, 'otherNames'], fail) : [];
  const isOther = slug !== null && name !== null && slugify(name) !== slug;
  const known = [...(isOther ? [name] : []), ...others].map((other) => ({ key: slugify(other), name: other }));
  const area = {
    key: slug ?? slugify(name ?? ''),
    name: name ?? '',
    nameCy: read('nameCy', isName, NAME_EXPECTED),
    kind: read('kind', isKind, `one of ${AREA_KINDS.join(', ')}`),
    gss: read('gss', isGss, 'a GSS code, one capital letter and eight digits'),
    parentKey,
    ...(known.length > 0 && { otherNames: known }),
  };
  const inside = fields['areas'] ? readAreas(fields['areas'], [...path, 'areas'], area.key, fail) : [];
  return [{ ...area, path }, ...inside];
}

function readNames(value: unknown, path: Path, fail: Fail): string[] {
  if (!Array.isArray(value) || value.length > MAX_OTHER_NAMES) {
    fail(path, `otherNames must be a list of at most ${MAX_OTHER_NAMES} names`);
    return [];
  }
  return value.flatMap((text, at): string[] => {
    if (typeof text === 'string' && isName(text)) return [text];
    fail([...path, at], `a name must be ${NAME_EXPECTED}`);
    return [];
  });
}

const FIELDS: readonly string[] = ['name', 'slug', 'nameCy', 'kind', 'gss', 'otherNames', 'areas'];

function readFields(value: unknown, path: Path, fail: Fail): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {};
  for (const field of Object.keys(value)) {
    if (!FIELDS.includes(field)) fail([...path, field], `"${field}" is not known here; there are ${FIELDS.join(', ')}`);
  }
  return { ...value };
}

const NAME_EXPECTED = `a text of at most ${MAX_AREA_NAME_LENGTH} characters with a letter or a digit in it`;

function isName(text: string): text is string {
  return isWithin(text, MAX_AREA_NAME_LENGTH) && slugify(text) !== '';
}

function isSlugText(text: string): text is string {
  return isSlug(text);
}

function isKind(text: string): text is AreaKind {
  return AREA_KINDS.some((kind) => kind === text);
}

function isGss(text: string): text is string {
  return GSS_PATTERN.test(text);
}

/** Where the value at a path begins; where there is none, where what should hold it begins. */
function offsetOf(file: Document, path: Path): number {
  const node = path.length === 0 ? file.contents : file.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(file, path.slice(0, -1));
}
