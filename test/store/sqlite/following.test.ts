import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import type { Article } from '../../../src/domain/article.ts';
import type { FollowFilters } from '../../../src/domain/change.ts';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import { WITHDRAWAL_KINDS } from '../../../src/domain/withdrawal.ts';
import type { ArticleDecision } from '../../../src/store/article-change.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { addressOf } from '../../support/address.ts';
import { type Copy, caughtUp, newCopy, readOnce, shown } from '../../support/copy.ts';
import { decide, putOne, withdrawal } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { fc, patience, runs } from '../../support/property-tests.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase } from '../../support/sqlite-store.ts';

/*
 * Invariant 3: whoever follows the log from any place, with or without filters, whatever happens meanwhile, holds in the
 * end exactly what the list shows.
 */

const RUNS = 25;
const MAX_COMMANDS = 30;
const NAMES = ['a', 'b', 'c'];
const FILTERS: readonly FollowFilters[] = [
  {},
  { area: 'county' },
  { area: 'town', areaScope: 'exact' },
  { tag: 'x' },
  { area: 'county', tag: 'x' },
  { official: 'ann', language: 'en-GB' },
];

const arbitraryName = fc.constantFrom(...NAMES);
const arbitraryCommand = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      name: arbitraryName,
      area: fc.constantFrom(null, 'county', 'town', 'shire'),
      tags: fc.subarray(['x', 'y']),
      quotes: fc.constantFrom([], [{ by: 'ann' }]),
      /** Milliseconds until it is public; null leaves a draft, or the schedule that there is. */
      publishIn: fc.constantFrom(null, 0, 0, 2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('withdraw' as const),
      name: arbitraryName,
      kind: fc.constantFrom(...WITHDRAWAL_KINDS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reinstate' as const), name: arbitraryName }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('replace' as const), name: arbitraryName, silent: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), millis: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('begin' as const), filters: fc.constantFrom(...FILTERS) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('read' as const), which: fc.nat(9), limit: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fork' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      parent: fc.constantFrom('county', 'shire', null),
      name: fc.constantFrom('town', 'Town'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ do: 'crash' as const }, { do: 'compact' as const }, { do: 'change hands' as const }),
  },
);
type Command = typeof arbitraryCommand extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  readonly path: string;
  /** Two processes on one file; the first one is at work. */
  stores: [Store, Store];
  now: Instant;
  copies: Copy[];
  readonly ids: Map<string, string>;
}

it('ends, from any place and through anything, in what the list shows', { timeout: patience(120_000) }, async () => {
  const lives = fc.asyncProperty(
    fc.array(arbitraryCommand, { minLength: 5, maxLength: MAX_COMMANDS }),
    async (commands) => {
      const path = migratedDatabase();
      const world: World = {
        path,
        stores: [openStore(path), openStore(path)],
        now: NOW,
        copies: [newCopy()],
        ids: new Map(),
      };
      try {
        await listAreas(world.stores[0]);
        for (const command of commands) await carryOut(world, command);
        for (const copy of world.copies) {
          const { held } = await caughtUp(world.stores[0], copy, world.now, 2);
          expect(held).toEqual(await shown(world.stores[0], copy.filters, world.now));
        }
      } finally {
        for (const store of world.stores) await store.close();
      }
    },
  );
  await fc.assert(lives, { numRuns: runs(RUNS) });
});

async function carryOut(world: World, command: Command): Promise<void> {
  const [store, other] = world.stores;
  const at = world.copies.length === 0 || !('which' in command) ? 0 : command.which % world.copies.length;
  const copy = world.copies[at] ?? newCopy();
  switch (command.do) {
    case 'save': {
      const { do: _do, publishIn, ...release } = command;
      const publishAt = publishIn === null ? null : shifted(world.now, publishIn);
      // What was withdrawn comes back as it was, and nothing in its place.
      const isWithdrawn = (await find(world, command.name))?.withdrawn;
      const { id } = await putOne(store, { ...release, now: world.now, publishAt: isWithdrawn ? null : publishAt });
      world.ids.set(command.name, id);
      return;
    }
    case 'withdraw': {
      return decideIf(world, command.name, (article) => article.live !== null && article.open?.state !== 'scheduled', {
        withdraw: withdrawal(command.kind, { at: world.now }),
      });
    }
    case 'reinstate':
      return decideIf(world, command.name, (article) => article.withdrawn !== null, { reinstate: true });
    case 'replace': {
      const replacement = command.silent
        ? ({ kind: 'amendment' } as const)
        : ({ kind: 'correction', note: 'A note.' } as const);
      return decideIf(world, command.name, (article) => article.live !== null && article.open !== null, {
        publishAt: world.now,
        replacement,
      });
    }
    case 'wait':
      world.now = shifted(world.now, command.millis);
      return;
    case 'begin':
      world.copies.push(newCopy(command.filters));
      return;
    case 'read':
      world.copies[at] = await readOnce(store, copy, world.now, command.limit);
      return;
    case 'move':
      return store.areas.register([place(command.name, { key: 'town', parentKey: command.parent })], world.now);
    case 'fork':
      world.copies.push(copy);
      return;
    case 'crash':
      await store.close();
      world.stores = [openStore(world.path), other];
      return;
    case 'compact':
      await store.changes.compact(shifted(world.now, 1), 2);
      return;
    case 'change hands':
      world.stores = [other, store];
      return;
    default:
      return command satisfies never;
  }
}

function find({ stores: [store], ids, now }: World, name: string): Promise<Article | undefined> {
  return store.newsroom.find(ids.get(name) ?? '', audienceOf(OPERATOR, now));
}

/** What is not possible now is not tried. */
async function decideIf(
  world: World,
  name: string,
  isPossible: (article: Article) => boolean,
  decision: ArticleDecision,
): Promise<void> {
  // Whoever decides has just seen the article, and so what the clock did.
  await world.stores[0].articles.lift(world.now);
  const article = await find(world, name);
  if (!article || !isPossible(article)) return;
  await decide(world.stores[0], article.id, decision, { audience: audienceOf(OPERATOR, world.now) });
}

/** A county with a town in it, and another county. */
async function listAreas(store: Store): Promise<void> {
  await store.areas.register([place('county'), place('shire'), place('town', { parentKey: 'county' })], NOW);
}

function openStore(path: string): Store {
  return openSqliteStore({ path, newId: randomUUID, addressOf });
}
