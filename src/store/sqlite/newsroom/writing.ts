import type { Article } from '../../../domain/article.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { ArticleDecision, ChangeRequest, ChangeResult } from '../../article-change.ts';
import type { ArticleStore, Lift } from '../../store.ts';
import { BULK_CHANGES, type Connection, createRoom } from '../engine/connection.ts';
import { isEngineFailure } from '../engine/errors.ts';
import { withRoom } from '../engine/reserve.ts';
import { tryOut } from '../engine/try-out.ts';
import { prepareSettle } from '../public/arrivals.ts';
import { createRegister } from '../register/register.ts';
import { createEmbargoWriter } from '../syndication/embargoes.ts';
import { createAnswerBook } from './answers.ts';
import { createAuditTrail } from './audit.ts';
import { prepareBar } from './barred-addresses.ts';
import { gatherChanges } from './gathered-changes.ts';
import { prepareLift } from './lift.ts';
import { type ArticleLoader, prepareLoader } from './load-article.ts';
import { createMover, type WritingOptions } from './move-edition.ts';
import { createRenderings } from './renderings.ts';
import { prepareSaver } from './save-article.ts';
import { prepareTakenNames } from './taken-names.ts';
import { prepareCountUp } from './versions.ts';
import { prepareIsVisible } from './visible.ts';

export interface Writing extends Pick<ArticleStore, 'change'> {
  lift(now: Instant): Lift[];
  /** Carries out changes before anything that is due. Must run inside a write transaction; whatever is thrown undoes it. */
  changeUnlifted(requests: readonly ChangeRequest[]): void;
}

/** What changes articles: one transaction for a batch, a savepoint of its own for each change in it. */
export function createWriting(connection: Connection, options: WritingOptions): Writing {
  const { client, reserve } = connection;
  const answers = createAnswerBook(connection);
  const changeOne = prepareChange(connection, options);
  const lift = prepareLift(connection, options);
  const settle = prepareSettle(connection);
  const makeRoom = createRoom(connection);

  const carryOut = client.transaction((request: ChangeRequest): ChangeResult => {
    const { audience, once, dryRun = false } = request;
    const kept = once && answers.find(once, audience.at);
    if (kept) return { ok: true, article: undefined, id: undefined, isNew: false, decision: {}, kept: kept.answer };
    if (dryRun) return tryOut(connection, () => changeOne(request));
    const result = changeOne(request);
    if (once) answers.keep(once, once.answer(result.article));
    return result;
  });

  const changeAll = client.transaction((...[requests, answerTo]: Parameters<ArticleStore['change']>) => {
    const results = requests.map((request): ChangeResult => {
      lift(request.audience.at);
      try {
        return carryOut(request);
      } catch (error) {
        // What the engine itself cannot do is no refusal of one change: nothing is kept.
        if (isEngineFailure(error)) throw error;
        return { ok: false, error };
      }
    });
    settle();
    const answer = answerTo?.(results);
    if (answer && !answers.find(answer, answer.at)) answers.keep(answer, answer.answer);
    return results;
  });

  const liftAll = client.transaction((now: Instant) => {
    const lifts = lift(now);
    settle();
    return lifts;
  });
  const change = (...request: Parameters<ArticleStore['change']>): ChangeResult[] => {
    makeRoom(request[0].length);
    const isUrgent = request[0].every(({ urgent }) => urgent);
    return withRoom(isUrgent ? reserve : undefined, () => changeAll.immediate(...request));
  };
  const gathered = gatherChanges(change, BULK_CHANGES - 1);
  return {
    async change(requests, answerTo) {
      const [request, ...others] = requests;
      if (!request || others.length > 0 || answerTo) return change(requests, answerTo);
      const result = await gathered(request);
      return result ? [result] : [];
    },
    lift: (now) => withRoom(reserve, () => liftAll.immediate(now)),
    changeUnlifted: (requests) => {
      for (const request of requests) changeOne(request);
      settle();
    },
  };
}

type Done = Extract<ChangeResult, { ok: true }>;

/** One change, carried out in the order that ArticleDecision gives. */
function prepareChange(connection: Connection, options: WritingOptions): (request: ChangeRequest) => Done {
  const load = prepareLoader(connection);
  const renderings = createRenderings(connection);
  const save = prepareSaver(connection, options.newId, renderings);
  const move = createMover(connection, options, renderings);
  const register = createRegister(connection);
  const embargoes = createEmbargoWriter(connection);
  const trail = createAuditTrail(connection);
  const isVisible = prepareIsVisible(connection);
  const find = prepareFind(load, isVisible);
  const countUp = prepareCountUp(connection);
  const bar = prepareBar(connection);
  const taken = prepareTakenNames(connection, isVisible);

  const apply = (
    current: Article | undefined,
    decision: ArticleDecision,
    request: ChangeRequest,
  ): string | undefined => {
    const { at } = request.audience;
    taken.refuseSave(current, decision, request);
    if (decision.register) register.add(decision.register);
    const saved = decision.save ? save(current, decision.save, request) : current;
    const id = saved?.id;
    const now = () => (id === undefined ? undefined : load.byId(id));
    if (decision.open) {
      if (current?.open?.embargo) embargoes.set(current, null, at);
      move.setOpen(saved, decision.open, request.by, decision.returned);
    }
    if (decision.publishAt) {
      bar(request, saved?.url ?? null);
      const opened = decision.open ? now() : saved;
      taken.refusePublication(opened, request);
      if (decision.publishAt <= at) move.publish(opened, at, decision.replacement);
      else move.schedule(opened, decision.publishAt);
    }
    if (decision.embargo !== undefined) embargoes.set(now(), decision.embargo, at);
    if (decision.withdraw) move.withdraw(now(), decision.withdraw, at);
    if (decision.reinstate) move.reinstate(now(), at);
    renderings.settle();
    if (current && id !== undefined && Object.keys(decision).length > 0) countUp(id, at);
    return id;
  };

  return (request) => {
    const { audience, mentions, decide } = request;
    const current = find(request);
    const named = embargoes.named(mentions.partners ?? [], current);
    const decision = decide(current, register.lookUp(mentions), named);
    renderings.forget();
    const id = apply(current, decision, request);
    if (id !== undefined && !isVisible(id, audience)) {
      throw outOfBounds(audience);
    }
    if (decision.audit) trail.append({ ...decision.audit, subject: decision.audit.subject ?? id ?? null });
    const isRead = !request.unread || current?.open?.embargo || decision.embargo;
    const article = isRead && id !== undefined ? load.byId(id) : undefined;
    embargoes.tell(current, article, decision, audience.at);
    return { ok: true, article, id, isNew: current === undefined && id !== undefined, decision };
  };
}

function outOfBounds({ onlyIn }: Audience): Problem {
  const errors = onlyIn && [
    {
      pointer: '/area',
      detail: 'A release of this key lies in one of its areas.',
      expected: 'An area that is one of those in allowed, by slug, or lies in one.',
      allowed: onlyIn,
    },
  ];
  return new Problem('forbidden', 'This key may not put a release there: it is limited to other areas.', {
    ...(errors && { errors }),
  });
}

/** @throws Problem `forbidden` for an address at which the audience may not change the article */
function prepareFind(
  load: ArticleLoader,
  isVisible: ReturnType<typeof prepareIsVisible>,
): (request: Pick<ChangeRequest, 'article' | 'audience'>) => Article | undefined {
  const draftOf = ({ draftId }: { readonly draftId?: string }, audience: Audience): Article | undefined => {
    const draft = draftId !== undefined && isVisible(draftId, audience) ? load.byId(draftId) : undefined;
    return draft?.url === null ? draft : undefined;
  };

  return ({ article, audience }) => {
    if (article === null) return undefined;
    const found = 'id' in article ? load.byId(article.id) : (load.byUrl(article.url) ?? draftOf(article, audience));
    if (!found || isVisible(found.id, audience)) return found;
    if ('id' in article) return undefined;
    throw new Problem('forbidden', 'This key may not change the release at this address.');
  };
}
