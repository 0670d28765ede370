import { eq, ne, sql } from 'drizzle-orm';
import type { ShownStore } from '../../../shown.ts';
import type { Connection } from '../../engine/connection.ts';
import { prepareTouch } from '../log/name-log.ts';
import { publicState } from '../public-tables.ts';

/** Remembers with which settings articles are shown, so that the date of the last change is later wherever they are others. */
export function createShownSettings({ client, db }: Connection): ShownStore['showWith'] {
  const touch = prepareTouch({ client, db });
  const change = client.transaction((settings: string, at: Parameters<typeof touch>[0]) => {
    const { changes } = db
      .update(publicState)
      .set({ shownWith: settings, version: sql`${publicState.version} + 1` })
      .where(ne(publicState.shownWith, settings))
      .run();
    if (changes > 0) touch(at);
  });
  const isSame = db
    .select({ id: publicState.id })
    .from(publicState)
    .where(eq(publicState.shownWith, sql.placeholder('settings')))
    .prepare();
  return async (settings, at) => {
    // Nobody takes the write lock to change nothing.
    if (!isSame.get({ settings })) change.immediate(settings, at);
  };
}
