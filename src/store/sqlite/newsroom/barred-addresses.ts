import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Problem } from '../../../domain/problem.ts';
import type { ChangeRequest } from '../../article-change.ts';
import type { Connection } from '../engine/connection.ts';
import { barredAddresses } from '../record/removal-tables.ts';

/** An address as the record of removals has it. */
export function addressDigest(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}

/**
 * Looks at publications where a restored backup does not have what was withdrawn from readers: whoever names an article by
 * its address, as an import does, may not know of that; whoever names it by its id has it before their eyes, and lifts the bar.
 */
export function prepareBar({ db }: Connection): (request: Pick<ChangeRequest, 'article'>, url: string | null) => void {
  const isAny = db.select({ address: barredAddresses.address }).from(barredAddresses).limit(1).prepare();
  const isThis = eq(barredAddresses.address, sql.placeholder('address'));
  const find = db.select({ address: barredAddresses.address }).from(barredAddresses).where(isThis).prepare();
  const lift = db.delete(barredAddresses).where(isThis).prepare();
  return ({ article }, url) => {
    if (url === null || !isAny.get()) return;
    const address = addressDigest(url);
    if (article && 'id' in article) lift.run({ address });
    else if (find.get({ address })) {
      throw new Problem(
        'conflict',
        'The release at this address was withdrawn, which this restored backup does not know: import it as a draft, and ' +
          'publish that if it is to come back',
      );
    }
  };
}
