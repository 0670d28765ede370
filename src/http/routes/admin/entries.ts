import * as z from 'zod';
import { isWithin } from '../../../domain/characters.ts';
import { MAX_NAME_LENGTH, MAX_OTHER_NAMES } from '../../../domain/register.ts';
import { type Entries, listEntries, readEntry } from '../../../usecases/register-entries.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { versionHeader } from '../../answer/response-headers.ts';
import { oneEntry, type RegisterFacts } from '../../register/facts.ts';
import { lineField } from '../../request/fields.ts';
import { parameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';

/* What the registers of areas, organisations and officials have alike. */

export const entryParams = z.strictObject({
  id: z.string().meta({
    description: 'Id, or the key of any of its names.',
    example: 'fenwick',
    param: { id: 'EntryReference' },
  }),
});

const partParameter = parameter((text) => (text !== '' && isWithin(text, MAX_NAME_LENGTH) ? text : undefined), {
  id: 'NamePart',
  description: 'Only entries one of whose names contains this; accents and case do not matter.',
  expected: `1 to ${MAX_NAME_LENGTH} characters.`,
  schema: { type: 'string', minLength: 1, maxLength: MAX_NAME_LENGTH },
  example: 'fenw',
});

export const nameField = lineField(MAX_NAME_LENGTH);

export const otherNamesField = z
  .array(
    z
      .strictObject({ name: nameField, public: z.boolean().default(false) })
      .transform((other) => ({ name: other.name, isPublic: other.public })),
  )
  .max(MAX_OTHER_NAMES, `At most ${MAX_OTHER_NAMES} names.`)
  .meta({ description: 'All of them: those that are not here it has no more.' });

export function listEntriesRoute<Name extends keyof Entries>(facts: RegisterFacts<Name>) {
  const { register, noun, pageView, toView, example } = facts;
  const operationId = `list${noun}Entries`;
  return defineRoute({
    door: 'admin',
    method: 'GET',
    url: `/v1/admin/${register}`,
    operationId,
    summary: `List the register of ${register}`,
    description: 'All of them, known to the public or not, in the order of their keys.',
    tag: 'Administration',
    query: z.strictObject({ name: partParameter, ...PAGE_PARAMETERS }),
    params: NO_PARAMETERS,
    success: {
      description: 'One page of the register.',
      mediaType: 'application/json',
      schema: pageView,
      example: examplePage(toView(example)),
      isPage: true,
    },
    problems: [],
    handle: ({ query: { name, ...request } }, context) =>
      answerClosedPage(
        request,
        {
          operationId,
          filters: { ...(name !== undefined && { name }) },
          read: (page) => listEntries(context.deps, register, { ...page, ...(name !== undefined && { part: name }) }),
          toView,
        },
        context,
      ),
  });
}

export function readEntryRoute<Name extends keyof Entries>(facts: RegisterFacts<Name>) {
  const { register, noun, toView } = facts;
  return defineRoute({
    door: 'admin',
    method: 'GET',
    url: `/v1/admin/${register}/{id}`,
    operationId: `read${noun}Entry`,
    summary: `Read one entry of the register of ${register}`,
    description: 'All that the register has on it, with its version.',
    tag: 'Administration',
    query: NO_PARAMETERS,
    params: entryParams,
    success: { ...oneEntry(facts), description: 'The entry.', headers: { ETag: versionHeader } },
    problems: ['not_found'],
    handle: async ({ params }, { deps }) => {
      const entry = await readEntry(deps, register, params.id);
      return { body: toView(entry), etag: String(entry.version) };
    },
  });
}
