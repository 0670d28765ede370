import * as z from 'zod';

/** What a subject can be asked; each answer reads its own input. */
export type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

const questionSchema = z.strictObject({ id: z.number(), question: z.string(), input: z.unknown() });

/** Answers the process that started this one, until it lets go; then this process ends. */
export function answerParent(answers: Answers): void {
  const all: Answers = { cpuMicros, ...answers };
  process.on('message', async (message) => {
    const { id, question, input } = questionSchema.parse(message);
    try {
      process.send?.({ id, answer: await all[question]?.(input) });
    } catch (error) {
      process.send?.({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
}

/** CPU time of this process since its start, in microseconds, all threads together. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
