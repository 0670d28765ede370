import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Quote } from '../../domain/quote.ts';
import { freeSlug } from '../../domain/slug.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { publicAreas, publicArticles, publicOfficials, publicOrganisations, publicQuotes } from './public-tables.ts';
import { areas, officials, organisations } from './tables.ts';

/**
 * The areas, organisations and officials that the public can see. A name becomes public, and gets its slug, with the
 * first public article that mentions it, as that article writes it; it goes with the last one. So nothing that only a
 * draft says can be seen, nor takes a name away.
 */
export interface PublicNames {
  /** Makes an area public with its ancestors, unless it is. */
  showArea(area: { readonly id: string; readonly name: string }): void;
  showQuoted(quote: Quote): void;
  /** Gives an official the name and post of their newest public quote; hides one who has none left. */
  refreshOfficial(id: string): void;
  /** Hides an organisation that no public article mentions any more. */
  refreshOrganisation(id: string): void;
  /** Hides an area, and its ancestors, that no public article mentions any more and nobody put on the list. */
  refreshArea(id: string): void;
}

export function createPublicNames(connection: Connection): PublicNames {
  return { ...createAreaNames(connection), ...createQuotedNames(connection) };
}

function createAreaNames(connection: Connection): Pick<PublicNames, 'showArea' | 'refreshArea'> {
  const { db } = connection;
  const id = sql.placeholder('id');
  const slug = sql.placeholder('slug');
  const shown = db.select().from(publicAreas).where(eq(publicAreas.id, id)).prepare();
  const registered = db.select().from(areas).where(eq(areas.id, id)).prepare();
  const slugTaken = db.select({ id: publicAreas.id }).from(publicAreas).where(eq(publicAreas.slug, slug)).prepare();
  const insert = prepareInsert(connection, publicAreas);
  const mention = db
    .select({ id: publicArticles.id })
    .from(publicArticles)
    .where(eq(publicArticles.areaId, id))
    .limit(1)
    .prepare();
  const child = db
    .select({ id: publicAreas.id })
    .from(publicAreas)
    .where(eq(publicAreas.parentId, id))
    .limit(1)
    .prepare();
  const remove = db.delete(publicAreas).where(eq(publicAreas.id, id)).prepare();

  const show = (area: { readonly id: string; readonly name: string }): string => {
    const known = shown.get({ id: area.id });
    if (known) return known.path;
    const { key, nameCy, kind, gss, parentId, listed, name } = required(registered.get({ id: area.id }));
    const parent = parentId === null ? undefined : required(registered.get({ id: parentId }));
    const above = parent ? `${show(parent)}/` : '';
    const own = freeSlug(key, (wish) => slugTaken.get({ slug: wish }) !== undefined);
    const path = `${above}${own}`;
    insert({ id: area.id, slug: own, name: listed ? name : area.name, nameCy, kind, gss, parentId, path });
    return path;
  };

  const refresh = (areaId: string): void => {
    const { listed, parentId } = required(registered.get({ id: areaId }));
    if (listed || mention.get({ id: areaId }) || child.get({ id: areaId })) return;
    remove.run({ id: areaId });
    if (parentId !== null) refresh(parentId);
  };

  return { showArea: (area) => void show(area), refreshArea: refresh };
}

function createQuotedNames(
  connection: Connection,
): Pick<PublicNames, 'showQuoted' | 'refreshOfficial' | 'refreshOrganisation'> {
  const showOrganisation = prepareShowOrganisation(connection);
  const showOfficial = prepareShowOfficial(connection);
  const { db } = connection;
  const id = sql.placeholder('id');
  const newest = db
    .select({
      name: publicQuotes.name,
      rank: publicQuotes.rank,
      role: publicQuotes.role,
      organisationId: publicQuotes.organisationId,
    })
    .from(publicQuotes)
    .where(eq(publicQuotes.officialId, id))
    .orderBy(desc(publicQuotes.publishedAt), desc(publicQuotes.articleId), asc(publicQuotes.position))
    .limit(1)
    .prepare();
  const name = sql`${sql.placeholder('name')}`;
  const rank = sql`${sql.placeholder('rank')}`;
  const role = sql`${sql.placeholder('role')}`;
  const organisationId = sql`${sql.placeholder('organisationId')}`;
  const shown = sql`(${publicOfficials.name}, ${publicOfficials.rank}, ${publicOfficials.role}, ${publicOfficials.organisationId})`;
  const update = db
    .update(publicOfficials)
    .set({ name, rank, role, organisationId })
    .where(and(eq(publicOfficials.id, id), sql`${shown} is not (${name}, ${rank}, ${role}, ${organisationId})`))
    .prepare();
  const removeOfficial = db.delete(publicOfficials).where(eq(publicOfficials.id, id)).prepare();
  const mention = db
    .select({ key: publicQuotes.key })
    .from(publicQuotes)
    .where(eq(publicQuotes.organisationId, id))
    .limit(1)
    .prepare();
  const removeOrganisation = db.delete(publicOrganisations).where(eq(publicOrganisations.id, id)).prepare();

  return {
    showQuoted({ officialId, organisationId, attribution }) {
      if (organisationId !== null) showOrganisation(organisationId, attribution.organisation);
      if (officialId !== null) showOfficial(officialId, attribution.name);
    },
    refreshOfficial(officialId) {
      const quote = newest.get({ id: officialId });
      if (quote) update.run({ id: officialId, ...quote });
      else removeOfficial.run({ id: officialId });
    },
    refreshOrganisation(organisationId) {
      if (!mention.get({ id: organisationId })) removeOrganisation.run({ id: organisationId });
    },
  };
}

/** Shows one kind of name: gives out its slug with the first public mention, which also writes the name. */
function showName(steps: {
  readonly isShown: (id: string) => boolean;
  readonly isTaken: (slug: string) => boolean;
  readonly registered: (id: string) => { readonly key: string; readonly name: string } | undefined;
  readonly insert: (row: { readonly id: string; readonly slug: string; readonly name: string }) => void;
}): (id: string, asWritten: string | null) => void {
  return (id, asWritten) => {
    if (steps.isShown(id)) return;
    const { key, name } = required(steps.registered(id));
    steps.insert({ id, slug: freeSlug(key, steps.isTaken), name: asWritten ?? name });
  };
}

function prepareShowOrganisation(connection: Connection): (id: string, asWritten: string | null) => void {
  const { db } = connection;
  const key = sql.placeholder('key');
  const shown = db.select().from(publicOrganisations).where(eq(publicOrganisations.id, key)).prepare();
  const taken = db.select().from(publicOrganisations).where(eq(publicOrganisations.slug, key)).prepare();
  const registered = db.select().from(organisations).where(eq(organisations.id, key)).prepare();
  return showName({
    isShown: (id) => shown.get({ key: id }) !== undefined,
    isTaken: (slug) => taken.get({ key: slug }) !== undefined,
    registered: (id) => registered.get({ key: id }),
    insert: prepareInsert(connection, publicOrganisations),
  });
}

function prepareShowOfficial(connection: Connection): (id: string, asWritten: string | null) => void {
  const { db } = connection;
  const key = sql.placeholder('key');
  const shown = db.select().from(publicOfficials).where(eq(publicOfficials.id, key)).prepare();
  const taken = db.select().from(publicOfficials).where(eq(publicOfficials.slug, key)).prepare();
  const registered = db.select().from(officials).where(eq(officials.id, key)).prepare();
  const insert = prepareInsert(connection, publicOfficials);
  return showName({
    isShown: (id) => shown.get({ key: id }) !== undefined,
    isTaken: (slug) => taken.get({ key: slug }) !== undefined,
    registered: (id) => registered.get({ key: id }),
    insert: (row) => insert({ ...row, rank: null, role: null, organisationId: null }),
  });
}

/** @throws Error when a row is missing that a foreign key promises */
function required<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('a registered name is missing');
  return row;
}
