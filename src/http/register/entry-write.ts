import type { Entry } from '../../domain/register.ts';
import type { Entries } from '../../usecases/register-entries.ts';
import type { WriteOptions, Written } from '../../usecases/write-wish.ts';
import type { Answer, RouteContext } from '../route.ts';
import { answerSafeWrite, type CreatingRequest } from '../writing/safe-write.ts';
import type { RegisterFacts } from './facts.ts';

/** Carries out one change of the register, once however often it is asked for, and answers with the entry. */
export function answerEntryWrite<Name extends keyof Entries>(
  { register, toView }: RegisterFacts<Name>,
  { isCreation = false, ...request }: CreatingRequest,
  write: (options: WriteOptions<Entries[Name]>) => Promise<Written<Entries[Name]>>,
  context: RouteContext,
): Promise<Answer> {
  return answerSafeWrite<Entries[Name]>(
    request,
    write,
    (entry: Entry & { readonly id: string } & Entries[Name]) => ({
      body: toView(entry),
      etag: String(entry.version),
      headers: isCreation ? { Location: `${context.publicUrl}/v1/admin/${register}/${entry.id}` } : {},
    }),
    context,
  );
}
