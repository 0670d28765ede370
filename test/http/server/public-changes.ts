import { OPERATOR } from '../../../src/domain/actor.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import { PUBLIC_WITHDRAWAL_KINDS, type Withdrawal } from '../../../src/domain/withdrawal.ts';
import type { ArticleDecision } from '../../../src/store/article-change.ts';
import type { Deps } from '../../../src/usecases/deps.ts';
import { changeArea } from '../../../src/usecases/manage-areas.ts';
import { changeOfficial, changeOrganisation, mergeOfficials } from '../../../src/usecases/manage-speakers.ts';
import { renameTag } from '../../../src/usecases/rename-tag.ts';
import { place } from '../../support/place.ts';
import { fc } from '../../support/property-tests.ts';
import { type QuoteOptions, type ReleaseOptions, release, urlOf } from '../../support/release.ts';

/* All that can change what the public sees, and some of what does not. */

export const NAMES = ['a', 'b', 'c', 'd'] as const;
/** As they are registered: the second lies in the first. */
const AREAS = ['Ouseshire', 'Fenwick', 'Tarn'] as const;
/** Two of them are one official, who is called what the newest quote says. */
const SPEAKERS: readonly QuoteOptions[] = [{ by: 'Ann' }, { by: 'ANN', rank: 'Chief' }, { by: 'Bob', of: 'Water' }];
const TITLES = ['T1', 'T2', 'T3'] as const;
/** Until a schedule. */
export const AHEAD_MILLIS = 50;

const WAYS = [
  'publish',
  'publish',
  'draft',
  'schedule',
  'correct',
  'move',
  'withdraw',
  'reinstate',
  'compact',
  'audit',
  'area',
  'area to',
  'official',
  'organisation',
  'merge',
  'tag',
] as const;

export const arbitraryChange = fc.record({
  way: fc.constantFrom(...WAYS),
  name: fc.constantFrom(...NAMES),
  title: fc.constantFrom(...TITLES),
  area: fc.constantFrom(...AREAS, null),
  speaker: fc.constantFrom(...SPEAKERS, null),
  kind: fc.constantFrom(...PUBLIC_WITHDRAWAL_KINDS, 'vanish' as const),
  byAnother: fc.boolean(),
});
export type PublicChange = typeof arbitraryChange extends fc.Arbitrary<infer Value> ? Value : never;

/** Puts areas that lie in each other into the register, before anything is public. */
export async function registerAreas({ store, clock }: Deps): Promise<void> {
  const [county, borough, other] = AREAS.map((name) => place(name));
  if (!county || !borough || !other) throw new Error('there are three areas');
  await store.areas.register([county, { ...borough, parentKey: county.key }, other], clock.now());
}

/** What the state of things does not allow is refused, and changes nothing. */
export async function carryOut(deps: Deps, change: PublicChange): Promise<void> {
  try {
    await changeArticle(deps, change);
    await changeNames(deps, change);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

async function changeArticle({ store, clock }: Deps, { way, ...about }: PublicChange): Promise<void> {
  const { name, title, area, speaker, kind } = about;
  const now = clock.now();
  const wish = { name, title, area, tags: [title], quotes: speaker ? [speaker] : [], now };
  const put = (more: Partial<ReleaseOptions> = {}) => store.articles.change([release({ ...wish, ...more })]);
  const decide = (decision: ArticleDecision) => {
    const mentions = { areas: [], organisations: [], officials: [] };
    const audience = audienceOf(OPERATOR, now);
    return store.articles.change([
      { article: { url: urlOf(name) }, mentions, audience, by: 'operator', decide: () => decision },
    ]);
  };
  if (way === 'publish') await put();
  if (way === 'draft') await put({ publishAt: null });
  if (way === 'schedule') await put({ publishAt: shifted(now, AHEAD_MILLIS) });
  if (way === 'move') await put({ movesTo: `${name}-${title.toLowerCase()}` });
  if (way === 'correct') {
    await put({ publishAt: null });
    await decide({ publishAt: now, replacement: { kind: 'correction', note: title } });
  }
  if (way === 'withdraw') {
    await decide({ open: 'discarded' });
    await decide({ withdraw: { ...WITHDRAWAL, kind, alternative: 'https://ouseshire.example/', at: now } });
  }
  if (way === 'reinstate') await decide({ reinstate: true });
}

const WITHDRAWAL: Omit<Withdrawal, 'kind' | 'at'> = {
  explanation: 'A test.',
  alternative: null,
  reason: 'A test.',
  by: 'operator',
};

async function changeNames(deps: Deps, { way, title, area, name }: PublicChange): Promise<void> {
  const { store, clock } = deps;
  const options = { actor: OPERATOR, dryRun: false, once: null };
  const known = async (register: 'areas' | 'officials' | 'organisations', reference: string) => {
    const { version } = (await store.names[register].find(reference)) ?? { version: 1 };
    return { reference, version };
  };
  const key = (area ?? 'Tarn').toLowerCase();
  if (way === 'area') await changeArea(deps, await known('areas', key), { name: `${area} ${title}` }, options);
  if (way === 'area to') {
    const parent = title === 'T1' ? null : title === 'T2' ? 'ouseshire' : 'tarn';
    await changeArea(deps, await known('areas', key), { parent }, options);
  }
  if (way === 'official')
    await changeOfficial(deps, await known('officials', 'ann'), { name: `Ann ${title}` }, options);
  if (way === 'organisation') {
    await changeOrganisation(deps, await known('organisations', 'water'), { name: `Water ${title}` }, options);
  }
  if (way === 'merge') await mergeOfficials(deps, await known('officials', 'bob'), 'ann', options);
  if (way === 'tag') await renameTag(deps, { from: title, to: `of ${name}` }, options);
  if (way === 'compact') await store.changes.compact(clock.now(), 10);
  if (way === 'audit') {
    const note = { actor: 'operator', actorTitle: 'operator', action: 'tried', subject: null, detail: {} };
    await store.audit.append({ ...note, at: clock.now(), outcome: 'refused' });
  }
}
