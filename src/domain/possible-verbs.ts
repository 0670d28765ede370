import { type Actor, personOf } from './actor.ts';
import { type Article, stageOf } from './article.ts';
import { type Verb, verbsAt, WORKFLOW } from './workflow.ts';

/**
 * What somebody can do to an article now, in the order of an article's life. A verb that is not among these is refused,
 * whatever comes with it.
 * @param twoPersonVerbs those that need another person than the one who submitted
 */
export function possibleVerbs(article: Article, actor: Actor, twoPersonVerbs: readonly Verb[]): Verb[] {
  return verbsAt(stageOf(article)).filter(
    (verb) =>
      mayDo(actor, verb) &&
      !(twoPersonVerbs.includes(verb) && isAlone(article, actor)) &&
      !(verb === 'reinstate' && article.withdrawn?.isReplaced),
  );
}

/** Whether the role of somebody allows a verb; an author's is about their own articles only. */
export function mayDo(actor: Actor, verb: Verb): boolean {
  return actor.kind === 'operator' || (actor.kind === 'key' && WORKFLOW[verb].roles.includes(actor.role));
}

/** Whoever has submitted a draft does not approve it, and what nobody has submitted is approved by nobody. */
function isAlone({ open }: Article, actor: Actor): boolean {
  return open === null || open.submittedBy === null || open.submittedBy === personOf(actor);
}
