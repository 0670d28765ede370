import { describe, expect, it } from 'vitest';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { putOne, slugsOf, WHOLE } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { fc, runs } from '../../support/property-tests.ts';
import { NOW } from '../../support/release.ts';
import { expectBreakdown, keepAll } from './breakdown.ts';
import { lifted, type Model, moved, publicView, saved, type Variant } from './newsroom-model.ts';
import type { OpenStore } from './open-store.ts';

const WORDS = ['zebra', 'horse', 'lion'];
const RUNS = 40;
const MAX_COMMANDS = 14;

/** Names are their own keys and slugs here. */
const arbitraryVariant: fc.Arbitrary<Variant> = fc.record({
  area: fc.constantFrom(null, 'county', 'town', 'ward', 'village'),
  tags: fc.subarray(['x', 'y']),
  text: fc.subarray(WORDS).map((words) => words.join(' ')),
  publishedAt: fc.constantFrom(null, shifted(NOW, -1_000), shifted(NOW, -2_000)),
  quotes: fc.array(
    fc.record({
      by: fc.constantFrom('ann', 'bob', null),
      of: fc.constantFrom('police', 'council', null),
      rank: fc.constantFrom('PC', 'DI', null),
    }),
    { maxLength: 3 },
  ),
});

const arbitrarySave = fc.record({
  kind: fc.constant('save' as const),
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  variant: arbitraryVariant,
  /** Milliseconds until it is public; null leaves it as it was. */
  publishIn: fc.constantFrom(null, 0, 0, 1, 2),
});
const arbitraryCommand = fc.oneof(
  { weight: 6, arbitrary: arbitrarySave },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), millis: fc.integer({ min: 1, max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('keep' as const) }) },
  { weight: 1, arbitrary: arbitraryMove('town', ['county', 'shire', null]) },
  { weight: 1, arbitrary: arbitraryMove('ward', ['town', 'county', 'shire', null]) },
);
type Command = typeof arbitraryCommand extends fc.Arbitrary<infer Value> ? Value : never;

function arbitraryMove(area: string, parents: readonly (string | null)[]) {
  return fc.record({
    kind: fc.constant('move' as const),
    area: fc.constant(area),
    parent: fc.constantFrom(...parents),
  });
}

const TREE: readonly (readonly [string, string | null])[] = [
  ['county', null],
  ['shire', null],
  ['town', 'county'],
  ['ward', 'town'],
];

export function describeModel(open: OpenStore): void {
  describe('whatever happens in the newsroom', () => {
    it('the public sees what a plain model says', async () => {
      const history = fc.asyncProperty(fc.array(arbitraryCommand, { maxLength: MAX_COMMANDS }), async (commands) => {
        const { store, check } = open();
        for (const [area, parent] of TREE) await move(store, area, parent, NOW);
        let model: Model = { articles: new Map(), parents: new Map(TREE), sequence: 0 };
        let now = NOW;
        for (const command of commands) {
          if (command.kind === 'advance') now = shifted(now, command.millis);
          model = lifted(await carryOut(store, lifted(model, now), command, now), now);
          expect(await read(store, now)).toEqual(publicView(model, WORDS));
          check();
        }
      });
      await fc.assert(history, { numRuns: runs(RUNS) });
    });
  });
}

async function carryOut(store: Store, model: Model, command: Command, now: Instant): Promise<Model> {
  switch (command.kind) {
    case 'advance':
      return model;
    case 'keep':
      await keepAll(store);
      return model;
    case 'move': {
      await move(store, command.area, command.parent, now);
      return moved(model, command.area, command.parent);
    }
    case 'save': {
      const { name, variant, publishIn } = command;
      const publishAt = publishIn === null ? null : shifted(now, publishIn);
      const { id } = await putOne(store, { name, ...variant, now, publishAt });
      return saved(model, name, id, variant, publishAt);
    }
    default:
      return command satisfies never;
  }
}

async function move(store: Store, key: string, parentKey: string | null, now: Instant): Promise<void> {
  await store.areas.register([place(key, { parentKey })], now);
}

/** Everything that `publicView` says, asked of the store. */
async function read(store: Store, now: Instant): Promise<ReturnType<typeof publicView>> {
  const audience = everyone(now);
  await expectBreakdown(store, {}, now);
  const articles = [];
  for (const slug of await slugsOf(store, {}, now)) {
    const found = await store.articles.find(slug, audience);
    if (!found) throw new Error(`${slug} is listed and not found`);
    const { area, tags, publishedAt, updatedAt, edition, quotes } = found;
    articles.push({ slug, area: area?.path ?? null, tags, publishedAt, updatedAt, edition, quotes: quotes.length });
  }
  const tags = [];
  for (const { tag, articles: count } of (await store.tags.list(WHOLE, audience)).rows) {
    const tagged = await slugsOf(store, { tag }, now);
    expect(tagged).toHaveLength(count);
    tags.push({ tag, articles: tagged });
  }
  const areas = [];
  for (const { path, slug } of (await store.areas.list(WHOLE, audience)).rows) {
    areas.push({ path, articles: await slugsOf(store, { area: slug }, now) });
    await expectBreakdown(store, { area: slug }, now);
  }
  const organisations = [];
  for (const { slug } of (await store.organisations.list(WHOLE, audience)).rows) {
    organisations.push({ organisation: slug, articles: await slugsOf(store, { organisation: slug }, now) });
  }
  const found = [];
  for (const word of WORDS)
    found.push((await slugsOf(store, { search: [{ words: [word], prefix: false }] }, now)).sort());
  return {
    articles,
    tags,
    areas,
    officials: await readOfficials(store, now),
    organisations,
    quotes: (await store.quotes.list(WHOLE, audience)).rows.map(({ article }) => article.slug),
    found,
    sequence: (await store.changes.newest(audience))?.sequence ?? 0,
  };
}

async function readOfficials(store: Store, now: Instant): Promise<ReturnType<typeof publicView>['officials']> {
  const officials = [];
  for (const { slug, rank, organisation } of (await store.officials.list(WHOLE, everyone(now))).rows) {
    const { rows } = await store.quotes.list({ ...WHOLE, official: slug }, everyone(now));
    const of = organisation?.slug ?? null;
    officials.push({ official: slug, rank, of, quotes: rows.map(({ article }) => article.slug) });
  }
  return officials;
}
