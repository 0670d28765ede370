import type { ChangeRequest, ChangeResult } from '../../article-change.ts';
import { isBusy } from '../engine/errors.ts';

interface Waiting {
  readonly request: ChangeRequest;
  readonly resolve: (result: ChangeResult | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Carries out changes that come in one turn of the event loop in one transaction, in their order: a commit costs as much as
 * the rest of a change, and the disk is waited for once. Where that fails, each is carried out by itself, so that none
 * fails for another's sake; but where another process writes for too long, nobody waits for it once more.
 * @param changeAll keeps all of them or throws
 * @param limit changes of one transaction; what is asked of the process meanwhile waits for all of them
 */
export function gatherChanges(
  changeAll: (requests: readonly ChangeRequest[]) => readonly ChangeResult[],
  limit: number,
): (request: ChangeRequest) => Promise<ChangeResult | undefined> {
  const waiting: Waiting[] = [];

  const carryOut = (group: readonly Waiting[]): void => {
    try {
      const results = changeAll(group.map(({ request }) => request));
      for (const [at, { resolve }] of group.entries()) resolve(results[at]);
    } catch (error) {
      if (group.length > 1 && !isBusy(error)) for (const one of group) carryOut([one]);
      else for (const { reject } of group) reject(error);
    }
  };
  const carryOutNext = (): void => {
    const group = waiting.splice(0, limit);
    if (waiting.length > 0) setImmediate(carryOutNext);
    carryOut(group);
  };

  return (request) => {
    const { promise, resolve, reject } = Promise.withResolvers<ChangeResult | undefined>();
    if (waiting.length === 0) setImmediate(carryOutNext);
    waiting.push({ request, resolve, reject });
    return promise;
  };
}
