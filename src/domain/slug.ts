/** Lower-case letters and digits in groups joined by one hyphen. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Characters; long enough for the headlines that become addresses. */
export const MAX_SLUG_LENGTH = 200;

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG_PATTERN.test(text);
}

/** The wished slug, or the first of `wish-2`, `wish-3`… that nobody has. */
export function freeSlug(wish: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(wish)) return wish;
  for (let count = 2; ; count += 1) {
    const suffix = `-${count}`;
    const slug = `${wish.slice(0, MAX_SLUG_LENGTH - suffix.length).replace(/-$/, '')}${suffix}`;
    if (!isTaken(slug)) return slug;
  }
}

/** The slug of a name that is written in Latin letters, without knowing how other letters are written in them; or ''. */
export function plainSlug(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return letters
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/-$/, '');
}
