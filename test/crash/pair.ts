import type { ReleaseOptions } from '../support/release.ts';

/**
 * Two releases of one batch, which must stand or fall together: one public, with everything a release can have, and one
 * draft. Its version is in every part of it, so that a mixture of two versions shows.
 */
export function pairOf(name: string, version: number): [ReleaseOptions, ReleaseOptions] {
  const word = wordOf(name, version);
  return [
    {
      name: `${name}-public`,
      title: `Title ${word}`,
      text: `Body ${word}`,
      area: 'Fenwick',
      tags: [name, word],
      quotes: [
        { by: 'Ann Lee', rank: word, of: 'Police', text: `First ${word}` },
        { by: 'Bob Day', of: 'Council', text: `Second ${word}` },
      ],
      source: `Source ${word}`,
    },
    { name: `${name}-draft`, text: `Body ${word}`, source: `Draft ${word}`, publishAt: null },
  ];
}

/** A word that only this version of this pair holds. */
export function wordOf(name: string, version: number): string {
  return `${name}v${version}`;
}
