import type { NameKind } from '../../../domain/register.ts';
import { plainSlug } from '../../../domain/slug.ts';

/** With several names, the one that readers see gives the slug: another may stand in drafts only. */
export function slugAsWritten(name: string, kind: NameKind): string {
  return plainSlug(name) || kind;
}
