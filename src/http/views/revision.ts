import * as z from 'zod';
import type { Content, Revision, RevisionHead } from '../../domain/edition.ts';
import type { RevisionDiff } from '../../usecases/revisions.ts';
import { contentFields, toContentFields } from './content.ts';
import { pageOf } from './page.ts';
import { instantView } from './scalars.ts';

const headFields = {
  id: z.uuid(),
  editionId: z.uuid(),
  edition: z.int().min(1).nullable().meta({ description: 'Number of its edition; null while that is not public.' }),
  number: z.int().min(1).meta({ description: '1 for the first save of its edition.' }),
  savedAt: instantView,
  savedBy: z.string(),
  title: z.string(),
};

export const revisionHeadView = z
  .strictObject(headFields)
  .meta({ id: 'RevisionHead', description: 'One save of an edition.' });

export const revisionPageView = pageOf('RevisionPage', revisionHeadView);

export const revisionView = z
  .strictObject({
    ...headFields,
    url: z.string().nullable().meta({ description: 'Canonical address, as this save wished it.' }),
    ...contentFields,
  })
  .meta({ id: 'Revision', description: 'One save with all that it says.' });

export const revisionDiffView = z
  .strictObject({
    before: revisionHeadView,
    after: revisionHeadView,
    fields: z
      .array(
        z.strictObject({
          field: z.string().meta({ description: 'Name of the field in a revision.', example: 'title' }),
          before: z.unknown(),
          after: z.unknown(),
        }),
      )
      .meta({ description: 'Every field that says something else, but for the body.' }),
    body: z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })).meta({
      description: 'The markdown: what is not added makes the text before, what is not removed the one after.',
    }),
  })
  .meta({ id: 'RevisionDiff', description: 'What changed from one save to another.' });

export function toRevisionHeadView(revision: RevisionHead): z.output<typeof revisionHeadView> {
  const { id, editionId, edition, number, savedAt, savedBy, title } = revision;
  return { id, editionId, edition, number, savedAt, savedBy, title };
}

export function toRevisionView(revision: Revision): z.output<typeof revisionView> {
  return { ...toRevisionHeadView(revision), ...toFields(revision.content) };
}

export function toRevisionDiffView({ before, after, body }: RevisionDiff): z.output<typeof revisionDiffView> {
  return {
    before: toRevisionHeadView(before),
    after: toRevisionHeadView(after),
    fields: changedFields(toFields(before.content), toFields(after.content)),
    body: body.map(({ kind, text }) => ({ kind, text })),
  };
}

function toFields(content: Content) {
  return { url: content.url, ...toContentFields(content) };
}

type Fields = ReturnType<typeof toFields>;

function changedFields({ body: _, ...before }: Fields, after: Fields) {
  const values: Readonly<Record<string, unknown>> = after;
  return Object.entries(before)
    .map(([field, value]) => ({ field, before: value, after: values[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
