import type { Complaint } from './complaint.ts';
import { EXPORT_KEY } from './export-key.ts';
import { complaintsAbout, type SourceEntry, type SourceMapping, type SourceValue } from './source-tree.ts';

/** The keys that mean something, by their path. */
const PLACES = [
  'title',
  'url',
  'area',
  'language',
  'tags',
  'og.description',
  'og.image',
  'og.imageAlt',
  'publish.date',
  EXPORT_KEY,
] as const;
export type Place = (typeof PLACES)[number];

const PLACE_OF_PATH: ReadonlyMap<string, Place> = new Map(PLACES.map((place) => [place.toLowerCase(), place]));
const GROUPS = ['og', 'publish'];

/** Whether a key at the top would be read as something else than a key of one's own. */
export function hasMeaning(key: string): boolean {
  const name = key.toLowerCase();
  return PLACE_OF_PATH.has(name) || GROUPS.includes(name) || name === 'body';
}

export interface PlacedKeys {
  readonly known: ReadonlyMap<Place, SourceValue>;
  /** Every other key; those of a group stand inside it, however they were written. */
  readonly extra: SourceMapping;
  readonly complaints: readonly Complaint[];
}

/**
 * Tells the keys that mean something from those that do not. `og` and `publish` are groups, whose keys stand inside them
 * or are written with a dot. Upper and lower case are the same.
 */
export function placeKeys(root: SourceMapping): PlacedKeys {
  const complaints: Complaint[] = [];
  const known = new Map<Place, SourceValue>();
  const extra: GroupedEntry[] = [];
  for (const grouped of root.entries.flatMap((entry) => ungroup(entry, complaints))) {
    const { group, entry } = grouped;
    const place = PLACE_OF_PATH.get(group === '' ? entry.key.toLowerCase() : `${group}.${entry.key.toLowerCase()}`);
    if (!place) extra.push(grouped);
    else if (known.has(place)) complaints.push({ at: entry.at, detail: `the key ${place} is given twice` });
    else known.set(place, entry.value);
  }
  const regrouped = regroup(root, extra);
  return { known, extra: regrouped, complaints: [...complaints, ...complaintsAbout(regrouped)] };
}

interface GroupedEntry {
  /** Empty for an entry at the top. */
  readonly group: string;
  readonly entry: SourceEntry;
}

function ungroup(entry: SourceEntry, complaints: Complaint[]): GroupedEntry[] {
  const { key, at, value } = entry;
  const [head = '', ...rest] = key.split('.');
  const group = head.toLowerCase();
  if (!GROUPS.includes(group)) return [{ group: '', entry }];
  if (rest.length > 0) return [{ group, entry: { ...entry, key: rest.join('.') } }];
  if (value.kind === 'mapping') return value.entries.map((held) => ({ group, entry: held }));
  if (value.kind === 'list' || value.value !== null) {
    const expected = PLACES.filter((place) => place.startsWith(`${group}.`)).join(', ');
    complaints.push({ at, detail: `the key ${group} holds no value of its own, but other keys`, expected });
  }
  return [];
}

function regroup(root: SourceMapping, extra: readonly GroupedEntry[]): SourceMapping {
  const top = extra.filter(({ group }) => group === '').map(({ entry }) => entry);
  const groups = GROUPS.map((key): SourceEntry => {
    const entries = extra.filter(({ group }) => group === key).map(({ entry }) => entry);
    const at = entries[0]?.at ?? root.at;
    return { key, at, value: { kind: 'mapping', at, entries } };
  });
  return {
    ...root,
    entries: [...top, ...groups.filter(({ value }) => value.kind === 'mapping' && value.entries.length > 0)],
  };
}
