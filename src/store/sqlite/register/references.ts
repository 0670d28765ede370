import { Problem } from '../../../domain/problem.ts';
import type { NameKind } from '../../../domain/register.ts';
import type { Connection } from '../engine/connection.ts';

/**
 * Refuses to remove what something refers to: revisions keep what they said for ever.
 * @throws Problem `conflict`
 */
export type RefuseReferred = (kind: NameKind, id: string) => void;

export function prepareRefuseReferred({ client }: Connection): RefuseReferred {
  const prepared = Object.entries(REFERENCES).map(([what, { kinds, query }]) => ({
    what,
    kinds,
    statement: client.prepare(query),
  }));
  return (kind, id) => {
    const found = prepared.find(({ kinds, statement }) => kinds.includes(kind) && statement.get({ id }));
    if (found) throw new Problem('conflict', `It cannot be removed: ${found.what}.`);
  };
}

/** In the order of what they cost: the last ones read every revision. */
const REFERENCES: Readonly<Record<string, { readonly kinds: readonly NameKind[]; readonly query: string }>> = {
  'other areas lie in it': { kinds: ['area'], query: 'select 1 from areas where parent_id = :id' },
  'keys are limited to it': {
    kinds: ['area'],
    query: `select 1 from areas join keys on revoked_at is null
      join json_each(keys.area_keys) wanted on wanted.value = areas.key where areas.id = :id`,
  },
  'partners have it in their filter': {
    kinds: ['area'],
    query: `select 1 from areas join partners on ended_at is null
      join json_each(partners.area_keys) wanted on wanted.value = areas.key where areas.id = :id`,
  },
  'another official was merged into it': {
    kinds: ['official'],
    query: 'select 1 from officials where merged_into = :id or (id = :id and merged_into is not null)',
  },
  'another organisation was merged into it': {
    kinds: ['organisation'],
    query: 'select 1 from organisations where merged_into = :id or (id = :id and merged_into is not null)',
  },
  'an official held a post there': {
    kinds: ['organisation'],
    query: "select 1 from officials where posts <> '[]' and instr(posts, :id) > 0",
  },
  'articles lie in it': { kinds: ['area'], query: 'select 1 from articles where area_id = :id' },
  'releases name it': {
    kinds: ['area'],
    query: "select 1 from revisions where content ->> '$.area.id' = :id limit 1",
  },
  'releases quote it': {
    kinds: ['organisation', 'official'],
    query: `select 1 from revisions, json_each(revisions.content, '$.quotes') quote
      where :id in (quote.value ->> 'officialId', quote.value ->> 'organisationId') limit 1`,
  },
};
