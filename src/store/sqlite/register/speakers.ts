import { eq, sql } from 'drizzle-orm';
import type { MergedKind, OfficialEntry, OrganisationEntry } from '../../../domain/register.ts';
import type { Instant } from '../../../domain/time.ts';
import type { MergeableDecision } from '../../names.ts';
import type { Connection } from '../engine/connection.ts';
import { facet, prepareListed } from '../public/facets/facets.ts';
import { createNameLog } from '../public/log/name-log.ts';
import { publicOfficials, publicOrganisations } from '../public/public-tables.ts';
import { prepareTakeRenamed } from '../public/renamed.ts';
import { createMerge } from './merge.ts';
import { prepareOtherNames } from './other-names.ts';
import { createPublicNames } from './public-names.ts';
import { prepareRefuseReferred } from './references.ts';
import { officials, organisations } from './register-tables.ts';
import { createSoughtNames } from './sought-names.ts';

type Carrying<Entry> = (
  decision: MergeableDecision<Entry>,
  current: Entry | undefined,
  at: Instant,
) => string | undefined;

/** Does what a decision about an organisation says. Must run inside a write transaction. */
export function prepareOrganisationChange(connection: Connection): Carrying<OrganisationEntry> {
  const { db } = connection;
  return prepareChange(connection, 'organisation', ({ otherNames: _otherNames, ...row }, version) => {
    db.insert(organisations)
      .values({ ...row, version })
      .onConflictDoUpdate({ target: organisations.id, set: { ...row, version } })
      .run();
  });
}

/** Does what a decision about an official says. Must run inside a write transaction. */
export function prepareOfficialChange(connection: Connection): Carrying<OfficialEntry> {
  const { db } = connection;
  return prepareChange(connection, 'official', ({ otherNames: _otherNames, ...row }, version) => {
    db.insert(officials)
      .values({ ...row, version })
      .onConflictDoUpdate({ target: officials.id, set: { ...row, version } })
      .run();
  });
}

type Saved<Entry> = NonNullable<MergeableDecision<Entry>['save']>;

function prepareChange<Entry extends OrganisationEntry>(
  connection: Connection,
  kind: MergedKind,
  write: (entry: Saved<Entry>, version: number) => void,
): Carrying<Entry> {
  const { db } = connection;
  const others = prepareOtherNames(connection, kind);
  const names = createPublicNames(connection);
  const sought = createSoughtNames(connection);
  const listed = prepareListed(connection);
  const takeRenamed = prepareTakeRenamed(connection);
  const log = createNameLog(connection);
  const merge = createMerge(connection, kind);
  const refuseReferred = prepareRefuseReferred(connection);
  const registered = kind === 'official' ? officials : organisations;
  const table = kind === 'official' ? publicOfficials : publicOrganisations;
  const shown = db
    .select()
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare();
  const version = db
    .select({ version: registered.version })
    .from(registered)
    .where(eq(registered.id, sql.placeholder('id')))
    .prepare();

  const remove = (id: string): void => {
    refuseReferred(kind, id);
    others.replace(id, []);
    db.delete(registered).where(eq(registered.id, id)).run();
  };

  return (decision, _current, at) => {
    if (decision.remove !== undefined) remove(decision.remove);
    const { save } = decision;
    if (!save) return undefined;
    const merged = decision.merge && merge(decision.merge);
    const before = shown.get({ id: save.id });
    others.replace(save.id, save.otherNames);
    write(save, (version.get({ id: save.id })?.version ?? 0) + 1);
    if (!before) return save.id;
    if (kind === 'official') names.refreshOfficial(save.id);
    else names.refreshOrganisation(save.id);
    const after = shown.get({ id: save.id });
    if (!merged && JSON.stringify(before) === JSON.stringify(after)) return save.id;
    const mine = facet[kind](save.id);
    if (kind === 'official') sought.refresh(mine);
    const isRenamed = kind === 'organisation' && before.name !== after?.name;
    log.repeat(new Set([...(merged?.touched ?? []), ...takeRenamed(), ...(isRenamed ? listed(mine) : [])]), at);
    log.note(at);
    return save.id;
  };
}
