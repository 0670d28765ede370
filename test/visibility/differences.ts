import type { Reply } from '../support/ask.ts';
import { QUESTIONS } from './questions.ts';
import type { Twin } from './twins.ts';

/** One question to which two twins gave different answers. */
export interface Difference {
  readonly path: string;
  readonly answers: readonly [Reply, Reply];
}

/** Pages that are followed from one question; the life of the twins is far shorter. */
const MAX_PAGES = 20;

/** What is asked, and with which headers each of the twins. */
interface Asking {
  readonly paths: readonly string[];
  readonly headers: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>];
}

const ANONYMOUSLY: Asking = { paths: Object.values(QUESTIONS).flat(), headers: [{}, {}] };

/** Asks both twins everything and gives back where they differ. */
export async function differences(one: Twin, other: Twin, asking: Asking = ANONYMOUSLY): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of eachDifference(one, other, asking)) found.push(difference);
  return found;
}

/** Asks only until they differ. */
export async function differ(one: Twin, other: Twin): Promise<boolean> {
  for await (const _difference of eachDifference(one, other, ANONYMOUSLY)) return true;
  return false;
}

async function* eachDifference(
  one: Twin,
  other: Twin,
  { paths, headers: [mineWith, theirsWith] }: Asking,
): AsyncGenerator<Difference> {
  for (const path of paths) {
    let next: string | undefined = path;
    for (let page = 0; next !== undefined && page < MAX_PAGES; page += 1) {
      const asked: string = next;
      const [mine, theirs] = await Promise.all([one.ask(asked, mineWith), other.ask(asked, theirsWith)]);
      if (!same(mine, theirs)) yield { path: asked, answers: [mine, theirs] };
      const conditional = conditionOf(mine);
      const [held, alsoHeld] = await Promise.all([
        one.ask(asked, { ...mineWith, ...conditional }),
        other.ask(asked, { ...theirsWith, ...conditional }),
      ]);
      if (!same(held, alsoHeld)) yield { path: `${asked} (conditional)`, answers: [held, alsoHeld] };
      next = nextPage(asked, mine);
    }
  }
}

function conditionOf({ headers }: Reply): Record<string, string> {
  return headers['etag'] === undefined ? {} : { 'If-None-Match': headers['etag'] };
}

function same(one: Reply, other: Reply): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function nextPage(path: string, { status, headers, body }: Reply): string | undefined {
  if (status !== 200 || !headers['content-type']?.startsWith('application/json')) return undefined;
  const cursor: unknown = JSON.parse(body)?.page?.next;
  const url = new URL(path, 'https://news.example');
  const parameter = url.pathname.endsWith('/changes') ? 'since' : 'cursor';
  if (typeof cursor !== 'string' || url.searchParams.get(parameter) === cursor) return undefined;
  url.searchParams.set(parameter, cursor);
  return `${url.pathname}${url.search}`;
}
