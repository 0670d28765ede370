import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Touched } from '../../../../domain/change.ts';
import type { Connection } from '../../engine/connection.ts';
import { publicAreas, publicArticles } from '../public-tables.ts';
import { publicLatest } from './log-tables.ts';

/** Changed articles that are told one by one; beyond it nearly everything that is asked for is another. */
const MAX_TOLD = 64;

/** What the log has told since one of its entries; undefined when it is too much to look at. */
export function prepareTouched({ db }: Connection): (sequence: number) => Touched | undefined {
  const told = db
    .select({
      articleId: publicLatest.articleId,
      isFirst: sql<number>`${publicLatest.sequence} = ${publicLatest.first}`,
      key: publicArticles.key,
      path: publicAreas.path,
    })
    .from(publicLatest)
    .leftJoin(publicArticles, eq(publicArticles.id, publicLatest.articleId))
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(gt(publicLatest.sequence, sql.placeholder('sequence')))
    .orderBy(asc(publicLatest.sequence))
    .limit(MAX_TOLD + 1)
    .prepare();
  return (sequence) => {
    const entries = told.all({ sequence });
    if (entries.length > MAX_TOLD) return undefined;
    // Nobody keeps under what an article was listed before: only of one that was nowhere is all known by what it is now.
    const isAllNew = entries.every(({ isFirst, key }) => isFirst === 1 && key !== null);
    return {
      articles: new Set(entries.map(({ articleId }) => articleId)),
      areas: isAllNew ? new Set(entries.flatMap(({ path }) => path?.split('/') ?? [])) : null,
    };
  };
}
