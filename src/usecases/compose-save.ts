import type { Area } from '../domain/area.ts';
import type { Content, Edition } from '../domain/edition.ts';
import type { Official, Organisation } from '../domain/official.ts';
import { isOfSeveral, type Quote, type Statement } from '../domain/quote.ts';
import { atPrecision } from '../domain/time.ts';
import type { ArticleDecision, Mentions, Register } from '../store/article-change.ts';
import type { Release } from '../text/release.ts';
import { slugify } from '../text/slug.ts';
import { keepCorrections } from './keep-corrections.ts';

/** What a save says, rendered and with its statements found: from a document, or from what an API client sent. */
export interface ComposedText extends Omit<Release, 'url' | 'blocks' | 'pictures' | 'statements'> {
  readonly url: string | null;
  readonly statements: readonly Statement[];
  /** Key of the area that its name means, where that is not what the name itself makes. */
  readonly areaKey?: string | undefined;
  /** Whether a person wrote the quotes down. */
  readonly quotesGiven: boolean;
  /** Whether a person asked for this slug. */
  readonly slugGiven: boolean;
}

/** The document that a release was read from. */
export interface SourceDocument {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly digest: string;
  /** Whether it came as a draft, which may stand beside a public one of the same address. */
  readonly isDraft: boolean;
}

/** A save that only waits for what the register knows of the names in it. */
export interface ComposedSave {
  readonly mentions: Mentions;
  /** `before` is the edition whose place it takes: a quote whose words and speaker are the same keeps its id. */
  decide(register: Register, before: Edition | null | undefined): Required<Pick<ArticleDecision, 'save' | 'register'>>;
}

/** Every id that may be needed is drawn beforehand, so that the decision is the same however often it is run. */
export function composeSave(text: ComposedText, source: SourceDocument | null, newId: () => string): ComposedSave {
  const statements = text.statements.map((statement) => numbered(statement, newId()));
  const proposed = proposeNames(text, statements, newId);
  return {
    mentions: {
      areas: [...proposed.areas.keys()],
      organisations: [...proposed.organisations.keys()],
      officials: [...proposed.officials.keys()],
    },
    decide(register, before) {
      const names: Register = {
        areas: new Map([...proposed.areas, ...register.areas]),
        organisations: new Map([...proposed.organisations, ...register.organisations]),
        officials: new Map([...proposed.officials, ...register.officials]),
      };
      const found = statements.map((each, at) => toQuote(each, at + 1, names));
      const isCorrected = source !== null && !text.quotesGiven && before?.content.quotesGiven === true;
      const { quotes, quotesGiven } = isCorrected
        ? keepCorrections(found, text.markdown, before.content)
        : { quotes: keepIds(found, before?.content.quotes ?? []), quotesGiven: text.quotesGiven };
      const meant = new Set(quotes.flatMap(({ officialId, organisationId }) => [officialId, organisationId]));
      return {
        save: {
          content: toContent({ ...text, quotesGiven }, names, quotes),
          rendering: { html: text.html, text: text.text },
          source,
        },
        register: {
          areas: missing(proposed.areas, register.areas),
          organisations: missing(proposed.organisations, register.organisations).filter(({ id }) => meant.has(id)),
          officials: missing(proposed.officials, register.officials).filter(({ id }) => meant.has(id)),
        },
      };
    },
  };
}

/** A statement with the id that it gets when it is new, and the keys of those whom it names; empty for nobody. */
interface NumberedStatement {
  readonly statement: Statement;
  readonly id: string;
  readonly officialKey: string;
  readonly organisationKey: string;
}

function numbered(statement: Statement, id: string): NumberedStatement {
  const { name, organisation } = statement.attribution;
  const officialKey = name === null || isOfSeveral(name) ? '' : slugify(name);
  return { statement, id, officialKey, organisationKey: organisation === null ? '' : slugify(organisation) };
}

function toContent(text: ComposedText, { areas }: Register, quotes: readonly Quote[]): Content {
  const { title, summary, url, slug, language, tags, publishedAt, publishedAtPrecision, image, markdown } = text;
  const id = areas.get(areaKeyOf(text))?.id;
  const area = text.area === null || id === undefined ? null : { id, name: text.area };
  return {
    title,
    summary,
    url,
    slug,
    ...(text.slugGiven && { slugGiven: true }),
    area,
    language,
    tags,
    publishedAt: publishedAt && atPrecision(publishedAt, publishedAtPrecision),
    publishedAtPrecision,
    image,
    markdown,
    quotes,
    quotesGiven: text.quotesGiven,
    extra: text.extra,
  };
}

function toQuote(
  { statement, id, officialKey, organisationKey }: NumberedStatement,
  position: number,
  names: Register,
): Quote {
  const { text, paragraphs, start, end, attribution } = statement;
  return {
    text,
    paragraphs,
    start,
    end,
    attribution,
    id,
    position,
    officialId: names.officials.get(officialKey)?.id ?? null,
    organisationId: names.organisations.get(organisationKey)?.id ?? null,
  };
}

/** Of several statements that are alike, each keeps the id of the one that stood in its place among them. */
function keepIds(quotes: readonly Quote[], before: readonly Quote[]): Quote[] {
  const earlier = Map.groupBy(before, sameness);
  return quotes.map((quote) => ({ ...quote, id: earlier.get(sameness(quote))?.shift()?.id ?? quote.id }));
}

function sameness({ text, officialId, organisationId }: Quote): string {
  return `${officialId ?? organisationId} ${text}`;
}

function areaKeyOf({ area, areaKey }: ComposedText): string {
  return areaKey ?? (area === null ? '' : slugify(area));
}

/** Every name that the release mentions, once, as it would be created; a name without a letter or digit has no key. */
function proposeNames(text: ComposedText, statements: readonly NumberedStatement[], newId: () => string): Register {
  const { area } = text;
  const key = areaKeyOf(text);
  return {
    areas: new Map(key === '' || area === null ? [] : [[key, newArea(newId(), key, area)]]),
    organisations: byKey(
      statements.map(({ organisationKey, statement }) => [organisationKey, statement.attribution.organisation]),
      (key, name): Organisation => ({ id: newId(), key, name }),
    ),
    officials: byKey(
      statements.map(({ officialKey, statement }) => [officialKey, statement.attribution.name]),
      (key, name): Official => ({ id: newId(), key, name }),
    ),
  };
}

function byKey<Named>(
  names: readonly (readonly [key: string, name: string | null])[],
  create: (key: string, name: string) => Named,
): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  for (const [key, name] of names) {
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
