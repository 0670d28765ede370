import { eq, sql } from 'drizzle-orm';
import type { Rendering } from '../../../domain/edition.ts';
import type { Connection } from '../engine/connection.ts';
import { renderings } from './tables.ts';

/**
 * What editions look like while they are not public. The rendering of a new edition waits for the end of its change:
 * nearly every import is public by then, and its text need not be written down here and taken away again.
 */
export interface Renderings {
  /** Keeps the rendering of an edition that has none yet. */
  add(editionId: string, rendering: Rendering): void;
  replace(editionId: string, rendering: Rendering): void;
  /** Gives the rendering of an edition away, which has none afterwards. */
  take(editionId: string): Rendering;
  /** Writes down what waits, at the end of a change. */
  settle(): void;
  /** Forgets what waits, of a change that is undone. */
  forget(): void;
}

/** Must be used inside a write transaction. */
export function createRenderings({ db }: Connection): Renderings {
  const id = sql.placeholder('id');
  const html = sql`${sql.placeholder('html')}`;
  const text = sql`${sql.placeholder('text')}`;
  const insert = db
    .insert(renderings)
    .values({ editionId: sql`${id}`, html, text })
    .prepare();
  const update = db.update(renderings).set({ html, text }).where(eq(renderings.editionId, id)).prepare();
  const remove = db
    .delete(renderings)
    .where(eq(renderings.editionId, id))
    .returning({ html: renderings.html, text: renderings.text })
    .prepare();
  const waiting = new Map<string, Rendering>();
  return {
    add: (editionId, rendering) => void waiting.set(editionId, rendering),
    replace: (editionId, rendering) => void update.run({ id: editionId, ...rendering }),
    take(editionId) {
      const rendering = waiting.get(editionId) ?? remove.get({ id: editionId });
      if (!rendering) throw new Error('an edition has lost its rendering');
      waiting.delete(editionId);
      return rendering;
    },
    settle() {
      for (const [editionId, rendering] of waiting) insert.run({ id: editionId, ...rendering });
      waiting.clear();
    },
    forget: () => waiting.clear(),
  };
}
