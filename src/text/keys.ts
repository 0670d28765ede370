import { MAX_ADDRESS_LENGTH, parseAddress } from '../domain/address.ts';
import { charactersIn, isWithin } from '../domain/characters.ts';
import {
  distinctTags,
  type Json,
  MAX_ALT_LENGTH,
  MAX_AREA_LENGTH,
  MAX_SUMMARY_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS,
  MAX_TITLE_LENGTH,
} from '../domain/edition.ts';
import type { Image } from '../domain/image.ts';
import { MAX_LANGUAGE_LENGTH, readLanguage } from '../domain/language.ts';
import type { Instant, Precision } from '../domain/time.ts';
import { slugOfAddress } from './address.ts';
import type { Complaint } from './complaint.ts';
import { MAX_DATE_LENGTH, parseWrittenDate } from './dates.ts';
import { EXPORT_KEY, type Exported, readExported } from './export-key.ts';
import { type Place, placeKeys } from './key-places.ts';
import { slugify } from './slug.ts';
import { type SourceMapping, type SourceValue, toObject } from './source-tree.ts';

const DEFAULT_LANGUAGE = 'en';

/** What the keys of a document say. */
export interface Fields {
  readonly title: string;
  /** The standfirst: `og.description`. */
  readonly summary: string | null;
  /** Canonical address: absolute, http or https. */
  readonly url: string;
  /** From the last segment of the address. */
  readonly slug: string;
  /** Name of the place. */
  readonly area: string | null;
  /** BCP 47; `en` when the document does not say. */
  readonly language: string;
  readonly tags: readonly string[];
  readonly publishedAt: Instant | null;
  readonly publishedAtPrecision: Precision;
  readonly image: Image | null;
  /** All other keys, as they were written. */
  readonly extra: { readonly [key: string]: Json };
  /** What an export says beside them; there where it does. */
  readonly exported?: Exported;
}

export interface FieldsReading {
  /** Not to be used when there are complaints. */
  readonly fields: Fields;
  readonly complaints: readonly Complaint[];
}

/** Reads the keys of a document, telling everything that is wrong with them. */
export function readKeys(root: SourceMapping): FieldsReading {
  const { known, extra, complaints } = placeKeys(root);
  const desk: Desk = { known, at: root.at, complaints: [...complaints] };
  const title = requiredText(desk, 'title', MAX_TITLE_LENGTH);
  const address = addressOf(desk, 'url', requiredText(desk, 'url', MAX_ADDRESS_LENGTH));
  const exported = readExported(known.get(EXPORT_KEY), (complaint) => desk.complaints.push(complaint));
  const publication = publicationOf(desk);
  const fields: Fields = {
    title,
    summary: textOf(desk, 'og.description', MAX_SUMMARY_LENGTH) || null,
    url: address?.href ?? '',
    slug: exported?.slug ?? slugOf(desk, address, title),
    area: placeOf(desk),
    language: languageOf(desk),
    tags: tagsOf(desk),
    ...publication,
    ...(exported?.precision && { publishedAtPrecision: exported.precision }),
    image: imageOf(desk),
    extra: { ...toObject(extra), ...exported?.extra },
    ...(exported && { exported }),
  };
  return { fields, complaints: desk.complaints };
}

/** The keys that are being read, and what is wrong with them so far. */
interface Desk {
  readonly known: ReadonlyMap<Place, SourceValue>;
  /** Where to complain about a key that is missing. */
  readonly at: number;
  readonly complaints: Complaint[];
}

function complain({ known, at, complaints }: Desk, place: Place, detail: string, expected?: string): void {
  complaints.push({ at: known.get(place)?.at ?? at, detail, ...(expected !== undefined && { expected }) });
}

/** The text of a key, runs of white space folded; null when it has none. */
function textOf(desk: Desk, place: Place, maxLength: number): string | null {
  const value = desk.known.get(place);
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return null;
  if (value.kind === 'scalar' && typeof value.value === 'string') {
    const text = folded(value.value);
    if (isWithin(text, maxLength)) return text;
    complain(desk, place, `${place} has ${charactersIn(text)} characters`, `at most ${maxLength} characters`);
  } else {
    complain(desk, place, `${place} is not text`);
  }
  return null;
}

/** Prose, so that no comma and no bracket is notation; but whoever writes a list means several places. */
function placeOf(desk: Desk): string | null {
  const text = textOf(desk, 'area', MAX_AREA_LENGTH) || null;
  if (text !== null && /^\[.*\]$/.test(text)) complain(desk, 'area', 'area is a list', 'the name of one place');
  return text;
}

function requiredText(desk: Desk, place: Place, maxLength: number): string {
  const count = desk.complaints.length;
  const text = textOf(desk, place, maxLength) ?? '';
  if (text === '' && desk.complaints.length === count) complain(desk, place, `there is no ${place}`, `${place}: …`);
  return text;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function addressOf(desk: Desk, place: Place, text: string): URL | undefined {
  const address = parseAddress(text);
  const expected = 'an address such as https://www.example.org/news/title';
  if (text !== '' && !address) complain(desk, place, `${place} is not a plain http or https address`, expected);
  return address;
}

function slugOf(desk: Desk, address: URL | undefined, title: string): string {
  if (!address) return '';
  const slug = slugOfAddress(address) || slugify(title);
  if (slug === '') complain(desk, 'url', 'neither url nor title has a letter or digit for a slug');
  return slug;
}

function languageOf(desk: Desk): string {
  const text = textOf(desk, 'language', MAX_LANGUAGE_LENGTH) || DEFAULT_LANGUAGE;
  const language = readLanguage(text);
  if (language !== undefined) return language;
  complain(desk, 'language', `${JSON.stringify(text)} is not a language tag`, 'a BCP 47 tag such as en, cy or en-GB');
  return '';
}

function tagsOf(desk: Desk): readonly string[] {
  const value = desk.known.get('tags');
  if (!value || (value.kind === 'scalar' && value.value === null)) return [];
  const texts = value.kind === 'list' ? value.items.map(scalarText) : scalarText(value)?.split(',');
  if (!texts?.every((text) => text !== undefined)) {
    complain(desk, 'tags', 'tags is not a list of texts', 'tags: crime, drugs');
    return [];
  }
  const tags = distinctTags(texts.map(folded)).filter((tag) => tag !== '');
  const tooLong = tags.find((tag) => !isWithin(tag, MAX_TAG_LENGTH));
  if (tags.length > MAX_TAGS) complain(desk, 'tags', `there are ${tags.length} tags`, `at most ${MAX_TAGS}`);
  if (tooLong) complain(desk, 'tags', `a tag has ${charactersIn(tooLong)} characters`, `at most ${MAX_TAG_LENGTH}`);
  return tags;
}

function scalarText(value: SourceValue): string | undefined {
  return value.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function publicationOf(desk: Desk): Pick<Fields, 'publishedAt' | 'publishedAtPrecision'> {
  const text = textOf(desk, 'publish.date', MAX_DATE_LENGTH);
  const never = { publishedAt: null, publishedAtPrecision: 'instant' } as const;
  if (!text) return never;
  const reading = parseWrittenDate(text);
  if ('at' in reading) return { publishedAt: reading.at, publishedAtPrecision: reading.precision };
  complain(desk, 'publish.date', reading.detail, reading.expected);
  return never;
}

/** A text that stands for a picture says nothing where there is none. */
function imageOf(desk: Desk): Image | null {
  const address = addressOf(desk, 'og.image', textOf(desk, 'og.image', MAX_ADDRESS_LENGTH) ?? '');
  const alt = textOf(desk, 'og.imageAlt', MAX_ALT_LENGTH);
  return address ? { url: address.href, alt } : null;
}
