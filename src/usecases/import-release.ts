import type { Area } from '../domain/area.ts';
import type { Article } from '../domain/article.ts';
import type { Content, Edition } from '../domain/edition.ts';
import type { Official, Organisation } from '../domain/official.ts';
import { Problem } from '../domain/problem.ts';
import type { Quote, Statement } from '../domain/quote.ts';
import type { Instant } from '../domain/time.ts';
import type { ArticleDecision, ChangeRequest, Register } from '../store/store.ts';
import { extractStatements } from '../text/quotes/extract.ts';
import type { Release } from '../text/release.ts';
import { slugify } from '../text/slug.ts';

/** The document that a release was read from. */
export interface SourceDocument {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly digest: string;
}

export interface ImportReleaseOptions {
  /** Publish it at the date that the document gives, at once when that has passed; otherwise it stays a draft. */
  readonly publish: boolean;
  readonly now: Instant;
  /** As `actorName` writes it. */
  readonly by: string;
  readonly newId: () => string;
}

/**
 * What importing a release does to the article at its address: a document that is saved already is not saved again,
 * a changed one becomes a new revision, and a quote whose words and speaker are the same keeps its id. Every id that
 * may be needed is drawn beforehand, so that the decision is the same however often it is run.
 */
export function importRelease(
  // Only the rest is held until the decision: of what a release takes in memory, two thirds are its blocks.
  { blocks, ...release }: Release,
  source: SourceDocument,
  options: ImportReleaseOptions,
): ChangeRequest {
  const { publish, now, by, newId } = options;
  const statements = extractStatements(blocks).map((statement) => ({ statement, id: newId() }));
  const proposed = proposeNames(release, statements, newId);
  return {
    url: release.url,
    mentions: {
      areas: [...proposed.areas.keys()],
      organisations: [...proposed.organisations.keys()],
      officials: [...proposed.officials.keys()],
    },
    now,
    by,
    /** @throws Problem when a changed text would go out with a schedule that was given to another text */
    decide(current, register) {
      const before = current?.open ?? current?.live ?? undefined;
      const isSaved = before?.sourceDigest === source.digest;
      if (!isSaved && !publish) refuseScheduled(current);
      const isWaiting = !isSaved || current?.open?.state === 'draft';
      return {
        ...(!isSaved && saveDecision(release, source, statements, { proposed, register, before })),
        ...(publish && isWaiting && { publishAt: later(release.publishedAt, now) }),
      };
    },
  };
}

type ReadRelease = Omit<Release, 'blocks'>;

/** A statement with the id that it gets when it is new. */
interface NumberedStatement {
  readonly statement: Statement;
  readonly id: string;
}

interface Known {
  /** The names of the release, as they would be created. */
  readonly proposed: Register;
  readonly register: Register;
  /** The edition that the release takes the place of. */
  readonly before: Edition | undefined;
}

function saveDecision(
  release: ReadRelease,
  source: SourceDocument,
  statements: readonly NumberedStatement[],
  { proposed, register, before }: Known,
): ArticleDecision {
  const names: Register = {
    areas: new Map([...proposed.areas, ...register.areas]),
    organisations: new Map([...proposed.organisations, ...register.organisations]),
    officials: new Map([...proposed.officials, ...register.officials]),
  };
  const quotes = statements.map((numbered, at) => toQuote(numbered, at + 1, names));
  return {
    save: {
      content: toContent(release, names, keepIds(quotes, before?.content.quotes ?? [])),
      rendering: { html: release.html, text: release.text },
      source,
    },
    register: {
      areas: missing(proposed.areas, register.areas),
      organisations: missing(proposed.organisations, register.organisations),
      officials: missing(proposed.officials, register.officials),
    },
  };
}

function toContent(release: ReadRelease, { areas }: Register, quotes: readonly Quote[]): Content {
  const { title, summary, url, slug, language, tags, publishedAt, publishedAtPrecision, image, markdown, extra } =
    release;
  const id = release.area === null ? undefined : areas.get(slugify(release.area))?.id;
  const area = release.area === null || id === undefined ? null : { id, name: release.area };
  return {
    title,
    summary,
    url,
    slug,
    area,
    language,
    tags,
    publishedAt,
    publishedAtPrecision,
    image,
    markdown,
    quotes,
    extra,
  };
}

function toQuote({ statement, id }: NumberedStatement, position: number, names: Register): Quote {
  const { name, organisation } = statement.attribution;
  return {
    ...statement,
    id,
    position,
    officialId: idOf(name, names.officials),
    organisationId: idOf(organisation, names.organisations),
  };
}

function idOf(name: string | null, known: ReadonlyMap<string, { readonly id: string }>): string | null {
  return name === null ? null : (known.get(slugify(name))?.id ?? null);
}

/** Of several statements that are alike, each keeps the id of the one that stood in its place among them. */
function keepIds(quotes: readonly Quote[], before: readonly Quote[]): Quote[] {
  const earlier = Map.groupBy(before, sameness);
  return quotes.map((quote) => ({ ...quote, id: earlier.get(sameness(quote))?.shift()?.id ?? quote.id }));
}

function sameness({ text, officialId, organisationId }: Quote): string {
  return `${officialId ?? organisationId} ${text}`;
}

/** Every name that the release mentions, once, as it would be created; a name without a letter or digit has no key. */
function proposeNames({ area }: ReadRelease, statements: readonly NumberedStatement[], newId: () => string): Register {
  const attributions = statements.map(({ statement }) => statement.attribution);
  return {
    areas: byKey([area], (key, name) => newArea(newId(), key, name)),
    organisations: byKey(
      attributions.map(({ organisation }) => organisation),
      (key, name): Organisation => ({ id: newId(), key, name }),
    ),
    officials: byKey(
      attributions.map(({ name }) => name),
      (key, name): Official => ({ id: newId(), key, name }),
    ),
  };
}

function byKey<Named>(
  names: readonly (string | null)[],
  create: (key: string, name: string) => Named,
): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  for (const name of names) {
    const key = name === null ? '' : slugify(name);
    if (name !== null && key !== '' && !named.has(key)) named.set(key, create(key, name));
  }
  return named;
}

function newArea(id: string, key: string, name: string): Area {
  return { id, key, name, nameCy: null, kind: null, gss: null, parentId: null, listed: false };
}

function missing<Named>(proposed: ReadonlyMap<string, Named>, known: ReadonlyMap<string, unknown>): Named[] {
  return [...proposed].filter(([key]) => !known.has(key)).map(([, named]) => named);
}

function later(date: Instant | null, now: Instant): Instant {
  return date !== null && date > now ? date : now;
}

function refuseScheduled(current: Article | undefined): void {
  if (current?.open?.state !== 'scheduled') return;
  throw new Problem(
    'invalid_request',
    `The release is scheduled for ${current.open.publishAt}, and its text has changed since: import it with publish to schedule the changed text`,
  );
}
