import type { Actor, Role } from '../../src/domain/actor.ts';
import { type Article, stageOf } from '../../src/domain/article.ts';
import { EMPTY_DRAFT } from '../../src/domain/draft.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { OpenState, Publicity, Stage, Verb } from '../../src/domain/workflow.ts';
import { type Act, actOnArticle } from '../../src/usecases/act-on-article.ts';
import type { Changed } from '../../src/usecases/change-article.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { createArticle, patchArticle } from '../../src/usecases/write-article.ts';
import { instant } from '../support/time.ts';

/** A key of somebody: keys of one name are keys of one person. */
export function keyOf(name: string, role: Role): Actor {
  return { kind: 'key', keyId: `${name}:${role}`, name, role, areaKeys: [] };
}

export const ANN = keyOf('Ann', 'author');
export const ED = keyOf('Ed', 'editor');
export const EVE = keyOf('Eve', 'editor');

/** Every verb with what it needs. */
export function actOf(verb: Verb, publishAt: Instant = instant('2030-01-01T09:00:00Z')): Act {
  switch (verb) {
    case 'return':
    case 'correct':
      return { verb, note: 'A note.' };
    case 'schedule':
      return { verb, publishAt };
    case 'force-publish':
      return { verb, reason: 'A missing child.' };
    case 'withdraw':
      return { verb, withdrawal: { kind: 'gone', explanation: 'An error.', alternative: null, reason: 'A call.' } };
    default:
      return { verb };
  }
}

const NOW_AND_REALLY = { dryRun: false, once: null } as const;

export async function create(deps: Deps, actor: Actor, title: string): Promise<Article> {
  return articleOf(await createArticle(deps, { ...EMPTY_DRAFT, title }, { actor, ...NOW_AND_REALLY }));
}

export async function retitle(
  deps: Deps,
  actor: Actor,
  { id, version }: Pick<Article, 'id' | 'version'>,
  title: string,
): Promise<Article> {
  return articleOf(await patchArticle(deps, id, { title }, { actor, version, ...NOW_AND_REALLY }));
}

export async function act(
  deps: Deps,
  actor: Actor,
  { id, version }: Pick<Article, 'id' | 'version'>,
  what: Verb | Act,
  dryRun = false,
): Promise<Article> {
  const given = typeof what === 'string' ? actOf(what) : what;
  return articleOf(await actOnArticle(deps, id, given, { actor, version, dryRun, once: null }));
}

function articleOf(changed: Changed): Article {
  if ('kept' in changed) throw new Error('an old answer was given');
  return changed.article;
}

/** The code of a refusal, or what came of it. @throws what is no refusal */
export async function codeOr<Result>(done: Promise<Result>): Promise<Result | Problem['code']> {
  const outcome = await refusalOr(done);
  return outcome instanceof Problem ? outcome.code : outcome;
}

/** A refusal, or what came of it. @throws what is no refusal */
export async function refusalOr<Result>(done: Promise<Result>): Promise<Result | Problem> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const TO_PUBLIC: Readonly<Record<Publicity, readonly Verb[]>> = {
  none: [],
  live: ['force-publish'],
  withdrawn: ['force-publish', 'withdraw'],
};
const TO_OPEN: Readonly<Record<OpenState, readonly Verb[]>> = {
  none: [],
  draft: [],
  submitted: ['submit'],
  scheduled: ['submit', 'schedule'],
};

/** An article of Ann's, which she submitted and Ed handled, at a stage. */
export async function articleAt(deps: Deps, stage: Stage): Promise<Article> {
  let article = await create(deps, ANN, 'A title');
  for (const verb of TO_PUBLIC[stage.public]) article = await act(deps, ED, article, verb);
  if (stage.open === 'none' && stage.public === 'none') return act(deps, ANN, article, 'discard');
  if (stage.open !== 'none' && stage.public !== 'none') article = await retitle(deps, ANN, article, 'Another title');
  for (const verb of TO_OPEN[stage.open]) article = await act(deps, verb === 'submit' ? ANN : ED, article, verb);
  const reached = stageOf(article);
  if (reached.open !== stage.open || reached.public !== stage.public) throw new Error(JSON.stringify(reached));
  return article;
}
