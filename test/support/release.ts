import { createHash, randomUUID } from 'node:crypto';
import { OPERATOR } from '../../src/domain/actor.ts';
import type { Content } from '../../src/domain/edition.ts';
import type { Quote } from '../../src/domain/quote.ts';
import type { Instant } from '../../src/domain/time.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import type { ChangeRequest, Register } from '../../src/store/article-change.ts';
import { instant } from './time.ts';

/** The present of every test that does not turn the clock. */
export const NOW = instant('2026-03-02T10:00:00.000Z');

export interface ReleaseOptions {
  /** Last segment of its address, and the slug it would like. */
  readonly name: string;
  readonly title?: string;
  readonly summary?: string | null;
  readonly area?: string | null;
  readonly tags?: readonly string[];
  readonly language?: string;
  /** Plain text of the body. */
  readonly text?: string;
  readonly quotes?: readonly QuoteOptions[];
  /** What the document says; null leaves it to the publication. */
  readonly publishedAt?: Instant | null;
  readonly image?: Content['image'];
  readonly now?: Instant;
  /** From when it is public; `null` leaves it a draft; at once when nothing is said. */
  readonly publishAt?: Instant | null;
  /** The imported document; null when it was not imported. */
  readonly source?: string | null;
  readonly sourceIsDraft?: boolean;
  readonly slug?: string;
  /** A slug that somebody asks for, so that a public article moves there. */
  readonly movesTo?: string;
  /** The address that its document gives; null where it gives none. */
  readonly url?: string | null;
}

export interface QuoteOptions {
  readonly by?: string | null;
  readonly rank?: string | null;
  readonly role?: string | null;
  readonly of?: string | null;
  readonly text?: string;
}

/** A change that saves a release, registers every name it mentions, and publishes it unless told otherwise. */
export function release(options: ReleaseOptions): ChangeRequest {
  const { now = NOW, publishAt = now, source = `source of ${options.name}` } = options;
  const names = namesOf(options);
  return {
    article: { url: urlOf(options.name) },
    mentions: {
      areas: names.areas.map(keyOf),
      organisations: names.organisations.map(keyOf),
      officials: names.officials.map(keyOf),
    },
    audience: audienceOf(OPERATOR, now),
    by: 'operator',
    decide(_current, register) {
      const known = complete(register, names);
      const { text = `Body of ${options.name}.` } = options;
      return {
        register: {
          areas: missing(known.areas, register.areas),
          organisations: missing(known.organisations, register.organisations),
          officials: missing(known.officials, register.officials),
        },
        save: {
          content: contentOf(options, known),
          rendering: { html: `<p>${text}</p>`, text },
          source: source === null ? null : document(source, options.sourceIsDraft ?? false),
        },
        ...(publishAt !== null && { publishAt }),
      };
    },
  };
}

export function urlOf(name: string): string {
  return `https://www.ouseshire.police.example/news/${name}`;
}

/** The key by which a name of these tests is recognised. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function namesOf({ area, quotes = [] }: ReleaseOptions) {
  return {
    areas: distinct([area]),
    organisations: distinct(quotes.map(({ of }) => of)),
    officials: distinct(quotes.map(({ by }) => by)),
  };
}

function distinct(names: readonly (string | null | undefined)[]): string[] {
  const named = names.filter((name) => typeof name === 'string');
  return [...new Map(named.map((name) => [keyOf(name), name])).values()];
}

/** The register together with the names that it lacks. */
function complete(register: Register, names: ReturnType<typeof namesOf>): Register {
  const place = { nameCy: null, kind: null, gss: null, parentId: null, listed: false };
  return {
    areas: added(register.areas, names.areas, (named) => ({ ...named, ...place })),
    organisations: added(register.organisations, names.organisations, (named) => named),
    officials: added(register.officials, names.officials, (named) => named),
  };
}

interface Named {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

function added<Row>(known: ReadonlyMap<string, Row>, names: readonly string[], create: (named: Named) => Row) {
  const fresh = names.map((name): [string, Row] => [keyOf(name), create({ id: randomUUID(), key: keyOf(name), name })]);
  return new Map([...fresh, ...known]);
}

function missing<Row>(wanted: ReadonlyMap<string, Row>, known: ReadonlyMap<string, unknown>): Row[] {
  return [...wanted].filter(([key]) => !known.has(key)).map(([, row]) => row);
}

function contentOf(options: ReleaseOptions, register: Register): Content {
  const { name, area = null, quotes = [] } = options;
  const areaId = area === null ? undefined : register.areas.get(keyOf(area))?.id;
  return {
    title: options.title ?? `Title of ${name}`,
    summary: options.summary ?? null,
    url: options.url === undefined ? urlOf(name) : options.url,
    slug: options.movesTo ?? options.slug ?? name,
    ...(options.movesTo !== undefined && { slugGiven: true }),
    area: area === null || areaId === undefined ? null : { id: areaId, name: area },
    language: options.language ?? 'en-GB',
    tags: options.tags ?? [],
    publishedAt: options.publishedAt ?? null,
    publishedAtPrecision: options.publishedAt ? 'day' : 'instant',
    image: options.image ?? null,
    markdown: options.text ?? `Body of ${name}.`,
    quotes: quotes.map((quote, at) => quoteOf(quote, at + 1, register)),
    quotesGiven: false,
    extra: {},
  };
}

function quoteOf(options: QuoteOptions, position: number, { officials, organisations }: Register): Quote {
  const { by = null, rank = null, role = null, of = null, text = `Statement ${position}.` } = options;
  return {
    id: randomUUID(),
    position,
    text,
    paragraphs: text.split('\n\n'),
    start: 0,
    end: text.length,
    attribution: { name: by, rank, role, organisation: of, asWritten: [rank, by, role, of].filter(Boolean).join(', ') },
    officialId: by === null ? null : (officials.get(keyOf(by))?.id ?? null),
    organisationId: of === null ? null : (organisations.get(keyOf(of))?.id ?? null),
  };
}

function document(
  text: string,
  isDraft: boolean,
): { readonly bytes: Uint8Array; readonly digest: string; readonly isDraft: boolean } {
  const bytes = new TextEncoder().encode(text);
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex'), isDraft };
}
