import type { Connection } from '../../engine/connection.ts';
import { countNumbers, numbersIn } from './facet-numbers.ts';

/** Notes that wait before they are counted; whoever reads looks at each of them. */
const MAX_WAITING = 64;
/** Articles that are counted at a time. */
const BATCH = 10_000;

/**
 * Keeps the breakdowns of long lists. Triggers note each article of which they know another set than it has now, so that
 * nothing can be forgotten; a transaction of many articles counts them all at once. Must be used inside a write transaction.
 */
export interface FacetUpkeep {
  /** Counts what is noted, where that is much. */
  settle(): void;
  /** Counts what is noted, and breaks one more long list down, if there is one that is not; says whether there was. */
  keepUp(): boolean;
}

export function createFacetUpkeep(connection: Connection): FacetUpkeep {
  const { client } = connection;
  const isMuch = client.prepare(`select 1 from public_facet_notes limit 1 offset ${MAX_WAITING}`);
  const count = prepareCountNoted(connection);
  const breakDown = prepareBreakDown(connection);
  const wanted = client.prepare<[], number>(`select number from public_facets where ${is('wanted')} limit 1`).pluck();
  return {
    settle() {
      if (isMuch.get() !== undefined) count();
    },
    keepUp() {
      count();
      const number = wanted.get();
      if (number !== undefined) breakDown(number);
      return number !== undefined;
    },
  };
}

/** Whether there is something to keep up, as a connection that can only read sees it. */
export function prepareIsBehind({ client }: Connection): () => boolean {
  const statement = client.prepare(
    `select 1 where exists (select 1 from public_facet_notes)
     or exists (select 1 from public_facets where ${is('wanted')})`,
  );
  return () => statement.get() !== undefined;
}

/** The index holds those that have a breakdown, or are to have one, and is used only where this is said. */
function is(breakdown: 'wanted' | 'kept'): string {
  return `breakdown = '${breakdown}' and breakdown <> 'none'`;
}

interface Note {
  readonly key: number;
  readonly counted: Buffer;
  readonly numbers: Buffer | null;
}

type Counts = Map<number, number>;

/** Takes what was counted of each noted article from the counts, and adds what it is listed under now. */
function prepareCountNoted({ client }: Connection): () => void {
  const notes = client.prepare<[number], Note>(
    `select noted.key, noted.counted, sets.numbers from public_facet_notes noted
     left join public_facet_sets sets on sets.key = noted.key order by noted.key limit cast(+? as integer)`,
  );
  const forget = client.prepare<[number]>('delete from public_facet_notes where key <= +?');
  const kept = client.prepare<[], number>(`select number from public_facets where ${is('kept')}`).pluck();
  const add = prepareAdd(client);
  return () => {
    for (;;) {
      const batch = notes.all(BATCH);
      const last = batch.at(-1);
      if (!last) return;
      const counts = new Map<number, Counts>(kept.all().map((number) => [number, new Map()]));
      for (const { counted, numbers } of batch) {
        countUnderEach(counts, counted, -1);
        if (numbers) countUnderEach(counts, numbers, 1);
      }
      for (const [number, beside] of counts) add(number, beside);
      forget.run(last.key);
    }
  };
}

function countUnderEach(counts: ReadonlyMap<number, Counts>, set: Buffer, times: number): void {
  for (const number of numbersIn(set)) {
    const beside = counts.get(number);
    if (beside) countNumbers(beside, set, times);
  }
}

/** A place in a list: behind one article, and up to another. */
type Place = readonly [publishedAt: string, articleId: string];
const START: Place = ['', ''];
/** In the order of text, behind every instant. */
const END: Place = [':', ''];

/** Counts all articles under a facet, of which nothing is noted. */
function prepareBreakDown({ client }: Connection): (number: number) => void {
  const nameOf = client.prepare<[number], string>('select facet from public_facets where number = +?').pluck();
  const endOf = client
    .prepare<[string, ...Place], [string, string]>(
      `select published_at, article_id from public_listings where facet = +? and (published_at, article_id) > (+?, +?)
       order by published_at, article_id limit 1 offset ${BATCH - 1}`,
    )
    .raw();
  const setsOf = client
    .prepare<[string, ...Place, ...Place], Buffer | null>(
      `select cast(group_concat(numbers, '') as blob) from public_listings cross join public_facet_sets using (key)
       where facet = +? and (published_at, article_id) > (+?, +?) and (published_at, article_id) <= (+?, +?)`,
    )
    .pluck();
  const forget = client.prepare<[number]>('delete from public_facet_counts where facet = +?');
  const keep = client.prepare<[number]>("update public_facets set breakdown = 'kept' where number = +?");
  const add = prepareAdd(client);
  return (number) => {
    const name = nameOf.get(number) ?? '';
    const beside: Counts = new Map();
    for (let start = START; start !== END; ) {
      const end = endOf.get(name, ...start) ?? END;
      countNumbers(beside, setsOf.get(name, ...start, ...end) ?? NOTHING);
      start = end;
    }
    // The number may have been another facet's, of which there is no article any more.
    forget.run(number);
    add(number, beside);
    keep.run(number);
  };
}

const NOTHING = Buffer.alloc(0);

function prepareAdd(client: Connection['client']): (facet: number, beside: Counts) => void {
  const add = client.prepare<[number, number, number]>(
    `insert into public_facet_counts (facet, beside, articles) values (?, ?, ?)
     on conflict (facet, beside) do update set articles = articles + excluded.articles`,
  );
  return (facet, beside) => {
    for (const [number, articles] of beside) if (articles !== 0) add.run(facet, number, articles);
  };
}
