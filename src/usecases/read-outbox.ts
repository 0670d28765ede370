import type { OutboxFigures } from '../store/outbox.ts';
import type { Deps } from './deps.ts';

/** How far behind the telling of partners is. */
export function readOutbox({ store }: Deps): Promise<OutboxFigures> {
  return store.outbox.figures();
}
