import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog, say } from './log.ts';
import { openNewsroom, Refused } from './newsroom.ts';
import { readSource, type SourceArticle, type Standing } from './source.ts';

/*
 * Republishes the releases of one Dateline in another one, under the addresses that they have, and goes on with them:
 * corrections, withdrawals, returns. README.md says how to start it.
 */

const SERVER = process.env['DATELINE_URL'] ?? 'http://127.0.0.1:3000';
const KEY = process.env['DATELINE_KEY'];
const STATE_FILE = process.env['STATE_FILE'] ?? 'republished';

const RETRY_MILLIS = 1_000;

/** What became of a release here. */
interface Copy {
  readonly id: string;
  /** Digest of what was sent last. */
  readonly sent: string;
  /** Of what was sent last. */
  readonly edition: number;
  readonly updatedAt: string;
}

interface State {
  since: string | undefined;
  /** By the ids of the source. */
  readonly copies: Record<string, Copy>;
}

const newsroom = openNewsroom(process.env['TARGET_URL'] ?? 'http://127.0.0.1:3001', process.env['TARGET_KEY']);
const log = openLog({ server: SERVER, key: KEY });
const state = await readState();

async function follow(): Promise<never> {
  for (;;) {
    const changes = await log.ask(state.since);
    if (changes === 'resync') {
      state.since = undefined;
      // What is not told any more is looked at all the same.
      for (const id of Object.keys(state.copies)) await untilDone(id);
      continue;
    }
    for (const { id, type } of changes.data) if (type !== 'embargo') await untilDone(id);
    state.since = changes.page.next;
    await save();
  }
}

/** Whatever cannot be reached is tried again; what is refused is left for people to see. */
async function untilDone(id: string): Promise<void> {
  for (;;) {
    try {
      const standing = await readSource(SERVER, KEY, id);
      if ('article' in standing) await show(standing.article);
      else await takeDown(id, standing);
      return;
    } catch (error) {
      if (error instanceof Refused) return say('refused', `${id} ${error.message}`);
      say('again', String(error));
      await pause(RETRY_MILLIS);
    }
  }
}

/** Makes the article here what it is there. A change says only that something happened: what, the source says. */
async function show(article: SourceArticle): Promise<void> {
  const draft = draftOf(article);
  const sent = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
  const copy = state.copies[article.id] ?? (await begin(article, draft));
  if (!copy) return say('ours', article.url);
  const before = await newsroom.read(copy.id);
  const isSame = copy.sent === sent && before.state.public !== 'none';
  const { version, state: standing } = isSame ? before : await newsroom.patch(copy.id, before.version, draft);
  const { edition, updatedAt } = article;
  // All that were told since: several may have come while nobody looked.
  const notes = article.corrections.filter((each) => copy.edition > 0 && each.edition > copy.edition);
  const note = notes
    .map((each) => each.note)
    .reverse()
    .join(' ');
  const reason = `Republished from ${article.url}`;
  const act = (verb: string, body: object = {}) => newsroom.act(copy.id, version, verb, body);
  if (isSame && standing.public === 'withdrawn') await act('reinstate');
  else if (!isSame && standing.public !== 'live') await act('force-publish', { reason });
  else if (!isSame && note !== '') await act('correct', { note });
  else if (!isSame && (edition === copy.edition || updatedAt === copy.updatedAt)) await act('amend');
  else if (!isSame) await act('force-publish', { reason });
  state.copies[article.id] = { id: copy.id, sent, edition, updatedAt };
  await save();
  say('shown', article.url);
}

/**
 * The article here that is to be it. Undefined for an address under which there is one that somebody else has made: a
 * release of ours that comes back to us, or what came by another way.
 */
async function begin({ id, url }: SourceArticle, draft: object): Promise<Copy | undefined> {
  const found = (await newsroom.find(url)) ?? { ...(await newsroom.create({ ...draft, url })), isMade: true };
  if (!found.isMade || Object.values(state.copies).some((copy) => copy.id === found.id)) return undefined;
  const copy = { id: found.id, sent: '', edition: 0, updatedAt: '' };
  state.copies[id] = copy;
  await save();
  return copy;
}

async function takeDown(id: string, withdrawal: Standing): Promise<void> {
  const copy = state.copies[id];
  if (!copy) return;
  const { version, state: standing } = await newsroom.read(copy.id);
  // What was never shown here is not to be shown by somebody who finds it as a draft.
  const isDraft = standing.public === 'none';
  await newsroom.act(copy.id, version, isDraft ? 'discard' : 'withdraw', isDraft ? {} : withdrawal);
  if (isDraft) delete state.copies[id];
  await save();
  say('taken down', id);
}

/** What it says, and who said it as what that day. */
function draftOf({ title, summary, area, tags, language, image, body, quotes, ...article }: SourceArticle): object {
  const { publishedAt, publishedAtPrecision } = article;
  const given = quotes.map(({ paragraphs, attribution }) => ({ paragraphs, attribution }));
  const what = { title, summary, area: area?.name ?? null, tags, language, image, body: { markdown: body.markdown } };
  return { ...what, publishedAt, publishedAtPrecision, quotes: given };
}

async function readState(): Promise<State> {
  const text = await readFile(STATE_FILE, 'utf8').catch(() => '{ "copies": {} }');
  return JSON.parse(text) as State;
}

async function save(): Promise<void> {
  await writeFile(`${STATE_FILE}.new`, JSON.stringify(state));
  await rename(`${STATE_FILE}.new`, STATE_FILE);
}

await follow();
