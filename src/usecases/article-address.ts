/** Where the public reads an article. */
export function articleAddress(idOrSlug: string, publicUrl: string): string {
  return `${publicUrl}/v1/articles/${idOrSlug}`;
}
