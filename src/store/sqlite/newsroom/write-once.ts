import type { Kept, Writing } from '../../once.ts';
import type { Connection } from '../engine/connection.ts';
import { withRoom } from '../engine/reserve.ts';
import { createAnswerBook } from './answers.ts';

/** How one decision is carried out in a transaction of its own: once, or not at all. */
interface Steps<Decision> {
  readonly decide: () => Decision;
  readonly carryOut: (decision: Decision) => void;
}

export function createWriteOnce(
  writer: Connection,
): <Decision>(writing: Writing<Decision>, steps: Steps<Decision>) => Decision | Kept {
  const answers = createAnswerBook(writer);
  return <Decision>({ at, dryRun, once, urgent = false }: Writing<Decision>, { decide, carryOut }: Steps<Decision>) => {
    const write = writer.client.transaction((): Decision | Kept => {
      const kept = once ? answers.find(once, at) : undefined;
      if (kept) return { kept: kept.answer };
      const decision = decide();
      if (dryRun) return decision;
      carryOut(decision);
      if (once) answers.keep(once, once.answer(decision));
      return decision;
    });
    return withRoom(urgent ? writer.reserve : undefined, () => write.immediate());
  };
}
