import { type Actor, OPERATOR } from '../domain/actor.ts';
import type { EditionState } from '../domain/edition.ts';
import { Problem } from '../domain/problem.ts';
import { freeSlug } from '../domain/slug.ts';
import { audienceOf } from '../domain/visibility.ts';
import type { Source } from '../store/store.ts';
import { formatOfBytes } from '../text/source-format.ts';
import { writeDocument } from '../text/write-document.ts';
import type { Deps } from './deps.ts';
import { DRAFTS_FOLDER, exportLine } from './import-inputs.ts';

type Reading = Pick<Deps, 'store' | 'clock'>;

/** The document of an article. */
export interface ExportedDocument {
  /** `live`, or that of the open edition that it is of: then an import never publishes it. */
  readonly state: EditionState;
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
  if (!source)
    throw new Problem('not_found', `no release that is not withdrawn has the address, slug or id ${reference}`);
  return toDocument(source);
}

/**
 * The documents of every article that an actor may see, what is public before what is not yet, in a fixed order, without
 * holding them all. Nothing of what was withdrawn.
 */
export async function* exportSources(
  { store, clock }: Reading,
  actor: Actor = OPERATOR,
): AsyncGenerator<ExportedDocument> {
  for await (const source of store.articles.sources(audienceOf(actor, clock.now()))) yield toDocument(source);
}

function toDocument(source: Source): ExportedDocument {
  const { url, slug, state } = source;
  return { url, slug, state, bytes: 'bytes' in source ? source.bytes : writeDocument(source) };
}

/** The documents as lines, each a record as it came or a whole document; an import takes them again, byte for byte. */
export async function* exportLines(reading: Reading, actor: Actor): AsyncGenerator<string> {
  for await (const { bytes, state } of exportSources(reading, actor)) yield `${exportLine(bytes, state)}\n`;
}

/** The documents as files, each under a name of its own. */
export async function* exportFiles(
  reading: Reading,
  actor: Actor,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const nameOf = sourceNames();
  for await (const source of exportSources(reading, actor)) yield { name: nameOf(source), bytes: source.bytes };
}

/** Names for files of one export: by the slug, which two drafts may wish for; what is not public in a folder of its own. */
export function sourceNames(): (source: Pick<ExportedDocument, 'slug' | 'state' | 'bytes'>) => string {
  const taken = new Set<string>();
  return ({ slug, state, bytes }) => {
    const folder = state === 'live' ? '' : `${DRAFTS_FOLDER}/`;
    const own = freeSlug(slug, (wish) => taken.has(`${folder}${wish}`));
    taken.add(`${folder}${own}`);
    return `${folder}${own}${EXTENSIONS[formatOfBytes(bytes)]}`;
  };
}

const EXTENSIONS = { markdown: '.md', ndjson: '.ndjson' } as const;
