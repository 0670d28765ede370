import { slugify } from './slug.ts';

/** The slug in the last segment of an address, without an extension such as `.html`; empty when it has none. */
export function slugOfAddress({ pathname }: URL): string {
  const segment = pathname.split('/').findLast((part) => part !== '') ?? '';
  return slugify(decoded(segment).replace(/\.(?:html?|aspx?|php|jsp)$/i, ''));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
