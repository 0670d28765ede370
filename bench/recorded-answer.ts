import * as z from 'zod';

/** An answer of Dateline, for another server to repeat. */
const recordedAnswerSchema = z.strictObject({
  path: z.string(),
  /** Without those that belong to the connection or to the moment. */
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Uint8Array),
});

export const recordedAnswersSchema = z.array(recordedAnswerSchema);

export type RecordedAnswer = z.infer<typeof recordedAnswerSchema>;

const OF_THE_CONNECTION = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

/** @throws Error when the answer is not a plain success */
export async function recordAnswer(port: number, path: string): Promise<RecordedAnswer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'Accept-Encoding': 'identity' } });
  const body = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${new TextDecoder().decode(body)}`);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name)));
  return { path, headers, body };
}
