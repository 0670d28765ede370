import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Post, PublicOfficial, PublicOfficialWithHistory } from '../../domain/official.ts';
import type { Instant } from '../../domain/time.ts';
import type { OfficialStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { prepareCount, prepareList } from './keyset.ts';
import { publicOfficials, publicOrganisations, publicQuotes } from './public-tables.ts';
import type { VisibleReader } from './visible.ts';

/** The officials that anybody may see: those whom a public article quotes. */
export function createOfficials(reader: Connection, visible: VisibleReader): OfficialStore {
  const { slug, name, rank, role } = publicOfficials;
  const organisation = { slug: publicOrganisations.slug, name: publicOrganisations.name };
  const select = () =>
    reader.db
      .select({ slug, name, rank, role, organisation })
      .from(publicOfficials)
      .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicOfficials.organisationId));
  const find = select()
    .where(eq(slug, sql.placeholder('slug')))
    .prepare();
  const mentions = prepareMentions(reader);
  const list = prepareList<PublicOfficial>(
    { keys: [{ of: slug, type: 'text' }], direction: 'asc' },
    (condition, order) =>
      select()
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .offset(sql.placeholder('offset'))
        .prepare(),
    (official) => [official.slug],
    prepareCount(reader, publicOfficials),
  );
  return {
    list: async (page, audience) => visible(audience, () => list(page)),
    find: async (wanted, audience) =>
      visible(audience, () => {
        const official = find.get({ slug: wanted });
        return official && withHistory(official, mentions.all({ slug: wanted }));
      }),
  };
}

interface Mention extends Post {
  readonly name: string | null;
  readonly from: Instant;
}

/** Every public quote of an official, newest first. */
function prepareMentions({ db }: Connection) {
  const { name, rank, role, publishedAt, articleId, position } = publicQuotes;
  const organisation = { slug: publicOrganisations.slug, name: publicOrganisations.name };
  return db
    .select({ name, rank, role, organisation, from: publishedAt })
    .from(publicQuotes)
    .innerJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(eq(publicOfficials.slug, sql.placeholder('slug')))
    .orderBy(desc(publishedAt), desc(articleId), asc(position))
    .prepare();
}

function withHistory(official: PublicOfficial, mentions: readonly Mention[]): PublicOfficialWithHistory {
  const names = new Set(mentions.flatMap(({ name }) => name ?? []));
  names.delete(official.name);
  const history: (Post & { from: Instant })[] = [];
  for (const { rank, role, organisation, from } of mentions) {
    const later = history.at(-1);
    const isSame =
      later && later.rank === rank && later.role === role && later.organisation?.slug === organisation?.slug;
    if (isSame) later.from = from;
    else history.push({ rank, role, organisation, from });
  }
  return { ...official, otherNames: [...names].sort(), history };
}
