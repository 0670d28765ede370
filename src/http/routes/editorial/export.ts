import * as z from 'zod';
import { tarOf } from '../../answer/tar.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';

const FORMATS = ['ndjson', 'tar'] as const;

export const exportRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/export',
  operationId: 'exportReleases',
  summary: 'Export documents',
  description:
    'The documents of each article that the key may see: of what is public, and of its open edition, which has a `state` ' +
    'besides and is never published by an import. Of what was withdrawn there is nothing. What was imported ' +
    'comes back byte for byte; of what was written or changed here since, a document is written that says the same. Lines ' +
    'can be imported again as they are: here that changes nothing, elsewhere it makes the same articles.',
  tag: 'Newsroom',
  query: z.strictObject({
    format: z
      .enum(FORMATS)
      .exactOptional()
      .meta({
        description:
          'Lines, each a record or `{ "document": "…" }`, with the `state` of what is not public, or an archive of files; lines ' +
          'when it is not said.',
        param: { id: 'ExportFormat' },
        example: 'tar',
      }),
  }),
  params: NO_PARAMETERS,
  success: {
    description: 'The documents, in a fixed order, sent as they are read.',
    mediaType: 'application/x-ndjson',
    schema: z.string(),
    example: '{"document":"---\\ntitle: Lantern parade returns\\n---\\n\\nIt returns on Saturday.\\n"}\n',
    others: {
      'application/x-tar': {
        description: 'The same as files, `.md` and `.ndjson`, what is not public under `drafts/`.',
      },
    },
  },
  problems: [],
  handle: async ({ query: { format } }, { deps, actor }) => {
    const { exportFiles, exportLines } = await newsroomDesk();
    return format === 'tar'
      ? { stream: tarOf(exportFiles(deps, actor)), mediaType: 'application/x-tar' }
      : { stream: exportLines(deps, actor), mediaType: 'application/x-ndjson' };
  },
});
