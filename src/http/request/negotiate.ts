import { Problem } from '../../domain/problem.ts';

/**
 * The media type among those on offer that a client likes best (RFC 9110, section 12.5.1); of several that it likes alike
 * the first, which is also what a client gets that says nothing.
 * @throws Problem `not_acceptable` for a client that takes none of them
 */
export function negotiate<Type extends string>(accept: string | undefined, offered: readonly [Type, ...Type[]]): Type {
  const ranges = (accept ?? '').split(',').map(readRange);
  if (ranges.every(({ range }) => range === '')) return offered[0];
  const quality = (type: Type) => qualityOf(type, ranges);
  const best = offered.reduce((first, type) => (quality(type) > quality(first) ? type : first));
  if (quality(best) > 0) return best;
  throw new Problem('not_acceptable', 'There is no form of it that the header Accept takes.', {
    errors: [
      {
        parameter: 'Accept',
        detail: 'It takes none of the media types that there are.',
        expected: 'One of the values in allowed, or no Accept.',
        allowed: offered,
      },
    ],
  });
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
