import type { Connection } from '../engine/connection.ts';
import { prepareLoader } from '../newsroom/load-article.ts';
import { prepareAreaLine } from '../register/area-line.ts';

/** Where what the public has or had of an article lies: its area, and all that this lies in. */
export function preparePlace(connection: Connection): (articleId: string) => string[] {
  const load = prepareLoader(connection);
  const lineOf = prepareAreaLine(connection);
  return (articleId) => {
    const article = load.byId(articleId);
    const edition = article?.live ?? article?.withdrawn?.edition ?? article?.open;
    return lineOf(edition?.content.area?.id ?? null);
  };
}
