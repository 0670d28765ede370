import * as z from 'zod';
import { PREVIEW_STATES, type Preview, type PreviewedRelease, previewStateAt } from '../../domain/preview.ts';
import type { Instant } from '../../domain/time.ts';
import { imageView } from './article.ts';
import { checkView, toCheckView } from './check.ts';
import { pageOf } from './page.ts';
import { attributionView } from './quote.ts';
import { instantView, precisionView } from './scalars.ts';

export const newPreviewView = z
  .strictObject({
    id: z.uuid(),
    url: z.string().meta({
      description: 'The link, this once: its token is kept nowhere and cannot be shown again.',
    }),
    expiresAt: instantView,
  })
  .meta({ id: 'NewPreview', description: 'A link to an open edition, as it is shown once.' });

export const previewView = z
  .strictObject({
    id: z.uuid(),
    editionId: z.uuid(),
    state: z
      .enum(PREVIEW_STATES)
      .meta({ description: '`works`; or `expired`, `revoked`, or `ended` with the edition that it showed.' }),
    createdAt: instantView,
    createdBy: z.string(),
    expiresAt: instantView,
    revokedAt: instantView.nullable().meta({ description: 'Also set by a withdrawal of the article.' }),
  })
  .meta({ id: 'Preview', description: 'A link to an edition, without its token.' });

export const previewPageView = pageOf('PreviewPage', previewView);

export const previewedReleaseView = z
  .strictObject({
    title: z.string(),
    summary: z.string().nullable(),
    area: z.string().nullable().meta({ description: 'Name of the area.' }),
    language: z.string().meta({ description: 'BCP 47.', example: 'en-GB' }),
    tags: z.array(z.string()),
    publishedAt: instantView.nullable().meta({ description: 'Null while nobody has decided it.' }),
    publishedAtPrecision: precisionView,
    image: imageView.nullable(),
    body: z
      .strictObject({
        html: z.string(),
        markdown: z.string().meta({ description: 'What the places of checks are counted in.' }),
      })
      .meta({ id: 'PreviewedBody' }),
    quotes: z.array(
      z
        .strictObject({
          position: z.int().min(1),
          text: z.string(),
          paragraphs: z.array(z.string()),
          attribution: attributionView,
        })
        .meta({ id: 'PreviewedQuote' }),
    ),
    checks: z.array(checkView).meta({ description: 'What looks wrong with it, the gravest first.' }),
    expiresAt: instantView.meta({ description: 'When the link stops to work.' }),
  })
  .meta({ id: 'PreviewedRelease', description: 'A release that is not public, as a reader would see it.' });

export function previewAddress(token: string, publicUrl: string): string {
  return `${publicUrl}/v1/previews/${token}`;
}

export function toPreviewView(
  preview: Preview,
  openEdition: string | null,
  now: Instant,
): z.output<typeof previewView> {
  const { id, editionId, createdAt, createdBy, expiresAt, revokedAt } = preview;
  const state = previewStateAt(preview, openEdition, now);
  return { id, editionId, state, createdAt, createdBy, expiresAt, revokedAt };
}

export function toPreviewedReleaseView(release: PreviewedRelease): z.output<typeof previewedReleaseView> {
  const { title, summary, area, language, tags, publishedAt, publishedAtPrecision, image, markdown, html, expiresAt } =
    release;
  return {
    title,
    summary,
    area,
    language,
    tags: [...tags],
    publishedAt,
    publishedAtPrecision,
    image: image && { url: image.url, alt: image.alt },
    body: { html, markdown },
    quotes: release.quotes.map(({ position, text, paragraphs, attribution }) => {
      const { name, rank, role, organisation, asWritten } = attribution;
      const said = { name, rank, role, organisation, asWritten };
      return { position, text, paragraphs: [...paragraphs], attribution: said };
    }),
    checks: release.checks.map(toCheckView),
    expiresAt,
  };
}
