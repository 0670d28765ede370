import { type Actor, personOf } from '../domain/actor.ts';
import { type Article, newestEdition } from '../domain/article.ts';
import { type AuditNote, auditNote } from '../domain/audit.ts';
import { type Draft, type DraftPatch, draftOf, EMPTY_DRAFT } from '../domain/draft.ts';
import { mayDo } from '../domain/possible-verbs.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { audienceOf } from '../domain/visibility.ts';
import type { ArticleDecision, ChangeRequest, Register } from '../store/article-change.ts';
import { type Changed, changeArticle, type Reviewed, refuseStale } from './change-article.ts';
import { reviewOpenEdition } from './check-article.ts';
import { composeDraft } from './compose-draft.ts';
import { type ComposedSave, type ComposedText, composeSave } from './compose-save.ts';
import type { Deps } from './deps.ts';
import { draftRefused } from './draft-refused.ts';
import { knownSpeakers } from './known-speakers.ts';
import { patchDraft } from './patch-draft.ts';
import { createAreaFinder } from './welsh-areas.ts';
import type { WriteOptions } from './write-wish.ts';

/** What a draft begins with. */
export type NewDraft = DraftPatch & Pick<Draft, 'title'>;

/**
 * Creates a draft, whoever asks and whatever it says; what is not said is as in an empty draft.
 * @throws Problem `invalid_body` when the area does not exist or the draft cannot be composed; `conflict` when another
 *   article has its address; `forbidden` when the key is limited to other areas
 */
export async function createArticle(deps: Deps, draft: NewDraft, options: WriteOptions<Reviewed>): Promise<Changed> {
  const { actor } = options;
  const audience = audienceOf(actor, deps.clock.now());
  const text = await placed(deps, composeNewDraft(draft));
  const composed = composeSave(text, null, deps.newId);
  const request: ChangeRequest = {
    article: null,
    mentions: composed.mentions,
    audience,
    by: personOf(actor),
    decide: (_current, register) => ({
      ...saved(composed, register, null),
      audit: accepted(actor, audience.at, 'article.created'),
    }),
  };
  return changeArticle(deps, request, await knownSpeakers(deps, text.statements, audience.at), options);
}

/**
 * A draft with its text rendered and its quotes found; what it does not say is as in an empty one.
 * @throws Problem `invalid_body` when it cannot be composed
 */
export function composeNewDraft(draft: NewDraft): ComposedText {
  return composeDraft(patchDraft({ ...EMPTY_DRAFT, title: draft.title }, draft));
}

/**
 * Changes the open edition by a merge patch (RFC 7396), opening one from what is or was public where none is open. What was
 * submitted is a draft again; what is public stays as it is. A patch that names nothing changes nothing.
 * @throws Problem `not_found`, `stale_edition`, `verb_not_allowed` while the edition is scheduled, and what createArticle throws
 */
export async function patchArticle(
  deps: Deps,
  id: string,
  patch: DraftPatch,
  options: WriteOptions<Reviewed> & { readonly version: number },
): Promise<Changed> {
  const { actor, version } = options;
  const audience = audienceOf(actor, deps.clock.now());
  const before = await deps.store.newsroom.find(id, audience);
  refuseStale(before, version);
  // Whoever changes nothing takes no approval back, and opens no edition.
  if (Object.keys(patch).length === 0)
    return { article: before, checks: await reviewOpenEdition(deps, before, audience.at) };
  const text = await placed(deps, composeDraft(patchDraft(draftBefore(before), patch)));
  const composed = composeSave(text, null, deps.newId);
  const request: ChangeRequest = {
    article: { id },
    mentions: composed.mentions,
    audience,
    by: personOf(actor),
    decide(current, register) {
      refuseStale(current, version);
      refuseScheduled(current, actor);
      refuseMove(current, patch);
      return {
        ...saved(composed, register, newestEdition(current)),
        ...(current.open?.state === 'submitted' && { open: 'draft' as const }),
        audit: accepted(actor, audience.at, 'article.saved'),
      };
    },
  };
  // What an editor has corrected in a quote is kept over what is found in the text.
  const spoken = [...text.statements, ...(newestEdition(before)?.content.quotes ?? [])];
  return changeArticle(deps, request, await knownSpeakers(deps, spoken, audience.at), options);
}

/** A text with the area that its name means. */
async function placed(deps: Deps, text: ComposedText): Promise<ComposedText> {
  return { ...text, areaKey: await createAreaFinder(deps)(text.area) };
}

/** The store names the article that it was done to. */
function accepted(actor: Actor, at: Instant, action: string): AuditNote {
  return auditNote(actor, { at, action, outcome: 'accepted', subject: null, detail: {} });
}

/** An area that nobody has registered is a slip of the pen here; only an import creates areas. */
function saved(
  { decide }: ComposedSave,
  register: Register,
  before: ReturnType<typeof newestEdition>,
): Pick<ArticleDecision, 'save' | 'register'> {
  const decision = decide(register, before);
  const [unknown] = decision.register.areas;
  if (!unknown) return decision;
  const detail = `There is no area ${unknown.name}.`;
  throw draftRefused({
    pointer: '/area',
    detail,
    expected: 'The name or the slug of an area that GET /v1/areas lists.',
  });
}

function draftBefore(article: Article): Draft {
  const edition = newestEdition(article);
  return edition ? draftOf(edition.content) : { ...EMPTY_DRAFT, title: '' };
}

/** The canonical address is where readers, caches and partners find what was published. */
function refuseMove({ slug, url: present }: Article, { url }: DraftPatch): void {
  if (slug === null || url === undefined || url === null || url === present) return;
  const detail = 'A release that was published keeps its address.';
  throw draftRefused({ pointer: '/url', detail, expected: `${present}` });
}

/** @throws Problem `verb_not_allowed`: what was approved stays as it is until it is unscheduled */
export function refuseScheduled({ open }: Article, actor: Actor): void {
  if (open?.state !== 'scheduled') return;
  throw new Problem('verb_not_allowed', 'The edition is scheduled: unschedule it before it is changed.', {
    errors: [
      {
        detail: 'A scheduled edition was approved as it is.',
        ...(mayDo(actor, 'unschedule') ? { allowed: ['unschedule'] } : { expected: 'An editor unschedules it first.' }),
      },
    ],
  });
}
