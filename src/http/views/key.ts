import * as z from 'zod';
import { KEY_STATES, type Key, keyStateAt, ROLES } from '../../domain/actor.ts';
import type { Instant } from '../../domain/time.ts';
import type { NewKey } from '../../usecases/keys.ts';
import { pageOf } from './page.ts';
import { instantView, slugView } from './scalars.ts';

const keyFields = {
  id: z.uuid().meta({ description: 'Stands in the audit trail as `key:<id>`.' }),
  prefix: z
    .string()
    .meta({ description: 'The part of the key by which people recognise it.', example: '3f9c01d2a4b6' }),
  name: z.string().meta({ description: 'Whose it is: keys of one name belong to one person.', example: 'Sam Carter' }),
  role: z.enum(ROLES),
  areas: z
    .array(slugView)
    .meta({ description: 'Areas that it is limited to, with what is below them; empty: everywhere.' }),
  partner: z.uuid().nullable().meta({ description: 'Id of the partner whose it is; null but for the role `partner`.' }),
  state: z.enum(KEY_STATES).meta({ description: 'Only a valid key opens anything.' }),
  createdAt: instantView,
  expiresAt: instantView.nullable(),
  revokedAt: instantView.nullable(),
  lastUsedAt: instantView.nullable().meta({ description: 'To the minute; null when it was never used.' }),
};

export const keyView = z.strictObject(keyFields).meta({ id: 'Key', description: 'A key, without its secret.' });

export const newKeyView = z
  .strictObject({
    ...keyFields,
    key: z.string().meta({
      description: 'The whole key, this once: it is kept nowhere and cannot be shown again.',
    }),
  })
  .meta({ id: 'NewKey', description: 'A key with its secret, as it is shown once.' });

export const keyPageView = pageOf('KeyPage', keyView);

export function toKeyView(key: Key, now: Instant): z.output<typeof keyView> {
  const { id, prefix, name, role, areaKeys, partnerId, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  const whose = { id, prefix, name, role, areas: [...areaKeys], partner: partnerId };
  return { ...whose, state: keyStateAt(key, now), createdAt, expiresAt, revokedAt, lastUsedAt };
}

export function toNewKeyView({ key, text }: NewKey, now: Instant): z.output<typeof newKeyView> {
  return { ...toKeyView(key, now), key: text };
}
