import { DEFAULT_CHECK_RULES } from '../../src/domain/check.ts';
import { type Reading, readForDesk } from '../../src/text/reading.ts';
import { readRelease } from '../../src/text/release.ts';
import type { AnnotatedRelease } from './corpus.ts';

export function readAnnotated({ source }: AnnotatedRelease): Reading {
  return readForDesk(readRelease(Buffer.from(source)), source, DEFAULT_CHECK_RULES);
}
