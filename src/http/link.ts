/** One entry of a `Link` header (RFC 8288). */
export interface Link {
  readonly rel: 'self' | 'first' | 'next' | 'prev' | 'canonical';
  readonly href: string;
}

export function linkHeader(links: readonly Link[]): string {
  return links.map(({ rel, href }) => `<${href}>; rel="${rel}"`).join(', ');
}
