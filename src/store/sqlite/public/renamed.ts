import type { Connection } from '../engine/connection.ts';
import { facet, prepareListed } from './facets/facets.ts';

/**
 * Makes room for the officials whose public name another article has changed, once for each connection that writes and
 * outside of any transaction. A trigger notes them, so that a name which goes and comes back within one transaction is
 * no change.
 */
export function openRenamed({ client }: Connection): void {
  client.exec(`
    create temp table renamed (id text primary key, name text not null) strict;
    create temp trigger official_renamed after update of name on main.public_officials when old.name <> new.name
      begin insert or ignore into renamed values (old.id, old.name); end`);
}

/** Takes the keys of the public articles that show an official by another name than before this transaction. */
export function prepareTakeRenamed(connection: Connection): () => ReadonlySet<number> {
  const { client } = connection;
  const listed = prepareListed(connection);
  const renamed = client
    .prepare<[], string>(
      'select renamed.id from renamed cross join public_officials on public_officials.id = renamed.id and public_officials.name <> renamed.name',
    )
    .pluck();
  const clear = client.prepare('delete from renamed');
  return () => {
    const keys = new Set(renamed.all().flatMap((id) => listed(facet.official(id))));
    clear.run();
    return keys;
  };
}
