import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Actor, OPERATOR } from '../../src/domain/actor.ts';
import type { Follower } from '../../src/domain/change.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { shifted } from '../../src/domain/time.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import type { ChangeRequest } from '../../src/store/article-change.ts';
import type { Store } from '../../src/store/store.ts';
import { DEFAULT_RULES, type Deps } from '../../src/usecases/deps.ts';
import { checkEmbargo } from '../../src/usecases/embargoes.ts';
import { everyRow } from '../../src/usecases/every-row.ts';
import { followAsPartner } from '../../src/usecases/follow-as-partner.ts';
import { createPartner } from '../../src/usecases/partners.ts';
import { listSyndicated } from '../../src/usecases/syndicate.ts';
import { knowAreas } from '../support/known-areas.ts';
import { deciding, putOne, withdrawal } from '../support/newsroom.ts';
import { fc, runs } from '../support/property-tests.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';

/*
 * Whatever happens to articles, and whenever a partner asks, breaks down and asks again with an older cursor: when it has
 * asked once more, it shows what is public in its areas, and may read what is under an embargo for it, and nothing else.
 */

const NAMES = ['a', 'b'] as const;
const AREAS = ['Fenwick', 'Harrowmere'] as const;

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('follow' as const), who: fc.nat(1), crash: fc.boolean() }) },
  fc.record({ do: fc.constant('save' as const), what: fc.constantFrom(...NAMES), area: fc.constantFrom(...AREAS) }),
  fc.record({ do: fc.constant('schedule' as const), what: fc.constantFrom(...NAMES), whom: fc.subarray([0, 1]) }),
  fc.record({ do: fc.constant('embargo' as const), what: fc.constantFrom(...NAMES), whom: fc.subarray([0, 1]) }),
  fc.record({
    do: fc.constantFrom('unschedule' as const, 'publish' as const, 'withdraw' as const, 'reinstate' as const),
    what: fc.constantFrom(...NAMES),
  }),
  fc.record({ do: fc.constant('wait' as const), millis: fc.constantFrom(1, 50, 100) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

test('a copy that follows ends in what its partner may see', async () => {
  const store = openTemporaryStore();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const life = await openLife(store);
      for (const each of steps) await life.live(each);
      for (const copy of life.copies) {
        await copy.follow(false);
        expect([copy.state(), steps]).toEqual([await copy.truth(), steps]);
      }
    }),
    { numRuns: runs(15), endOnFailure: true },
  );
});

async function openLife(store: Store) {
  const run = randomUUID();
  let now = NOW;
  const deps: Deps = { store, clock: { now: () => now }, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  const partners = [await openPartner(deps, ['fenwick']), await openPartner(deps, [])];
  const ids: Record<string, string> = {};

  const decide = async (name: string, decision: Parameters<typeof deciding>[1]): Promise<void> => {
    const id = ids[name];
    if (!id) return;
    // What the state of the article does not allow is refused, and changes nothing; of embargoes the use cases say what it is.
    const decideOn: ChangeRequest['decide'] = (current, _register, named = []) => {
      const wherever = named.map((each) => ({ ...each, isInFilter: true }));
      if (current && decision.embargo) checkEmbargo(current, decision.embargo, wherever, '/embargo');
      return decision;
    };
    const mentions = { areas: [], organisations: [], officials: [], partners: decision.embargo?.partnerIds ?? [] };
    const audience = audienceOf(OPERATOR, now);
    await store.articles.change([deciding(id, decision, { audience, mentions, decide: decideOn })]);
  };
  const embargoFor = (whom: readonly number[]) => ({
    partnerIds: whom.flatMap((at) => partners[at]?.partnerId ?? []),
    conditions: null,
  });
  return {
    copies: partners.map(({ actor }) => openCopy(deps, actor)),
    async live(each: Step): Promise<void> {
      switch (each.do) {
        case 'follow':
          return this.copies[each.who]?.follow(each.crash);
        case 'wait':
          now = shifted(now, each.millis);
          return;
        case 'save':
          ids[each.what] = (
            await putOne(store, {
              name: `${run}-${each.what}`,
              title: randomUUID(),
              area: each.area,
              publishAt: null,
              now,
            })
          ).id;
          return;
        case 'schedule':
          return decide(each.what, {
            publishAt: shifted(now, 60),
            ...(each.whom.length > 0 && { embargo: embargoFor(each.whom) }),
          });
        case 'embargo':
          return decide(each.what, { embargo: embargoFor(each.whom) });
        case 'unschedule':
          return decide(each.what, { open: 'submitted' });
        case 'publish':
          return decide(each.what, { publishAt: now });
        case 'withdraw':
          return decide(each.what, { withdraw: withdrawal('gone', { at: now }) });
        case 'reinstate':
          return decide(each.what, { reinstate: true });
        default:
          return each satisfies never;
      }
    },
  };
}

async function openPartner(deps: Deps, areaKeys: readonly string[]) {
  const wish = { name: randomUUID(), organisation: null, areaKeys };
  await knowAreas(deps, areaKeys);
  const created = await createPartner(deps, wish, { actor: OPERATOR, dryRun: false, once: null });
  if ('kept' in created) throw new Error('the partner was there already');
  const { id: partnerId } = created.subject;
  const actor: Actor = { kind: 'key', keyId: 'k', name: 'Pat', role: 'partner', areaKeys, partnerId };
  return { actor, partnerId };
}

/** What a partner keeps: articles with what it may do with them, and a cursor that it keeps behind them. */
function openCopy(deps: Deps, actor: Actor) {
  const held = new Map<string, 'embargo' | 'upsert'>();
  let follower: Follower | null = null;
  const audience = () => audienceOf(actor, deps.clock.now());
  return {
    /** With a crash, the entries are kept and the cursor is not. */
    async follow(crash: boolean): Promise<void> {
      // Whoever begins without a cursor begins with an empty copy.
      if (follower === null) held.clear();
      for (let more = true; more; ) {
        const query = { follower, limit: 10, wish: { parts: [], formats: [] } };
        const followed = await followAsPartner(deps, query, audience(), String);
        for (const change of followed.changes) {
          held.delete(change.articleId);
          if (change.kind === 'embargo' || change.kind === 'upsert') held.set(change.articleId, change.kind);
        }
        if (crash) return;
        follower = followed.follower;
        more = followed.more;
      }
    },
    state: () => [...held].sort(),
    async truth() {
      const found: [string, string][] = [];
      for await (const row of everyRow((page) => listSyndicated(deps, page, actor, audience()))) {
        found.push([row.id, 'embargo' in row ? 'embargo' : 'upsert']);
      }
      return found.sort();
    },
  };
}
