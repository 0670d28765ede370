import type { Highlights, Passage } from '../../../../domain/query.ts';
import type { Connection } from '../../engine/connection.ts';
import type { FoundArticle } from '../article-rows.ts';
import { hasBeginning } from './search-words.ts';

/** What the index puts around a word that matches: nothing that a text of ours holds. */
const START = '\u0002';
const END = '\u0003';
/** Words of the part of the body that is shown. */
const SNIPPET_WORDS = 32;

interface Row {
  readonly key: number;
  readonly title: string | null;
  readonly summary: string | null;
  readonly body: string | null;
}

/** Shows where a full-text query matches in articles, in their order. */
export function prepareHighlights({ client }: Connection) {
  const prepare = (condition: string) =>
    client.prepare<[string, string], Row>(
      `select (select key from public_articles where place = public_search.rowid) as key,
        highlight(public_search, 0, '${START}', '${END}') as title,
        highlight(public_search, 1, '${START}', '${END}') as summary,
        snippet(public_search, 2, '${START}', '${END}', '…', ${SNIPPET_WORDS}) as body
      from public_search where public_search match +? and ${condition} in
        (select place from public_articles where key in (select value from json_each(+?)))`,
    );
  const oneByOne = prepare('rowid');
  // A beginning is looked up again for each article; then it is less to pass over the articles that are not wanted.
  const inOneGo = prepare('+rowid');
  return (match: string, found: readonly FoundArticle[]): Highlights[] => {
    const keys = JSON.stringify(found.map(({ key }) => key));
    const rows = new Map((hasBeginning(match) ? inOneGo : oneByOne).all(match, keys).map((row) => [row.key, row]));
    return found.map(({ key }) => {
      const { title = null, summary = null, body = null } = rows.get(key) ?? {};
      return { title: toPassage(title), summary: toPassage(summary), body: toPassage(body) };
    });
  };
}

/** Null where nothing matches. A stray sign in the text may at most shift where a hit begins or ends. */
function toPassage(marked: string | null): Passage | null {
  if (!marked?.includes(START)) return null;
  const [before = '', ...parts] = marked.split(START);
  const pieces = [
    { text: before.replaceAll(END, ''), isHit: false },
    ...parts.flatMap((part) => {
      const [hit = '', ...after] = part.split(END);
      return [
        { text: hit, isHit: true },
        { text: after.join(''), isHit: false },
      ];
    }),
  ];
  return pieces.filter(({ text }) => text !== '');
}
