/** The path of a request's address. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

/** The parameters of a request's address. */
export function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.slice(pathOf(url).length));
}

/** The target of a request as path and query, where it names a host too (RFC 9112, section 3.2.2). */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const path = target.replace(/^https?:\/\/[^/?]*/i, '');
  return path === target || path.startsWith('/') ? path : `/${path}`;
}
