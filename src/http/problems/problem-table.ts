import type { ProblemCode } from '../../domain/problem.ts';

/** What a code means over HTTP: its status, its title, and its page of documentation. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** When it happens. */
  readonly meaning: string;
  /** What whoever asked can do about it. */
  readonly remedy: string;
}

/** Every code, once; a code without an entry does not compile. */
export const PROBLEM_TABLE = {
  invalid_parameter: {
    status: 400,
    title: 'Invalid parameter',
    meaning: 'A parameter of the query is unknown here, is given more than once, or has a value that it cannot have.',
    remedy:
      'Each entry of errors names the parameter, says what was wrong and what would be right. ' +
      'For an unknown parameter, allowed lists the ones that exist. A cursor belongs to the query that it came with.',
  },
  invalid_request: {
    status: 400,
    title: 'Invalid request',
    meaning:
      'The request is not well-formed HTTP, its address cannot be decoded, it does not name exactly one host, or its ' +
      'body is not well-formed JSON.',
    remedy: 'Correct what detail and errors name, then send the request again.',
  },
  invalid_body: {
    status: 422,
    title: 'Invalid body',
    meaning: 'The body is well-formed, but some of its values cannot be accepted. Nothing was changed.',
    remedy: 'Each entry of errors points at one value with a JSON pointer (RFC 6901) and says what would be right.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    meaning:
      'The address needs a key and the request carries none, or its Authorization header does not carry a key that is ' +
      'known, unexpired and unrevoked.',
    remedy: 'Send "Authorization: Bearer" and a valid key, or leave the header out: public answers need no key.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    meaning: 'The key is valid, but its role, or the areas that it is limited to, do not allow this.',
    remedy: 'Use a key that may, or ask an administrator for one.',
  },
  two_person_rule: {
    status: 403,
    title: 'Two persons needed',
    meaning: 'Whoever submitted a draft may not approve it too, with whatever key.',
    remedy: 'Let another editor approve it, or use force-publish, which keeps your reason.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    meaning: 'There is nothing at this address. What is not public is answered exactly like what never existed.',
    remedy: 'Check the address; the lists show everything that is public.',
  },
  gone: {
    status: 410,
    title: 'Gone',
    meaning: 'The article was withdrawn.',
    remedy: 'Take down what you hold of it. The detail is what its publisher wants readers to know.',
  },
  resync_required: {
    status: 410,
    title: 'Begin anew',
    meaning:
      'The cursor comes from another history than this server has, as after an older backup was restored, or from ' +
      'filters that changed. What has changed since cannot be told.',
    remedy: 'Ask again without since, take what you get for the whole, and drop everything else that you hold.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The address exists, but not with this method.',
    remedy: 'The Allow header names the methods that the address answers.',
  },
  not_acceptable: {
    status: 406,
    title: 'Not acceptable',
    meaning: 'The address answers in several media types, and the Accept header takes none of them.',
    remedy:
      'The errors name the media types that there are. What has one media type alone is sent whatever Accept says.',
  },
  request_timeout: {
    status: 408,
    title: 'Request timeout',
    meaning: 'The request did not arrive completely in the time that the server waits for one.',
    remedy: 'Send the request again on a new connection.',
  },
  verb_not_allowed: {
    status: 409,
    title: 'Not possible in this state',
    meaning: 'The workflow does not allow this verb where the article stands now.',
    remedy: 'The errors name the verbs that are possible now; read the article again.',
  },
  checks_failed: {
    status: 409,
    title: 'Checks failed',
    meaning: 'An editorial rule of severity error has found something in the edition that was to become public.',
    remedy: 'Put right what the errors name, or override the rule by its id with a reason, in `overrides`.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    meaning: 'The request is well-formed, but things are not in a state that allows it. Nothing was changed.',
    remedy: 'detail says what stands in the way. Read the present state, then decide anew.',
  },
  stale_edition: {
    status: 412,
    title: 'Stale edition',
    meaning:
      'Somebody has changed this since you read it: If-Match names another version, or If-Unmodified-Since an earlier time.',
    remedy: 'Read it again, put your change on top of it, and send that with the new ETag.',
  },
  precondition_required: {
    status: 428,
    title: 'Precondition required',
    meaning: 'This change needs If-Match with the ETag that you read, so that no edit is lost.',
    remedy: 'Read what you are about to change, and send its ETag as If-Match.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency key reused',
    meaning: 'This Idempotency-Key was sent before with another request.',
    remedy: 'Send a fresh key with every new request, and the same key only to repeat one.',
  },
  idempotency_key_in_use: {
    status: 409,
    title: 'Still in work',
    meaning:
      'The first request with this Idempotency-Key is still being carried out. Only what takes longer than one write, an ' +
      'import or the question to a receiver, can be met so.',
    remedy:
      'Send it again after the seconds that Retry-After names: you get the answer of the first, or are carried out.',
  },
  payload_too_large: {
    status: 413,
    title: 'Payload too large',
    meaning: 'The body is larger than the server accepts.',
    remedy: 'Send less in one request.',
  },
  uri_too_long: {
    status: 414,
    title: 'URI too long',
    meaning: 'The address, or one segment of its path, is longer than any address here can be.',
    remedy: 'Shorten the address, usually its query.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    meaning: 'The body is of a media type that this address does not read, or is sent in a content coding.',
    remedy: 'Send it as detail says, with that media type as Content-Type, and without a Content-Encoding.',
  },
  invalid_document: {
    status: 422,
    title: 'Invalid document',
    meaning: 'A release document cannot be read: its front matter or its body is not as the format says.',
    remedy: 'Each entry of errors gives the line and column of the document, what was wrong and what would be right.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    meaning: 'This key, or this address, has used up what RateLimit-Policy grants it for the present window.',
    remedy: 'Wait the seconds that Retry-After names. RateLimit says on every answer how many requests are left.',
  },
  headers_too_large: {
    status: 431,
    title: 'Request header fields too large',
    meaning: 'The headers of the request, its address included, are larger than the server accepts.',
    remedy: 'Send fewer or shorter headers.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    meaning: 'The server made a mistake. Its log holds the details under the requestId.',
    remedy: 'Tell the operator the requestId. Reading again is safe.',
  },
  unavailable: {
    status: 503,
    title: 'Unavailable',
    meaning:
      'The server is closing down, has more to do than it can, or cannot reach its data or write it, as on a full disk.',
    remedy: 'Try again after the seconds that Retry-After names.',
  },
} as const satisfies Record<ProblemCode, ProblemEntry>;

/** Where the page of a code stands, below the public address of the installation. */
export function problemPath(code: ProblemCode): string {
  return `/docs/problems/${problemSlug(code)}`;
}

export function problemSlug(code: ProblemCode): string {
  return code.replaceAll('_', '-');
}
