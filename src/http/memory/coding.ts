import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The content codings of an answer (RFC 9110, section 8.4.1), best first; `identity` is none. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** Different headers whose meaning is remembered; there are a handful of browsers and caches. */
const MAX_KNOWN = 64;
const known = new Map<string, Coding>();

/**
 * The coding that a client likes best by its `Accept-Encoding` (RFC 9110, section 12.5.3), of several that it likes alike
 * the smallest. A client that sends no such header, or likes nothing, gets `identity`.
 */
export function preferredCoding(acceptEncoding: string | undefined): Coding {
  if (acceptEncoding === undefined) return 'identity';
  const before = known.get(acceptEncoding);
  if (before !== undefined) return before;
  const coding = readPreference(acceptEncoding);
  if (known.size < MAX_KNOWN) known.set(acceptEncoding, coding);
  return coding;
}

function readPreference(acceptEncoding: string): Coding {
  const qualities = new Map(acceptEncoding.toLowerCase().split(',').map(readItem));
  const rest = qualities.get('*');
  // What is not named is not wanted, but for identity, which comes after all that is named with a weight.
  const qualityOf = (coding: Coding) => qualities.get(coding) ?? rest ?? (coding === 'identity' ? Number.MIN_VALUE : 0);
  const best = Math.max(...CODINGS.map(qualityOf));
  return CODINGS.find((coding) => best > 0 && qualityOf(coding) === best) ?? 'identity';
}

function readItem(text: string): readonly [string, number] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameters[0] ?? 'q=1')?.[1];
  return [name === 'x-gzip' ? 'gzip' : name, Number(weight ?? 0)];
}

const BROTLI_QUALITY = 5;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Codes bytes outside the event loop. */
export function encode(body: Buffer, coding: Exclude<Coding, 'identity'>): Promise<Buffer> {
  if (coding === 'gzip') return compressGzip(body);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return compressBrotli(body, { params });
}
