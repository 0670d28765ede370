import { pathOf } from '../request/address.ts';
import type { Answer, RouteContext } from '../route.ts';
import type { Link } from './link.ts';

/** One thing that changes whenever an article does that mentions it; `read` may name another address to ask. */
export async function answerEntry(
  read: () => Promise<object | { readonly redirect: string }>,
  { lastChange, publicUrl, url }: RouteContext,
  alternates: readonly Link[] = [],
): Promise<Answer> {
  // Asked before the entry: a change in between makes the entry newer than it says, never older.
  const lastModified = await lastChange();
  const body = await read();
  if ('redirect' in body) return { redirect: body.redirect };
  return { body, lastModified, links: [{ rel: 'self', href: publicUrl + pathOf(url) }, ...alternates] };
}
