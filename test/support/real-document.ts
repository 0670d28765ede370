import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The document that the format was made for. It is its owner's: beside the project at the most, and never in it. */
export const REAL_DOCUMENT = join(import.meta.dirname, '../../../shared/seeds/bedford-closure-order.md');

export const hasRealDocument = existsSync(REAL_DOCUMENT);

if (!hasRealDocument) {
  process.stderr.write(`\nNOT TESTED: ${REAL_DOCUMENT} is not here, so nothing is tested on the real document.\n`);
}
