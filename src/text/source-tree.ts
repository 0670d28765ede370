import type { Json } from '../domain/edition.ts';
import type { Complaint } from './complaint.ts';

/** A value of a document with the offset at which it stands, whichever notation it was written in. */
export type SourceValue = SourceScalar | SourceList | SourceMapping;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly at: number;
  readonly value: string | number | boolean | null;
}

export interface SourceList {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly SourceValue[];
}

export interface SourceMapping {
  readonly kind: 'mapping';
  readonly at: number;
  readonly entries: readonly SourceEntry[];
}

export interface SourceEntry {
  readonly key: string;
  /** Offset of the key. */
  readonly at: number;
  readonly value: SourceValue;
}

/** What a notation makes of a document's keys; `root` is only to be trusted when there are no complaints. */
export interface SourceReading {
  readonly root: SourceValue;
  readonly complaints: readonly Complaint[];
}

/** Lists and mappings inside each other; deeper documents are refused. */
export const MAX_DEPTH = 32;

/** Would change an object instead of standing in it, wherever one is made by assignment. */
const UNSAFE_KEY = '__proto__';

/** What no document may hold, in any notation: the same key twice, the unsafe one, NUL, lone surrogates. */
export function complaintsAbout(value: SourceValue): Complaint[] {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? textComplaints(value.value, value.at) : [];
  if (value.kind === 'list') return value.items.flatMap(complaintsAbout);
  const seen = new Set<string>();
  return value.entries.flatMap(({ key, at, value: held }) => {
    const complaints = [...textComplaints(key, at), ...complaintsAbout(held)];
    if (key === UNSAFE_KEY) complaints.push({ at, detail: 'a key of this name is not allowed' });
    if (seen.has(key)) complaints.push({ at, detail: 'this key is given twice' });
    seen.add(key);
    return complaints;
  });
}

/** A mapping without the positions of what it holds. */
export function toObject({ entries }: SourceMapping): { readonly [key: string]: Json } {
  return Object.fromEntries(entries.map(({ key, value }) => [key, toJson(value)]));
}

function toJson(value: SourceValue): Json {
  if (value.kind === 'scalar') return value.value;
  return value.kind === 'list' ? value.items.map(toJson) : toObject(value);
}

function textComplaints(text: string, at: number): Complaint[] {
  if (text.includes('\0')) return [{ at, detail: 'there is a NUL character in this text' }];
  if (!text.isWellFormed()) return [{ at, detail: 'there is half a character (a lone surrogate) in this text' }];
  return [];
}
