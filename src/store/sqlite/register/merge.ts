import { and, eq, sql } from 'drizzle-orm';
import type { MergedKind } from '../../../domain/register.ts';
import type { Connection } from '../engine/connection.ts';
import { facet, prepareListed, prepareRelist } from '../public/facets/facets.ts';
import { publicOfficials, publicOrganisations, publicQuotes, publicRedirects } from '../public/public-tables.ts';
import { prepareOtherNames } from './other-names.ts';
import { officials, organisations } from './register-tables.ts';

/**
 * Makes one entry another one: what was said points to that one, in the eyes of the public too. Undefined while the
 * public does not know the one that goes; else the articles that read otherwise.
 */
export type Merge = (merge: {
  readonly from: string;
  readonly into: string;
}) => { readonly touched: readonly number[] } | undefined;

/** Must be used inside a write transaction. The names of the one that goes are left to be given to the other. */
export function createMerge(connection: Connection, kind: MergedKind): Merge {
  const { db } = connection;
  const others = prepareOtherNames(connection, kind);
  const table = kind === 'official' ? publicOfficials : publicOrganisations;
  const repoint = preparePublicRepoint(connection, kind);
  const listed = prepareListed(connection);
  const shown = db
    .select()
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare();
  const isTarget = and(eq(publicRedirects.kind, kind), eq(publicRedirects.targetId, sql.placeholder('from')));
  const redirect = db
    .update(publicRedirects)
    .set({ targetId: sql`${sql.placeholder('into')}` })
    .where(isTarget)
    .prepare();

  return ({ from, into }) => {
    others.replace(from, []);
    repointRegister(connection, kind, from, into);
    const going = shown.get({ id: from });
    if (!going) return undefined;
    const isKnown = shown.get({ id: into }) !== undefined;
    // Its own row stands in the way of its slug until it is gone.
    if (isKnown) db.insert(publicRedirects).values({ kind, slug: going.slug, targetId: into }).run();
    else {
      db.update(table)
        .set({ slug: `~${from}` })
        .where(eq(table.id, from))
        .run();
      db.insert(table)
        .values({ ...going, id: into })
        .run();
    }
    const touched = isKnown ? listed(facet[kind](from)) : [];
    repoint(from, into);
    redirect.run({ from, into });
    db.delete(table).where(eq(table.id, from)).run();
    return { touched };
  };
}

/** Whoever was merged before into the one that goes goes on to the other. */
function repointRegister({ db }: Connection, kind: MergedKind, from: string, into: string): void {
  const table = kind === 'official' ? officials : organisations;
  db.update(table)
    .set({ mergedInto: into, version: sql`${table.version} + 1` })
    .where(sql`${table.id} = ${from} or ${table.mergedInto} = ${from}`)
    .run();
  if (kind === 'official') return;
  for (const posted of [officials, publicOfficials]) {
    db.update(posted)
      .set({ posts: sql`replace(${posted.posts}, ${from}, ${into})` })
      .where(sql`${posted.posts} <> '[]' and instr(${posted.posts}, ${from}) > 0`)
      .run();
  }
}

/** Quotes, and the lists that they bring their articles into. */
function preparePublicRepoint(connection: Connection, kind: MergedKind): (from: string, into: string) => void {
  const { db } = connection;
  const relist = prepareRelist(connection);
  return (from, into) => {
    if (kind === 'official') {
      db.update(publicQuotes).set({ officialId: into }).where(eq(publicQuotes.officialId, from)).run();
    } else {
      db.update(publicQuotes).set({ organisationId: into }).where(eq(publicQuotes.organisationId, from)).run();
      db.update(publicOfficials).set({ organisationId: into }).where(eq(publicOfficials.organisationId, from)).run();
    }
    relist(facet[kind](from), facet[kind](into));
  };
}
