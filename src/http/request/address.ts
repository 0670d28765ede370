/** The path of a request's address. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

/** The parameters of a request's address. */
export function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.slice(pathOf(url).length));
}
