/** Canonical address that an installation of these tests gives an article that has none. */
export function addressOf(slug: string): string {
  return `https://news.example/articles/${slug}`;
}
