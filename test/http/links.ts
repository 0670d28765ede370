/** The addresses in the header `Link`, by what they are, but for the same thing in other formats. */
export function linksOf({ headers }: { headers: Record<string, string> }): Record<string, string> {
  const entries = [...(headers['link'] ?? '').matchAll(/<([^>]*)>; rel="(?!alternate)(\w+)"/g)];
  return Object.fromEntries(entries.map(([, href = '', rel = '']) => [rel, href]));
}
