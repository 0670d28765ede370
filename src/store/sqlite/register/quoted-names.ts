import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { postsOf } from '../../../domain/official.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { MergedKind } from '../../../domain/register.ts';
import { soughtNames } from '../../../domain/search.ts';
import { freeSlug } from '../../../domain/slug.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { publicOfficials, publicOrganisations, publicQuotes, publicRedirects } from '../public/public-tables.ts';
import { prepareOtherNames } from './other-names.ts';
import { officials, organisations } from './register-tables.ts';
import { required } from './required.ts';
import { slugAsWritten } from './slug-as-written.ts';

/** Quotes that are asked for what somebody is now; what they were before is not looked for further back. */
const MAX_QUOTES_ASKED = 50;

/** Those who speak in public articles, and for whom. */
export interface QuotedNames {
  /** Makes whoever speaks public, and for whom, unless they are. */
  showQuoted(quote: Quote): void;
  /** Gives an official the name and post of their newest public quotes; hides one who has none left. */
  refreshOfficial(id: string): void;
  /** Gives an organisation its name; hides one that no public article mentions any more. */
  refreshOrganisation(id: string): void;
}

export function createQuotedNames(connection: Connection): QuotedNames {
  const showOrganisation = prepareShow(connection, 'organisation');
  const showOfficial = prepareShow(connection, 'official');
  const refreshOfficial = prepareRefreshOfficial(connection);
  const refreshOrganisation = prepareRefreshOrganisation(connection, refreshOfficial);
  const withPost = connection.db
    .select({ id: publicOfficials.id })
    .from(publicOfficials)
    .where(sql`posts <> '[]' and posts like ${sql.placeholder('pattern')}`)
    .prepare();

  return {
    showQuoted({ officialId, organisationId, attribution }) {
      if (organisationId !== null && showOrganisation(organisationId, attribution.organisation)) {
        // Whoever was written down as speaking for it can now be seen to.
        for (const { id } of withPost.all({ pattern: `%${organisationId}%` })) refreshOfficial(id);
      }
      if (officialId !== null) showOfficial(officialId, attribution.name);
    },
    refreshOfficial,
    refreshOrganisation,
  };
}

function prepareRefreshOfficial(connection: Connection): (id: string) => void {
  const { db } = connection;
  const others = prepareOtherNames(connection, 'official');
  const id = sql.placeholder('id');
  const { rank, role, organisationId, publishedAt, articleId, position } = publicQuotes;
  const newest = db
    .select({ name: publicQuotes.name, rank, role, organisationId, from: publishedAt })
    .from(publicQuotes)
    .where(eq(publicQuotes.officialId, id))
    .orderBy(desc(publishedAt), desc(articleId), asc(position))
    .limit(MAX_QUOTES_ASKED)
    .prepare();
  const registered = db
    .select({ name: officials.name, named: officials.named, posts: officials.posts })
    .from(officials)
    .where(eq(officials.id, id))
    .prepare();
  const shown = db
    .select({ id: publicOrganisations.id })
    .from(publicOrganisations)
    .where(eq(publicOrganisations.id, id))
    .prepare();
  const columns = ['name', 'rank', 'role', 'organisationId', 'otherNames', 'posts', 'words'] as const;
  const values = columns.map((name) => sql`${sql.placeholder(name)}`);
  const before = sql.join(
    columns.map((name) => publicOfficials[name].getSQL()),
    sql`, `,
  );
  const update = db
    .update(publicOfficials)
    .set(Object.fromEntries(columns.map((name, at) => [name, values[at]])))
    .where(and(eq(publicOfficials.id, id), sql`(${before}) is not (${sql.join(values, sql`, `)})`))
    .prepare();
  const remove = db.delete(publicOfficials).where(eq(publicOfficials.id, id)).prepare();

  return (officialId) => {
    const quotes = newest.all({ id: officialId });
    const [quote] = quotes;
    if (!quote) return void remove.run({ id: officialId });
    const { name, named, posts } = required(registered.get({ id: officialId }));
    const [post] = postsOf(quotes, posts);
    const known = others.of(officialId).flatMap((other) => (other.isPublic ? [other.name] : []));
    const organisation = post?.organisationId ?? null;
    const shownName = named ? name : quote.name;
    update.run({
      id: officialId,
      name: shownName,
      rank: post?.rank ?? null,
      role: post?.role ?? null,
      // What only a draft knows does not show, although somebody wrote it down.
      organisationId: organisation !== null && shown.get({ id: organisation }) ? organisation : null,
      otherNames: JSON.stringify(known.sort()),
      posts: JSON.stringify(posts),
      words: soughtNames(
        new Set([
          ...[shownName, ...quotes.map(({ name: written }) => written)].flatMap((each) => each ?? []),
          ...known,
        ]),
      ),
    });
  };
}

function prepareRefreshOrganisation(
  connection: Connection,
  refreshOfficial: (id: string) => void,
): (id: string) => void {
  const { db } = connection;
  const id = sql.placeholder('id');
  const mention = db
    .select({ key: publicQuotes.key })
    .from(publicQuotes)
    .where(eq(publicQuotes.organisationId, id))
    .limit(1)
    .prepare();
  const registered = db
    .select({ name: organisations.name, named: organisations.named })
    .from(organisations)
    .where(eq(organisations.id, id))
    .prepare();
  const rename = db
    .update(publicOrganisations)
    .set({ name: sql`${sql.placeholder('name')}`, words: sql`${sql.placeholder('words')}` })
    .where(eq(publicOrganisations.id, id))
    .prepare();
  const leave = db
    .update(publicOfficials)
    .set({ organisationId: null })
    .where(eq(publicOfficials.organisationId, id))
    .returning({ id: publicOfficials.id })
    .prepare();
  const remove = db.delete(publicOrganisations).where(eq(publicOrganisations.id, id)).prepare();

  return (organisationId) => {
    if (mention.get({ id: organisationId })) {
      const { name, named } = required(registered.get({ id: organisationId }));
      if (named) rename.run({ id: organisationId, name, words: soughtNames([name]) });
      return;
    }
    const theirs = leave.all({ id: organisationId });
    remove.run({ id: organisationId });
    for (const official of theirs) refreshOfficial(official.id);
  };
}

/**
 * Shows one kind of name, unless it is shown: gives out its slug with the first public mention, which also writes the
 * name unless somebody decided it. Returns whether it was new.
 */
function prepareShow(connection: Connection, kind: MergedKind): (id: string, asWritten: string | null) => boolean {
  const { db } = connection;
  const registered = kind === 'official' ? officials : organisations;
  const table = kind === 'official' ? publicOfficials : publicOrganisations;
  const others = prepareOtherNames(connection, kind);
  const key = sql.placeholder('key');
  const shown = db.select({ id: table.id }).from(table).where(eq(table.id, key)).prepare();
  const taken = db
    .select({ slug: table.slug })
    .from(table)
    .where(eq(table.slug, key))
    .unionAll(
      db
        .select({ slug: publicRedirects.slug })
        .from(publicRedirects)
        .where(and(eq(publicRedirects.kind, kind), eq(publicRedirects.slug, key))),
    )
    .prepare();
  const known = db
    .select({ key: registered.key, name: registered.name, named: registered.named })
    .from(registered)
    .where(eq(registered.id, key))
    .prepare();
  const insertOfficial = prepareInsert(connection, publicOfficials);
  const insertOrganisation = prepareInsert(connection, publicOrganisations);
  const insert = (named: { readonly id: string; readonly slug: string; readonly name: string }): void => {
    const row = { ...named, words: soughtNames([named.name]) };
    if (kind === 'organisation') insertOrganisation(row);
    else insertOfficial({ ...row, rank: null, role: null, organisationId: null, otherNames: [], posts: [] });
  };

  return (id, asWritten) => {
    if (shown.get({ key: id })) return false;
    const { key: first, name, named } = required(known.get({ key: id }));
    const shownName = named ? name : (asWritten ?? name);
    const wish = others.has(id) ? slugAsWritten(shownName, kind) : first;
    insert({ id, slug: freeSlug(wish, (slug) => taken.get({ key: slug }) !== undefined), name: shownName });
    return true;
  };
}
