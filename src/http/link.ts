/** One entry of a `Link` header (RFC 8288). */
export interface Link {
  readonly rel: 'self' | 'first' | 'next' | 'prev' | 'canonical';
  readonly href: string;
}

/** Characters; many clients refuse an answer whose headers pass 16 KiB, and an address may be as long as its query. */
export const MAX_LINK_HEADER_LENGTH = 8_192;

/** The value of `Link`; undefined when there is nothing to link to, or when it would be too long for a header. */
export function linkHeader(links: readonly Link[]): string | undefined {
  const text = links.map(({ rel, href }) => `<${asciiUri(href)}>; rel="${rel}"`).join(', ');
  return text !== '' && text.length <= MAX_LINK_HEADER_LENGTH ? text : undefined;
}

/** Addresses of other sites may be written with any letters; a header holds ASCII only, and `>` would end the link. */
function asciiUri(href: string): string {
  return href.replaceAll(/[^!-~]|[<>"]/gu, encodeURIComponent);
}
