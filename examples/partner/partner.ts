import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorization, type Change, openLog, say } from './log.ts';
import { openReceiver } from './receiver.ts';

/*
 * A partner that keeps a copy of what it may syndicate: one JSON file per release, and the place in the log up to which
 * the copy goes. README.md says how to start it.
 */

const SERVER = process.env['DATELINE_URL'] ?? 'http://127.0.0.1:3000';
const KEY = process.env['DATELINE_KEY'];
const FOLDER = process.env['COPY_FOLDER'] ?? 'copy';
const WEBHOOK_SECRET_FILE = process.env['WEBHOOK_SECRET_FILE'];
const WEBHOOK_PORT = Number(process.env['WEBHOOK_PORT'] ?? 8080);

const CURSOR_FILE = join(FOLDER, 'cursor');

const log = openLog({ server: SERVER, key: KEY, include: 'article' });

async function follow(): Promise<never> {
  await mkdir(FOLDER, { recursive: true });
  let since = await readFile(CURSOR_FILE, 'utf8').catch(() => undefined);
  // Whoever begins anew learns what there is, and drops the rest. Until then no place is written down.
  let found = since === undefined ? new Set<string>() : undefined;
  for (;;) {
    const changes = await log.ask(since);
    if (changes === 'resync') {
      since = undefined;
      found = new Set();
      continue;
    }
    for (const change of changes.data) {
      await carryOut(change);
      if (change.type === 'upsert') found?.add(change.id);
      else if (change.type !== 'embargo') found?.delete(change.id);
    }
    await acknowledge(changes.data);
    since = changes.page.next;
    if (found && changes.page.more) continue;
    if (found) await dropAllBut(found);
    found = undefined;
    // Behind everything else: after a crash some changes come again, and none is missed.
    await put(CURSOR_FILE, since);
  }
}

/** Whatever says that something is gone deletes. To do it twice is to do it once. */
async function carryOut({ type, id, article }: Change): Promise<void> {
  const file = join(FOLDER, `${id}.json`);
  if (type === 'upsert') await put(file, JSON.stringify(article, null, 2));
  // What may be read before its time is for people, not for the copy: it comes as an upsert when it is public.
  else if (type !== 'embargo') await rm(file, { force: true });
  say(type, id);
}

async function dropAllBut(found: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const isOurs = name === 'cursor' || found.has(name.replace(/\.json$/, ''));
    if (!isOurs) await rm(join(FOLDER, name));
  }
}

/**
 * Tells the server what is in the copy, and out of it: so its press office knows that a withdrawal has arrived. What does
 * not get there is said by the next question, which carries the place.
 */
async function acknowledge(changes: readonly Change[]): Promise<void> {
  const sequences = changes.flatMap(({ sequence }) => sequence ?? []);
  if (KEY === undefined || sequences.length === 0) return;
  const headers = { ...authorization(KEY), 'Content-Type': 'application/json' };
  const body = JSON.stringify({ changes: sequences });
  try {
    const response = await fetch(new URL('/v1/syndication/receipts', SERVER), { method: 'POST', headers, body });
    if (!response.ok) say('not acknowledged', `${response.status} ${await response.text()}`);
  } catch (error) {
    say('not acknowledged', String(error));
  }
}

/** Whole or not at all. */
async function put(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

// They say only that something happened; what, the log says.
const onMessage = log.ring;
if (WEBHOOK_SECRET_FILE !== undefined) openReceiver({ port: WEBHOOK_PORT, secretFile: WEBHOOK_SECRET_FILE, onMessage });
await follow();
