import type { Connection } from './connection.ts';

/**
 * What `read` gives, read again only where any connection of any process has committed something since, which SQLite
 * tells by one number. Within a transaction, that number opens its snapshot.
 */
export function keepSinceCommit<Value>(reader: Connection, read: () => Value): () => Value {
  const dataVersion = reader.client.prepare('pragma data_version').pluck();
  let kept: { readonly version: unknown; readonly value: Value } | undefined;
  return () => {
    // Asked first: what is committed in between is read now and once more.
    const version = dataVersion.get();
    if (kept === undefined || kept.version !== version) kept = { version, value: read() };
    return kept.value;
  };
}
