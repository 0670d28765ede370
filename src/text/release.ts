import type { Block } from './block.ts';
import { invalidDocument } from './complaint.ts';
import { type ReleaseDocument, readDocument } from './document.ts';
import { EXPORT_KEY } from './export-key.ts';
import { renderMarkdown } from './markdown.ts';
import type { Picture } from './pictures.ts';
import { extractStatements } from './quotes/extract.ts';
import type { FoundStatement } from './quotes/found.ts';
import { createLocator, type Located } from './quotes/locate.ts';
import { separateStandfirst } from './standfirst.ts';

/** A press release as data: its document with the standfirst told once, its body as a reader sees it. */
export interface Release extends ReleaseDocument {
  /** Safe HTML of the body. */
  readonly html: string;
  /** Plain text of the body; blocks separated by a blank line. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  /** What is said in it, and by whom. */
  readonly statements: readonly FoundStatement[];
}

/**
 * Reads a markdown file with its keys as a release.
 * @throws Problem `invalid_document`
 */
export function readRelease(bytes: Uint8Array): Release {
  return toRelease(readDocument(bytes));
}

/**
 * The release that a document says, from a file or from a record.
 * @throws Problem `invalid_document` when its body cannot be rendered
 */
export function toRelease(document: ReleaseDocument): Release {
  return withStatements(withBody(document));
}

/** The release that a document says, or why it says none. */
export type ReleaseRead = { readonly release: Release } | { readonly error: unknown };

/**
 * As `toRelease`, for several: the bodies of all are rendered before the statements of the first are looked for. With one
 * document after the other, a processor fetches the code of each stage again every time, which takes as long as the reading.
 */
export function toReleases(documents: readonly ReleaseDocument[]): ReleaseRead[] {
  const bodies = documents.map((document) => attempt(() => withBody(document)));
  return bodies.map((body) => ('error' in body ? body : attempt(() => withStatements(body.release))));
}

type WithBody = Omit<Release, 'statements'>;

/** @throws Problem `invalid_document` when its body cannot be rendered */
function withBody(document: ReleaseDocument): WithBody {
  const { title, summary, markdown, exported } = document;
  const isWhole = exported?.body === 'whole';
  const standfirst = isWhole ? { summary, markdown } : separateStandfirst(title, summary, markdown);
  return { ...document, ...standfirst, ...renderMarkdown(standfirst.markdown) };
}

/** @throws Problem `invalid_document` when its body does not hold a quote that it gives */
function withStatements(release: WithBody): Release {
  const { exported, blocks } = release;
  const locate = createLocator(blocks, release);
  const statements = exported?.quotes
    ? exported.quotes.map((quote) => located(locate(quote)))
    : extractStatements(blocks, release);
  return { ...release, statements };
}

function attempt<Read>(read: () => Read): { readonly release: Read } | { readonly error: unknown } {
  try {
    return { release: read() };
  } catch (error) {
    return { error };
  }
}

/** What a person wrote down is sure, and nobody has asked who it is. */
function located(found: Located): FoundStatement {
  if (!('missing' in found)) return { ...found, kind: 'other', confidence: 1 };
  const detail = `the words of a quote under ${EXPORT_KEY} do not stand in one paragraph of the body`;
  throw invalidDocument('', [{ at: 0, detail }]);
}
