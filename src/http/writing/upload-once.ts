import { createHash } from 'node:crypto';
import { actorName } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem.ts';
import { claimRequest } from '../../usecases/claim-request.ts';
import type { ImportOptions } from '../../usecases/import-releases.ts';
import type { ImportResult } from '../../usecases/import-result.ts';
import { answerExpiry } from '../request/request-headers.ts';
import type { RouteContext, Upload } from '../route.ts';

/** An upload that is carried out once, however often it is sent. */
export interface ClaimedUpload {
  /** What it brings, as it is read. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** @param answer what is to be told again, by the results of the last transaction; undefined for nothing */
  readonly settle: (answer: (last: readonly ImportResult[]) => string | undefined) => ImportOptions['settle'];
  /** Must be called, whatever became of it. */
  end(): Promise<void>;
}

/**
 * Claims an upload before any of it is read.
 * @returns the answer of the same upload, where it was carried out before
 * @throws Problem `idempotency_key_in_use`, `idempotency_key_reused`
 */
export async function claimUpload(
  { mediaType, chunks }: Upload,
  { operationId, key }: { readonly operationId: string; readonly key: string },
  { deps, actor, audience, url }: Pick<RouteContext, 'deps' | 'actor' | 'audience' | 'url'>,
): Promise<ClaimedUpload | { readonly kept: string }> {
  const scope = `${actorName(actor)} ${operationId}`;
  const claim = await claimRequest(deps, { scope, key, fingerprint: null });
  const read = fingerprinted(chunks, `${url} ${mediaType} `);
  if ('answer' in claim) {
    for await (const _chunk of read.chunks);
    if (read.fingerprint() === claim.fingerprint) return { kept: claim.answer };
    throw new Problem('idempotency_key_reused', 'This Idempotency-Key was used for another upload.');
  }
  return {
    chunks: read.chunks,
    settle: (answerTo) => (last) => {
      const fingerprint = read.fingerprint();
      const answer = answerTo(last);
      if (fingerprint === undefined || answer === undefined) return undefined;
      const { at } = audience;
      return { scope, key, fingerprint, claim: claim.id, expiresAt: answerExpiry(at), at: deps.clock.now(), answer };
    },
    end: claim.end,
  };
}

/** Digests what is read on its way; of what was not read to its end there is no fingerprint. */
function fingerprinted(source: AsyncIterable<Uint8Array>, head: string) {
  const digest = createHash('sha256').update(head);
  let whole: string | undefined;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      digest.update(chunk);
      yield chunk;
    }
    whole = digest.digest('base64url');
  }
  return { chunks: chunks(), fingerprint: () => whole };
}
