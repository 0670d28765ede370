import { Problem } from '../../../domain/problem.ts';
import type { NameKind } from '../../../domain/register.ts';
import type { Connection } from '../engine/connection.ts';
import { areaNamed } from './area-words.ts';

/**
 * Refuses to remove what something refers to: revisions keep what they said for ever.
 * @throws Problem `conflict`
 */
export type RefuseReferred = (kind: NameKind, id: string) => void;

export function prepareRefuseReferred({ client }: Connection): RefuseReferred {
  const prepared = Object.entries(REFERENCES).map(([what, { kinds, query }]) => ({
    what,
    kinds,
    statement: client.prepare<[{ readonly id: string }], { readonly referrer?: string }>(query),
  }));
  return (kind, id) => {
    for (const { what, kinds, statement } of prepared) {
      const found = kinds.includes(kind) ? statement.all({ id }) : [];
      if (found.length === 0) continue;
      const errors = found.flatMap(({ referrer }) => (referrer === undefined ? [] : [{ detail: referrer }]));
      throw new Problem('conflict', `It cannot be removed: ${what}.`, { errors });
    }
  };
}

/** Of those that are named, so many are. */
const MAX_NAMED = 20;

/** In SQL, whether a column of words names the area. */
function names(areaKeys: string): string {
  return `exists (select 1 from json_each(${areaKeys}) word where ${areaNamed('word.value')} = :id)`;
}

/** In the order of what they cost: the last ones read every revision. `referrer` says which it is, as a sentence. */
const REFERENCES: Readonly<Record<string, { readonly kinds: readonly NameKind[]; readonly query: string }>> = {
  'other areas lie in it': { kinds: ['area'], query: 'select 1 from areas where parent_id = :id limit 1' },
  'keys are limited to it': {
    kinds: ['area'],
    query: `select 'The key ' || prefix || ' of ' || name || ' is limited to it.' referrer
      from keys where revoked_at is null and ${names('area_keys')} limit ${MAX_NAMED}`,
  },
  'partners have it in their filter': {
    kinds: ['area'],
    query: `select 'The partner ' || name || ' has it in its filter.' referrer
      from partners where ended_at is null and ${names('area_keys')} limit ${MAX_NAMED}`,
  },
  'subscriptions name it': {
    kinds: ['area'],
    query: `select 'The subscription ' || subscriptions.id || ' of ' || partners.name || ' names it.' referrer
      from subscriptions join partners on partners.id = subscriptions.partner_id
      where removed_at is null and ended_at is null
        and ${names('subscriptions.area_keys')} limit ${MAX_NAMED}`,
  },
  'another official was merged into it': {
    kinds: ['official'],
    query: 'select 1 from officials where merged_into = :id or (id = :id and merged_into is not null) limit 1',
  },
  'another organisation was merged into it': {
    kinds: ['organisation'],
    query: 'select 1 from organisations where merged_into = :id or (id = :id and merged_into is not null) limit 1',
  },
  'an official held a post there': {
    kinds: ['organisation'],
    query: "select 1 from officials where posts <> '[]' and instr(posts, :id) > 0 limit 1",
  },
  'articles lie in it': { kinds: ['area'], query: 'select 1 from articles where area_id = :id limit 1' },
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
