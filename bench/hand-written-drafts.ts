import { createHash, randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import * as z from 'zod';

/** What an API client sends to make a draft, and all that the hand-written server keeps of it. */
export const draftSchema = z.object({
  title: z.string(),
  summary: z.string(),
  area: z.string(),
  tags: z.array(z.string()),
  body: z.object({ markdown: z.string() }),
});
export type Draft = z.infer<typeof draftSchema>;

export interface Drafts {
  /** Whose key it is; undefined when it is nobody's. */
  ownerOf(key: string): string | undefined;
  /** Durable when it returns. */
  create(draft: Draft, html: string, owner: string): { readonly id: string; readonly createdAt: string };
}

/** Somebody's table of drafts: one row for each, one commit to the disk for each, no history, no trail. */
export function openDrafts(path: string, key: string): Drafts {
  const client = new Database(path);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.exec(`
    create table if not exists keys (hash text primary key, owner text not null) strict, without rowid;
    create table if not exists drafts (
      id text primary key, title text not null, summary text, area text, tags text not null, markdown text not null,
      html text not null, created_at text not null, created_by text not null) strict;
    create index if not exists drafts_created on drafts (created_at)`);
  client.prepare('insert or ignore into keys values (?, ?)').run(hashOf(key), 'somebody');
  const find = client.prepare<[string], string>('select owner from keys where hash = ?').pluck();
  const insert = client.prepare('insert into drafts values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    ownerOf: (text) => find.get(hashOf(text)),
    create({ title, summary, area, tags, body }, html, owner) {
      const id = randomUUID();
      const createdAt = new Date().toISOString();
      insert.run(id, title, summary, area, JSON.stringify(tags), body.markdown, html, createdAt, owner);
      return { id, createdAt };
    },
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
