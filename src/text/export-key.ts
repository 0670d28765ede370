import type { GivenQuote } from '../domain/draft.ts';
import type { Json } from '../domain/edition.ts';
import { isSlug } from '../domain/slug.ts';
import { PRECISIONS, type Precision } from '../domain/time.ts';
import type { Complaint } from './complaint.ts';
import { readJson } from './json.ts';
import { complaintsAbout, type SourceMapping, type SourceValue, toObject } from './source-tree.ts';

/** The key under which an export says what the other keys cannot. */
export const EXPORT_KEY = 'dateline-export';

/** What an export says of an article that was not imported, so that an import makes the same article of it. */
export interface Exported {
  /** Id of an article that has no address yet: where it stands already, it is that one. */
  readonly article?: string;
  /** The slug that a person asked for. */
  readonly slug?: string;
  /** `whole`: nothing of the body is the summary. */
  readonly body?: 'whole';
  /** Of the date, where its notation says another one. */
  readonly precision?: Precision;
  /** The quotes as a person wrote them down. */
  readonly quotes?: readonly GivenQuote[];
  /** Keys of one's own, where they would be read as something else. */
  readonly extra?: { readonly [key: string]: Json };
}

/**
 * Reads the value of the key, JSON as text. Nobody writes it by hand.
 * @returns undefined, and says why, where it is not what an export writes
 */
export function readExported(
  value: SourceValue | undefined,
  complain: (complaint: Complaint) => void,
): Exported | undefined {
  if (value === undefined) return undefined;
  const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
  const { root, complaints } = readJson(text);
  const isRead = root.kind === 'mapping' && complaints.length === 0 && complaintsAbout(root).length === 0;
  const exported = isRead ? exportedOf(root) : undefined;
  if (!exported)
    complain({ at: value.at, detail: `${EXPORT_KEY} is not what an export writes`, expected: 'no such key' });
  return exported;
}

const MEMBERS: { readonly [Member in keyof Required<Exported>]: (value: Json) => boolean } = {
  article: isText,
  slug: (value) => isText(value) && isSlug(value),
  body: (value) => value === 'whole',
  precision: (value) => PRECISIONS.some((precision) => precision === value),
  quotes: (value) => Array.isArray(value) && value.every(isQuote),
  extra: isObject,
};

function exportedOf(root: SourceMapping): Exported | undefined {
  const read = toObject(root);
  const isExported = Object.entries(read).every(
    ([name, value]) => Object.hasOwn(MEMBERS, name) && MEMBERS[name as keyof Exported](value),
  );
  return isExported ? (read as Exported) : undefined;
}

function isQuote(value: Json): boolean {
  if (!isObject(value)) return false;
  const { paragraphs, attribution, ...rest } = value;
  const isSpoken = Array.isArray(paragraphs) && paragraphs.length > 0 && paragraphs.every(isText);
  return isSpoken && isAttribution(attribution) && Object.keys(rest).length === 0;
}

function isAttribution(value: Json | undefined): boolean {
  if (value === undefined || !isObject(value)) return false;
  const { asWritten, name, rank, role, organisation, ...rest } = value;
  const isEachTextOrNone = [name, rank, role, organisation].every((part) => part === null || isText(part));
  return isEachTextOrNone && isText(asWritten) && Object.keys(rest).length === 0;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
