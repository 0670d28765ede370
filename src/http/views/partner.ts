import * as z from 'zod';
import type { Key } from '../../domain/actor.ts';
import { PARTNER_STATES, type Partner, partnerState } from '../../domain/partner.ts';
import { pageOf } from './page.ts';
import { instantView, slugView } from './scalars.ts';

const partnerFields = {
  id: z.uuid().meta({ description: 'Stays the same for ever.' }),
  name: z.string().meta({ description: 'What people call it.', example: 'Fenwick website' }),
  organisation: z.string().nullable().meta({ description: 'The body it belongs to.' }),
  areas: z
    .array(slugView)
    .meta({ description: 'Areas of which it gets what lies in them and below; empty: everywhere.' }),
};

export const partnerView = z
  .strictObject({
    ...partnerFields,
    state: z.enum(PARTNER_STATES).meta({ description: 'Only the keys of an active partner open anything.' }),
    version: z.int().min(1).meta({ description: 'Counted up with every change; the `ETag` begins with it.' }),
    createdAt: instantView,
    suspendedAt: instantView.nullable(),
    endedAt: instantView.nullable(),
  })
  .meta({ id: 'Partner', description: 'Somebody who syndicates.' });

export const partnerPageView = pageOf('PartnerPage', partnerView);

/** What a partner is told of itself. */
export const ownPartnerView = z
  .strictObject({
    ...partnerFields,
    key: z
      .strictObject({
        prefix: z.string().meta({ description: 'The part of the key by which people recognise it.' }),
        expiresAt: instantView.nullable().meta({ description: 'When it ends by itself; null for never.' }),
      })
      .meta({ id: 'OwnKey', description: 'The key that asks.' }),
  })
  .meta({ id: 'OwnPartner', description: 'A partner as it sees itself.' });

export function toPartnerView(partner: Partner): z.output<typeof partnerView> {
  const { version, createdAt, suspendedAt, endedAt } = partner;
  return { ...toFields(partner), state: partnerState(partner), version, createdAt, suspendedAt, endedAt };
}

export function toOwnPartnerView(
  partner: Partner,
  { prefix, expiresAt }: Pick<Key, 'prefix' | 'expiresAt'>,
): z.output<typeof ownPartnerView> {
  return { ...toFields(partner), key: { prefix, expiresAt } };
}

function toFields({ id, name, organisation, areaKeys }: Partner) {
  return { id, name, organisation, areas: [...areaKeys] };
}
