import type { FollowedChange } from '../../domain/change.ts';
import type { Feed } from '../../domain/feed.ts';
import { toChangeView } from './change.ts';
import { EXAMPLE_ARTICLE } from './examples.ts';

const PUBLIC_URL = 'https://dateline.example';
const { id: articleId, publishedAt: at } = EXAMPLE_ARTICLE;
const removed = 'b2a4c1f0-3f55-4d0f-9e0b-6a4f0a1c7d21';

const CHANGES: readonly FollowedChange[] = [
  { kind: 'withdraw', sequence: 17, articleId: removed, edition: 2, at, withdrawal: 'gone' },
  { kind: 'access-lost', articleId },
];

export const EXAMPLE_FOLLOWED = {
  data: CHANGES.map((change) =>
    toChangeView(change, { publicUrl: PUBLIC_URL, articles: `${PUBLIC_URL}/v1/articles`, include: undefined }),
  ),
  page: { limit: 20, next: 'WyJRa0V4Y1VqNnlWayIsIm5leHQiLCIxNyIsIm8xOF9fZTJhIiwiMTIiXQ', more: false },
};

export const EXAMPLE_FEED: Feed = {
  url: `${PUBLIC_URL}/v1/feeds/atom.xml`,
  publicUrl: PUBLIC_URL,
  title: 'Press releases',
  updated: at,
  articles: [EXAMPLE_ARTICLE],
  removals: [{ articleId: removed, at }],
  links: [],
  isArchive: false,
};
