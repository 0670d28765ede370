import * as z from 'zod';
import { OPENED_THROUGH, type Opening } from '../../domain/embargo.ts';
import { pageOf } from './page.ts';
import { instantView } from './scalars.ts';

const openingView = z
  .strictObject({
    at: instantView,
    partner: z.strictObject({ id: z.uuid(), name: z.string() }).meta({ id: 'PartnerRef' }),
    key: z
      .strictObject({ id: z.string(), name: z.string().meta({ description: 'Whose key it is.' }) })
      .meta({ id: 'KeyRef', description: 'With which key.' }),
    editionId: z.uuid(),
    revision: z.int().min(1).meta({ description: 'Which save of the edition was shown.' }),
    through: z.enum(OPENED_THROUGH).meta({
      description: '`article`: every time that its text was read. `list`: the first time that a key met it there.',
    }),
  })
  .meta({ id: 'Opening', description: 'That a partner was shown an article before its lift.' });

export const openingPageView = pageOf('OpeningPage', openingView);

export function toOpeningView(opening: Opening): z.output<typeof openingView> {
  const { at, partner, keyId, keyName, editionId, revision, through } = opening;
  const { id, name } = partner;
  return { at, partner: { id, name }, key: { id: keyId, name: keyName }, editionId, revision, through };
}
