/** UTF-16 code units; the longest tag that every implementation must take (RFC 5646, section 4.4.1). */
export const MAX_LANGUAGE_LENGTH = 35;

/** The language that a BCP 47 tag names, in its canonical form; undefined when it is no tag of a language. */
export function readLanguage(text: string): string | undefined {
  if (text.length > MAX_LANGUAGE_LENGTH) return undefined;
  try {
    const [language = ''] = Intl.getCanonicalLocales(text);
    // A longer first part is well-formed, but registered for no language: it is a name such as `welsh`.
    return /^[a-z]{2,3}(?:-|$)/.test(language) ? language : undefined;
  } catch {
    return undefined;
  }
}
