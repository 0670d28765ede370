/** One request to somebody else's server. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Gives the request up; it counts as `stopped`. */
  readonly signal?: AbortSignal;
}

/**
 * Why there was no answer. address: it is one that this server may not reach. name: the host has no address. connection:
 * nobody listens, or not with a certificate that holds. timeout: it took too long. cut: the answer broke off. stopped: we
 * gave it up ourselves.
 */
export const OUTBOUND_FAILURES = ['address', 'name', 'connection', 'timeout', 'cut', 'stopped'] as const;
export type OutboundFailure = (typeof OUTBOUND_FAILURES)[number];

export type OutboundResult = { readonly millis: number } & (
  | {
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The beginning of the body, as far as anybody here needs it. */
      readonly body: string;
    }
  | { readonly status: null; readonly failure: OutboundFailure }
);

/** Sends one request on a connection of its own, follows no redirect, and never rejects. */
export type Send = (request: OutboundRequest) => Promise<OutboundResult>;

/** Sends nothing anywhere: for programs that have nobody to tell. */
export const sendNothing: Send = async () => ({ status: null, failure: 'address', millis: 0 });

/** Where caches in front are told what to drop. */
export interface PurgeHook {
  readonly url: string;
  /** A header of the operator's, such as one with a key. */
  readonly header: { readonly name: string; readonly value: string } | null;
}
