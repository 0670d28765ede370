/** Who stands behind the releases, for machines that want to know. */
export interface Publisher {
  readonly name: string;
  readonly url: string;
  /** Address of a picture. */
  readonly logo: string | null;
  /** Hosts whose releases are its own, with those below them; null where every release is. */
  readonly hosts: readonly string[] | null;
}

/** Whose the release at an address is, as far as anybody has said: a copy of another body's is not the publisher's. */
export function publisherAt(url: string, publisher: Publisher | null): Publisher | null {
  if (!publisher?.hosts) return publisher;
  const { hostname } = new URL(url);
  return publisher.hosts.some((host) => `.${hostname}`.endsWith(`.${host}`)) ? publisher : null;
}
