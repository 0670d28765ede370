/** Whether `If-Match` names one of an answer's validators (RFC 9110, section 13.1.1: a weak one matches nothing). */
export function isNamed(ifMatch: string, etags: readonly string[]): boolean {
  const named = tagsIn(ifMatch);
  return ifMatch.trim() === '*' || etags.some((etag) => named.includes(etag));
}

/** The first of an answer's validators that `If-None-Match` names (section 13.1.2: by weak comparison). */
export function heldAmong(ifNoneMatch: string, etags: readonly string[]): string | undefined {
  if (ifNoneMatch.trim() === '*') return etags[0];
  const held = tagsIn(ifNoneMatch).map((tag) => tag.replace(/^W\//, ''));
  return etags.find((etag) => held.includes(etag));
}

function tagsIn(header: string): readonly string[] {
  return header.split(',').map((tag) => tag.trim());
}
