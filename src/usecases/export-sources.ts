import { type Actor, OPERATOR } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { freeSlug } from '../domain/slug.ts';
import { audienceOf } from '../domain/visibility.ts';
import type { Source } from '../store/store.ts';
import { formatOfBytes } from '../text/source-format.ts';
import { writeDocument } from '../text/write-document.ts';
import type { Deps } from './deps.ts';
import { documentLine } from './import-inputs.ts';

type Reading = Pick<Deps, 'store' | 'clock'>;

/** The document of an article. */
export interface ExportedDocument {
  readonly url: string;
  readonly slug: string;
  readonly bytes: Uint8Array;
}

/**
 * The document that an article was last saved from, or one that says what it says, for whoever runs the machine: drafts
 * too.
 * @param reference the article's id, slug or canonical address
 * @throws Problem `not_found` when there is no such article
 */
export async function exportSource({ store, clock }: Reading, reference: string): Promise<ExportedDocument> {
  const source = await store.articles.source(reference, audienceOf(OPERATOR, clock.now()));
  if (!source) throw new Problem('not_found', `no release has the address, slug or id ${reference}`);
  return toDocument(source);
}

/** The document of every article that an actor may see, in a fixed order, without holding them all. */
export async function* exportSources(
  { store, clock }: Reading,
  actor: Actor = OPERATOR,
): AsyncGenerator<ExportedDocument> {
  for await (const source of store.articles.sources(audienceOf(actor, clock.now()))) yield toDocument(source);
}

function toDocument(source: Source): ExportedDocument {
  const { url, slug } = source;
  return { url, slug, bytes: 'bytes' in source ? source.bytes : writeDocument(source) };
}

/** The documents as lines, each a record as it came or a whole document; an import takes them again, byte for byte. */
export async function* exportLines(reading: Reading, actor: Actor): AsyncGenerator<string> {
  for await (const { bytes } of exportSources(reading, actor)) {
    yield formatOfBytes(bytes) === 'ndjson' ? `${Buffer.from(bytes).toString('utf8')}\n` : `${documentLine(bytes)}\n`;
  }
}

/** The documents as files, each under a name of its own. */
export async function* exportFiles(
  reading: Reading,
  actor: Actor,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const nameOf = sourceNames();
  for await (const source of exportSources(reading, actor)) yield { name: nameOf(source), bytes: source.bytes };
}

/** Names for files of one export: by the slug, which two drafts may wish for. */
export function sourceNames(): (source: Pick<ExportedDocument, 'slug' | 'bytes'>) => string {
  const taken = new Set<string>();
  return ({ slug, bytes }) => {
    const own = freeSlug(slug, (wish) => taken.has(wish));
    taken.add(own);
    return `${own}${EXTENSIONS[formatOfBytes(bytes)]}`;
  };
}

const EXTENSIONS = { markdown: '.md', ndjson: '.ndjson' } as const;
