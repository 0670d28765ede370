import { describe } from 'vitest';
import { describeAreas } from './areas.ts';
import { describeArticles } from './articles.ts';
import { describeAudit } from './audit.ts';
import { describeChanges } from './changes.ts';
import { describeEditions } from './editions.ts';
import { describeEmbargoes } from './embargoes.ts';
import { describeFollowing } from './following.ts';
import { describeKeys } from './keys.ts';
import { describeLists } from './lists.ts';
import { describeModel } from './model.ts';
import { describeMoves } from './moves.ts';
import { describeNames } from './names.ts';
import { describeNewsroom } from './newsroom.ts';
import { describeOnce } from './once.ts';
import type { OpenStore } from './open-store.ts';
import { describePaging } from './paging.ts';
import { describePartners } from './partners.ts';
import { describePublicState } from './public-state.ts';
import { describePurges } from './purges.ts';
import { describeQuotes } from './quotes.ts';
import { describeReceipts } from './receipts.ts';
import { describeSearch } from './search.ts';
import { describeShown } from './shown.ts';
import { describeSources } from './sources.ts';
import { describeVisibility } from './visibility.ts';
import { describeWithdrawals } from './withdrawals.ts';

/** What every engine must do, written against the port alone. */
export function describeStore(name: string, open: OpenStore): void {
  describe(`the store on ${name}`, () => {
    describeArticles(open);
    describeLists(open);
    describePaging(open);
    describeSearch(open);
    describeQuotes(open);
    describeNames(open);
    describeAreas(open);
    describeSources(open);
    describeChanges(open);
    describeFollowing(open);
    describePublicState(open);
    describeShown(open);
    describePurges(open);
    describeVisibility(open);
    describeKeys(open);
    describePartners(open);
    describeEmbargoes(open);
    describeReceipts(open);
    describeAudit(open);
    describeEditions(open);
    describeMoves(open);
    describeWithdrawals(open);
    describeNewsroom(open);
    describeOnce(open);
    describeModel(open);
  });
}
