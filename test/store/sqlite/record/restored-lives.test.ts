import { expect, it } from 'vitest';
import { OPERATOR } from '../../../../src/domain/actor.ts';
import type { Article } from '../../../../src/domain/article.ts';
import { Problem } from '../../../../src/domain/problem.ts';
import { type Instant, shifted } from '../../../../src/domain/time.ts';
import { audienceOf, everyone } from '../../../../src/domain/visibility.ts';
import { WITHDRAWAL_KINDS } from '../../../../src/domain/withdrawal.ts';
import type { ArticleDecision } from '../../../../src/store/article-change.ts';
import type { Store } from '../../../../src/store/store.ts';
import { type Copy, newCopy, readOnce, shown } from '../../../support/copy.ts';
import { decide, putOne, withdrawal } from '../../../support/newsroom.ts';
import { fc, patience, runs } from '../../../support/property-tests.ts';
import { NOW } from '../../../support/release.ts';
import { openDesk } from './desk.ts';

/*
 * Whatever is published, scheduled, withdrawn, replaced and reinstated, and however often an older backup is put back in
 * between: nothing is public that was last said to be withdrawn, no text is that another one took the place of while it was
 * withdrawn, nothing goes out that was taken out of the schedule, and whoever follows holds in the end exactly what the
 * list shows.
 */

const RUNS = 12;
const MAX_COMMANDS = 30;

const name = fc.constantFrom('a', 'b', 'c');
const arbitraryCommand = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('save' as const), name, publishIn: fc.constantFrom(null, 0, 0, 3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('withdraw' as const), name, kind: fc.constantFrom(...WITHDRAWAL_KINDS) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reinstate' as const, 'unschedule' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), millis: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('read' as const), which: fc.nat(5), limit: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'begin' as const }, { do: 'backup' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restore' as const }) },
);
type Command = typeof arbitraryCommand extends fc.Arbitrary<infer Value> ? Value : never;

/** What the backup has was replaced since, so it does not come back either by the verb that puts back. */
const REPLACED: Command[] = [
  { do: 'save', name: 'b', publishIn: 0 },
  { do: 'backup' },
  { do: 'withdraw', name: 'b', kind: 'notice' },
  { do: 'save', name: 'b', publishIn: 0 },
  { do: 'restore' },
  { do: 'wait', millis: 1 },
  { do: 'reinstate', name: 'b' },
  { do: 'wait', millis: 1 },
];

it('an older backup brings nothing back, and misleads nobody who follows', { timeout: patience(300_000) }, async () => {
  const lives = fc.asyncProperty(
    fc.array(arbitraryCommand, { minLength: 8, maxLength: MAX_COMMANDS }),
    async (commands) => {
      const world = await openWorld();
      for (const command of commands) {
        await world.carryOut(command);
        await world.check();
      }
      await world.carryOut({ do: 'restore' });
      await world.check();
      await world.checkCopies();
    },
  );
  await fc.assert(lives, { numRuns: runs(RUNS), examples: [[REPLACED]] });
});

async function openWorld() {
  const desk = openDesk();
  let store = desk.open();
  await desk.takeBackup();
  let now: Instant = NOW;
  const copies: Copy[] = [newCopy()];
  const ids = new Map<string, string>();
  /** What was last said of each article that may not be public, by its name. */
  const kept = new Set<string>();
  /** Texts of each article, by their titles, and those of them that were withdrawn for good. */
  const texts = new Map<string, string[]>();
  const gone = new Set<string>();
  let saves = 0;

  const find = async (wanted: string): Promise<Article | undefined> =>
    store.newsroom.find(ids.get(wanted) ?? '', audienceOf(OPERATOR, now));
  const decideIf = async (wanted: string, isPossible: (article: Article) => boolean, decision: ArticleDecision) => {
    await store.articles.lift(now);
    const article = await find(wanted);
    if (!article || !isPossible(article)) return false;
    await decide(store, article.id, decision, { audience: audienceOf(OPERATOR, now) });
    return true;
  };
  const isReinstatable = ({ withdrawn }: Article): boolean => {
    if (withdrawn?.isReplaced) expect(gone).toContain(withdrawn.edition.content.title);
    return withdrawn !== null && !withdrawn.isReplaced;
  };
  const save = async (wanted: string, publishIn: number | null): Promise<void> => {
    await store.articles.lift(now);
    const isWithdrawn = (await find(wanted))?.withdrawn;
    const publishAt = publishIn === null || isWithdrawn ? null : shifted(now, publishIn);
    saves += 1;
    const title = `Text ${saves}`;
    const earlier = texts.get(wanted) ?? [];
    texts.set(wanted, [...earlier, title]);
    try {
      ids.set(wanted, (await putOne(store, { name: wanted, title, now, publishAt })).id);
      if (publishAt !== null) kept.delete(wanted);
    } catch (error) {
      // An import does not bring back what the backup does not have as withdrawn, nor where it was withdrawn for good.
      const isBarred = kept.has(wanted) || earlier.some((text) => gone.has(text));
      expect([error instanceof Problem && error.code, isBarred]).toEqual(['conflict', true]);
      ids.set(wanted, (await putOne(store, { name: wanted, title, now, publishAt: null })).id);
    }
    const isFree = ({ withdrawn, open }: Article) => withdrawn !== null && open?.state !== 'scheduled';
    if (publishIn === 0 && isWithdrawn && (await decideIf(wanted, isFree, { publishAt: now }))) {
      kept.delete(wanted);
      for (const text of earlier) gone.add(text);
    }
  };
  const read = async (at: number, limit: number): Promise<Copy> => {
    const copy = copies[at] ?? newCopy();
    const isOfThisLog = await follows(store, copy, now);
    const next = await readOnce(store, isOfThisLog ? copy : newCopy(copy.filters), now, limit);
    copies[at] = next;
    return next;
  };
  return {
    async carryOut(command: Command): Promise<void> {
      switch (command.do) {
        case 'save':
          return save(command.name, command.publishIn);
        case 'withdraw': {
          const withdraw = withdrawal(command.kind, { at: now });
          const isPublic = ({ live, withdrawn, open }: Article) =>
            (live ?? withdrawn) !== null && open?.state !== 'scheduled';
          if (await decideIf(command.name, isPublic, { withdraw })) kept.add(command.name);
          return;
        }
        case 'reinstate':
          if (await decideIf(command.name, isReinstatable, { reinstate: true })) kept.delete(command.name);
          return;
        case 'unschedule': {
          const isScheduled = ({ open, live }: Article) => open?.state === 'scheduled' && live === null;
          if (await decideIf(command.name, isScheduled, { open: 'submitted' })) kept.add(command.name);
          return;
        }
        case 'wait':
          now = shifted(now, command.millis);
          return;
        case 'begin':
          copies.push(newCopy());
          return;
        case 'read':
          await read(command.which % copies.length, command.limit);
          return;
        case 'backup':
          await desk.takeBackup();
          return;
        case 'restore':
          await store.close();
          store = (await desk.restore()).store;
          return;
        default:
          return command satisfies never;
      }
    },
    async check(): Promise<void> {
      for (const wanted of kept) {
        expect([wanted, await store.articles.find(ids.get(wanted) ?? '', everyone(now))]).toEqual([wanted, undefined]);
      }
      const { rows } = await store.articles.list({ limit: 100, position: null, sort: 'title' }, everyone(now));
      expect(rows.filter(({ title }) => gone.has(title))).toEqual([]);
    },
    async checkCopies(): Promise<void> {
      for (const at of copies.keys()) {
        let copy = await read(at, 2);
        while (copy.more) copy = await read(at, 2);
        expect(copy.held).toEqual(await shown(store, {}, now));
      }
    },
  };
}

async function follows(store: Store, { follower }: Copy, now: Instant): Promise<boolean> {
  return (
    (await store.changes.follow({ follower, limit: 1, wish: { parts: [], formats: [] } }, everyone(now))) !== undefined
  );
}
