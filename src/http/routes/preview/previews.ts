import { createHash } from 'node:crypto';
import * as z from 'zod';
import { PREVIEW_STYLE, previewPage } from '../../../formats/preview-page.ts';
import { negotiate } from '../../request/negotiate.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_PREVIEW_TOKEN, EXAMPLE_PREVIEWED_RELEASE } from '../../views/examples.ts';
import { previewedReleaseView, toPreviewedReleaseView } from '../../views/preview.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';

/** Nobody keeps it, nobody indexes it, and no page that is opened from it learns its address. */
const PRIVATE_HEADERS = {
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  Vary: 'Accept',
  'X-Robots-Tag': 'noindex',
};

const STYLE_HASH = createHash('sha256').update(PREVIEW_STYLE).digest('base64');
/** No script, no frame, no form: this one style, and the pictures of the release, wherever readers will get them from. */
const PAGE_POLICY =
  `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src http: https:; base-uri 'none'; form-action 'none'; ` +
  "frame-ancestors 'none'";

export const readPreviewRoute = defineRoute({
  door: 'preview',
  method: 'GET',
  url: '/v1/previews/{token}',
  operationId: 'readPreview',
  summary: 'Read what a preview shows',
  description:
    'An open edition as a reader would see it: as JSON, or as a page for a client that would rather have `text/html`. A link ' +
    'that works no more is 404, like one that never was. No cache and no index keeps it.',
  tag: 'Newsroom',
  query: NO_PARAMETERS,
  params: z.strictObject({
    token: z.string().meta({ description: 'Token of the link.', example: EXAMPLE_PREVIEW_TOKEN }),
  }),
  success: {
    description: 'The release.',
    mediaType: 'application/json',
    schema: previewedReleaseView,
    example: toPreviewedReleaseView(EXAMPLE_PREVIEWED_RELEASE),
    page: { example: '<!doctype html><title>Preview</title>' },
    headers: { 'X-Robots-Tag': z.literal('noindex'), Vary: z.literal('Accept') },
  },
  problems: ['not_found', 'not_acceptable'],
  handle: async ({ params }, { deps, audience, accept }) => {
    const { readPreview } = await newsroomDesk();
    const release = await readPreview(deps, params.token, audience);
    const mediaType = negotiate(accept, ['application/json', 'text/html']);
    if (mediaType === 'application/json') return { body: toPreviewedReleaseView(release), headers: PRIVATE_HEADERS };
    const headers = { ...PRIVATE_HEADERS, 'Content-Security-Policy': PAGE_POLICY };
    return { body: previewPage(release), mediaType, headers };
  },
});
