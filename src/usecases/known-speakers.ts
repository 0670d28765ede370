import type { KnownSpeaker } from '../domain/check.ts';
import { isOfSeveral, type Statement } from '../domain/quote.ts';
import { likelyTheSame } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { type Audience, everyone } from '../domain/visibility.ts';
import { slugify } from '../text/slug.ts';
import type { Deps } from './deps.ts';

/** What the register knows of everybody who speaks, by their names as they are written. */
export async function knownSpeakers(
  deps: Deps,
  statements: readonly Pick<Statement, 'attribution'>[],
  at: Instant,
): Promise<ReadonlyMap<string, KnownSpeaker>> {
  const names = new Set(
    statements.flatMap(({ attribution }) => attribution.name ?? []).filter((name) => !isOfSeveral(name)),
  );
  const known = new Map<string, KnownSpeaker>();
  for (const name of names) known.set(name, await knownSpeaker(deps, name, at));
  return known;
}

/** The same of everybody who speaks in the open edition of an article; nobody where there is none that the audience may see. */
export async function openSpeakers(
  deps: Deps,
  articleId: string,
  audience: Audience,
): Promise<ReadonlyMap<string, KnownSpeaker>> {
  const article = await deps.store.newsroom.find(articleId, audience);
  return knownSpeakers(deps, article?.open?.content.quotes ?? [], audience.at);
}

async function knownSpeaker({ store }: Deps, name: string, at: Instant): Promise<KnownSpeaker> {
  const key = slugify(name);
  const found = key === '' ? undefined : await store.names.officials.find(key);
  const entry = found?.mergedInto ? await store.names.officials.find(found.mergedInto) : found;
  const rank = entry?.slug ? await store.officials.rank(entry.slug, everyone(at)) : null;
  const isKnown = entry !== undefined && (entry.slug !== null || entry.named);
  if (isKnown || key === '') return { isKnown, rank, likely: [] };
  const namesakes = await store.suggestions.namesakes(key.split('-').at(-1) ?? '');
  const others = likelyTheSame({ id: entry?.id ?? '', key }, namesakes).filter(({ slug }) => slug !== null);
  return { isKnown, rank, likely: others.map((other) => other.name) };
}
