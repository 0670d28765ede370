import * as z from 'zod';
import { pathOf, type Question } from './questions.ts';
import type { ReadCase } from './read-cases.ts';
import { type RecordedAnswer, recordAnswer } from './recorded-answer.ts';
import type { Servers } from './servers.ts';

/**
 * Asks every question once: the answers of Dateline, and those of the hand-written server. Both must say the same, but
 * for how they write cursors, and raw SQLite must find the same rows.
 * @throws Error when they do not: then they are not asked the same
 */
export async function recordAnswers({ hot, cold, hand, raw }: Servers, cases: readonly ReadCase[]) {
  const answers = { cold: new Map<string, RecordedAnswer>(), hand: new Map<string, RecordedAnswer>() };
  for (const { title, questions } of cases) {
    let found = 0;
    for (const question of questions) {
      const ours = await recordAnswer(cold.port, pathOf(question));
      const remembered = await recordAnswer(hot.port, pathOf(question));
      const theirs = await recordAnswer(hand.port, pathOf(question, 'hand'));
      answers.cold.set(ours.path, ours);
      answers.hand.set(theirs.path, theirs);
      if (textOf(ours) !== textOf(remembered)) throw new Error(`${ours.path} is remembered as something else`);
      const rawIds = await raw.ask('ids', question, z.array(z.string()));
      found += rawIds.length;
      // Which of many are the best is a matter of how far each looks.
      if (question.kind !== 'ranked-search') assertSame(question, ours, theirs, rawIds);
    }
    if (found === 0) throw new Error(`${title}: there is nothing to be found`);
  }
  return answers;
}

const listSchema = z.object({
  data: z.array(z.object({ id: z.string() }).loose()),
  page: z.object({ limit: z.int() }),
  facets: z.unknown().optional(),
});
const articleSchema = z.object({ id: z.string(), quotes: z.array(z.object({ id: z.string() })) });

function assertSame(question: Question, ours: RecordedAnswer, theirs: RecordedAnswer, rawIds: readonly string[]): void {
  const json: unknown = JSON.parse(textOf(ours));
  const handWritten: unknown = JSON.parse(textOf(theirs));
  const list = listSchema.safeParse(json).data;
  const shownOf = ({ data, facets }: z.infer<typeof listSchema>) => [data, facets];
  const shown = list ? shownOf(list) : json;
  const shownByHand = list ? shownOf(listSchema.parse(handWritten)) : handWritten;
  if (JSON.stringify(shown) !== JSON.stringify(shownByHand)) {
    throw new Error(`the hand-written server answers ${pathOf(question)} with something else`);
  }
  const article = list ? undefined : articleSchema.parse(json);
  const ids = article ? [article.id, ...article.quotes.map(({ id }) => id)] : (list?.data.map(({ id }) => id) ?? []);
  const compared = list ? rawIds.slice(0, list.page.limit) : rawIds;
  if (compared.join() !== ids.join()) throw new Error(`raw SQLite answers ${pathOf(question)} with other rows`);
}

function textOf({ body }: RecordedAnswer): string {
  return new TextDecoder().decode(body);
}
