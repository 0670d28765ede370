import { describe, expect, it } from 'vitest';
import {
  ARTICLE_SORTS,
  DEFAULT_LIMIT,
  MAX_LIMIT,
  numberOfKey,
  type Position,
  pageOf,
  type Slice,
} from '../../src/domain/query.ts';
import { fc } from '../support/property-tests.ts';

it('the limits and sorts of queries are the ones that clients were promised', () => {
  expect({ DEFAULT_LIMIT, MAX_LIMIT, ARTICLE_SORTS }).toEqual({
    DEFAULT_LIMIT: 20,
    MAX_LIMIT: 100,
    ARTICLE_SORTS: ['-publishedAt', 'publishedAt', '-updatedAt', 'title', 'relevance'],
  });
});

type Row = readonly [string, string];

const keysOf = (row: Row) => row;
/** Few different first keys, so that the second one decides. */
const rows = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.stringMatching(/^[a-f]{1,2}$/)), {
    selector: (row) => row.join(),
    maxLength: 12,
  })
  .map((all): Row[] => all.sort((one, other) => (one.join() < other.join() ? -1 : 1)));
const limit = fc.integer({ min: 1, max: 5 });

/** The pages of a list from one end on. */
function walk(all: readonly Row[], pageSize: number, from: Position | null): Slice<Row>[] {
  const page = pageOf(all, { limit: pageSize, position: from }, keysOf);
  const further = from?.direction === 'prev' ? page.prev : page.next;
  return [page, ...(further ? walk(all, pageSize, further) : [])];
}

describe('the pages of a list that is at hand as a whole', () => {
  it('hold every row once, in its order, as many as there may be on each, and lead back to one another', () => {
    fc.assert(
      fc.property(rows, limit, (all, size) => {
        const pages = walk(all, size, null);
        expect(pages.flatMap((page) => page.rows)).toEqual(all);
        expect(pages.slice(0, -1).every((page) => page.rows.length === size)).toBe(true);
        for (const [at, { prev }] of pages.entries()) {
          const before = pages[at - 1];
          expect(prev && pageOf(all, { limit: size, position: prev }, keysOf)).toEqual(before ?? null);
        }
      }),
    );
  });

  it('go on where they stopped when the row that they go on from is gone', () => {
    fc.assert(
      fc.property(rows, limit, fc.nat(), (all, size, which) => {
        const gone = all[which % (all.length || 1)];
        if (!gone) return;
        const left = all.filter((row) => row !== gone);
        const at = all.indexOf(gone);
        const from = (direction: Position['direction']) =>
          pageOf(left, { limit: size, position: { direction, keys: gone } }, keysOf).rows;
        expect(from('next')).toEqual(all.slice(at + 1, at + 1 + size));
        expect(from('prev')).toEqual(all.slice(Math.max(0, at - size), at));
      }),
    );
  });
});

it('a key that is a number is a whole one, or no key', () => {
  expect(['0', '17', '-3', '9'.repeat(15)].map((key) => numberOfKey(key))).toEqual([0, 17, -3, 999_999_999_999_999]);
  for (const key of [undefined, '', 'x', '1.5', '1e3', ' 1', '+1', '9'.repeat(16)]) {
    expect(() => numberOfKey(key)).toThrow('The cursor cannot be used here.');
  }
});
