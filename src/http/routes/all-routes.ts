import type { Route } from '../route.ts';
import {
  createAreaRoute,
  listAreaEntriesRoute,
  patchAreaRoute,
  readAreaEntryRoute,
  removeAreaRoute,
} from './admin/areas.ts';
import { listAuditRoute } from './admin/audit.ts';
import { createKeyRoute, listKeysRoute, readKeyRoute, revokeKeyRoute, rotateKeyRoute } from './admin/keys.ts';
import {
  createOfficialRoute,
  listOfficialEntriesRoute,
  mergeOfficialRoute,
  patchOfficialRoute,
  readOfficialEntryRoute,
  removeOfficialRoute,
} from './admin/officials.ts';
import {
  createOrganisationRoute,
  listOrganisationEntriesRoute,
  mergeOrganisationRoute,
  patchOrganisationRoute,
  readOrganisationEntryRoute,
  removeOrganisationRoute,
} from './admin/organisations.ts';
import {
  createPartnerRoute,
  listPartnersRoute,
  partnerActRoutes,
  patchPartnerRoute,
  readPartnerRoute,
} from './admin/partners.ts';
import { listAllSubscriptionsRoute, readOutboxRoute } from './admin/subscriptions.ts';
import { listTagWordsRoute, renameTagRoute } from './admin/tags.ts';
import { listAreasRoute, readAreaRoute } from './delivery/areas.ts';
import { listArticlesRoute, readArticleRoute } from './delivery/articles.ts';
import { listChangesRoute } from './delivery/changes.ts';
import { readAtomFeedRoute, readJsonFeedRoute, readNinjsFeedRoute, readRssFeedRoute } from './delivery/feeds.ts';
import { listOfficialsRoute, readOfficialRoute } from './delivery/officials.ts';
import { listOrganisationsRoute, readOrganisationRoute } from './delivery/organisations.ts';
import { listQuotesRoute } from './delivery/quotes.ts';
import { readNewsSitemapRoute, readSitemapRoute } from './delivery/sitemaps.ts';
import { listTagsRoute } from './delivery/tags.ts';
import {
  createArticleRoute,
  listArticleEventsRoute,
  listNewsroomArticlesRoute,
  patchArticleRoute,
  readNewsroomArticleRoute,
} from './editorial/articles.ts';
import { checkDraftRoute } from './editorial/checks.ts';
import { listOpeningsRoute, putEmbargoRoute, revokeAccessRoute } from './editorial/embargoes.ts';
import { exportRoute } from './editorial/export.ts';
import { importRoute } from './editorial/imports.ts';
import { readMeRoute } from './editorial/me.ts';
import { createPreviewRoute, listPreviewsRoute, revokePreviewRoute } from './editorial/previews.ts';
import {
  diffRevisionsRoute,
  listRevisionsRoute,
  readRevisionRoute,
  restoreRevisionRoute,
} from './editorial/revisions.ts';
import { acceptSuggestionRoute, listSuggestionsRoute, rejectSuggestionRoute } from './editorial/suggestions.ts';
import { listOverdueRoute, readHoldingsRoute } from './editorial/syndication.ts';
import { verbRoutes } from './editorial/verbs.ts';
import { livenessRoute, readinessRoute } from './operations/health.ts';
import { readMetricsRoute } from './operations/metrics.ts';
import { openapiDocumentRoute } from './operations/openapi-document.ts';
import { listProblemPagesRoute, readProblemPageRoute } from './operations/problem-pages.ts';
import { readPreviewRoute } from './preview/previews.ts';
import { listSyndicatedRoute, readSyndicatedRoute } from './syndication/articles.ts';
import { listPartnerChangesRoute } from './syndication/changes.ts';
import { listDeliveriesRoute, readDeliveryRoute, replayDeliveriesRoute } from './syndication/deliveries.ts';
import { readOwnPartnerRoute } from './syndication/partner.ts';
import { createReceiptRoute, readReceiptsRoute } from './syndication/receipts.ts';
import {
  createSubscriptionRoute,
  listSubscriptionsRoute,
  patchSubscriptionRoute,
  readSubscriptionRoute,
  removeSubscriptionRoute,
  rotateSecretRoute,
} from './syndication/subscriptions.ts';
import { askHubRoute } from './websub/hub.ts';

/** Every route there is, door by door, in the order in which the OpenAPI document describes them. */
export const ROUTES: readonly Route[] = [
  listArticlesRoute,
  readArticleRoute,
  listAreasRoute,
  readAreaRoute,
  listOfficialsRoute,
  readOfficialRoute,
  listOrganisationsRoute,
  readOrganisationRoute,
  listQuotesRoute,
  listTagsRoute,
  readSitemapRoute,
  readNewsSitemapRoute,
  listChangesRoute,
  readRssFeedRoute,
  readAtomFeedRoute,
  readJsonFeedRoute,
  readNinjsFeedRoute,
  createArticleRoute,
  readMeRoute,
  listNewsroomArticlesRoute,
  readNewsroomArticleRoute,
  patchArticleRoute,
  checkDraftRoute,
  ...verbRoutes,
  listSuggestionsRoute,
  acceptSuggestionRoute,
  rejectSuggestionRoute,
  importRoute,
  exportRoute,
  putEmbargoRoute,
  revokeAccessRoute,
  listOpeningsRoute,
  readHoldingsRoute,
  listOverdueRoute,
  listArticleEventsRoute,
  listRevisionsRoute,
  readRevisionRoute,
  diffRevisionsRoute,
  restoreRevisionRoute,
  createPreviewRoute,
  listPreviewsRoute,
  revokePreviewRoute,
  readPreviewRoute,
  askHubRoute,
  readOwnPartnerRoute,
  listSubscriptionsRoute,
  createSubscriptionRoute,
  readSubscriptionRoute,
  patchSubscriptionRoute,
  removeSubscriptionRoute,
  rotateSecretRoute,
  listDeliveriesRoute,
  readDeliveryRoute,
  replayDeliveriesRoute,
  listSyndicatedRoute,
  readSyndicatedRoute,
  listPartnerChangesRoute,
  readReceiptsRoute,
  createReceiptRoute,
  listPartnersRoute,
  createPartnerRoute,
  readPartnerRoute,
  patchPartnerRoute,
  ...partnerActRoutes,
  listKeysRoute,
  createKeyRoute,
  readKeyRoute,
  rotateKeyRoute,
  revokeKeyRoute,
  listAreaEntriesRoute,
  createAreaRoute,
  readAreaEntryRoute,
  patchAreaRoute,
  removeAreaRoute,
  listOrganisationEntriesRoute,
  createOrganisationRoute,
  readOrganisationEntryRoute,
  patchOrganisationRoute,
  removeOrganisationRoute,
  mergeOrganisationRoute,
  listOfficialEntriesRoute,
  createOfficialRoute,
  readOfficialEntryRoute,
  patchOfficialRoute,
  removeOfficialRoute,
  mergeOfficialRoute,
  listTagWordsRoute,
  renameTagRoute,
  listAllSubscriptionsRoute,
  readOutboxRoute,
  listAuditRoute,
  livenessRoute,
  readinessRoute,
  readMetricsRoute,
  openapiDocumentRoute,
  listProblemPagesRoute,
  readProblemPageRoute,
];
