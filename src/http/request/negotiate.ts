/**
 * The media type among those on offer that a client likes best (RFC 9110, section 12.5.1); of several that it likes alike
 * the first, which is also what a client gets that likes none.
 */
export function negotiate<Type extends string>(accept: string | undefined, offered: readonly [Type, ...Type[]]): Type {
  if (accept === undefined) return offered[0];
  const ranges = accept.split(',').map(readRange);
  const quality = (type: Type) => qualityOf(type, ranges);
  return offered.reduce((best, type) => (quality(type) > quality(best) ? type : best));
}

interface MediaRange {
  readonly range: string;
  readonly quality: number;
}

function readRange(text: string): MediaRange {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { range, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The range that says most about a type decides. */
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  for (const wanted of [type, `${type.split('/', 1)[0]}/*`, '*/*']) {
    const found = ranges.find(({ range }) => range === wanted);
    if (found) return found.quality;
  }
  return 0;
}
