import * as z from 'zod';
import { MAX_ADDRESS_LENGTH } from '../../../domain/address.ts';
import { DEFAULT_LEASE_SECONDS, HUB_MODES, LEASE_SECONDS, leaseOf, MAX_HUB_SECRET_BYTES } from '../../../domain/hub.ts';
import { askHub } from '../../../usecases/hub.ts';
import { textField } from '../../request/fields.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';

export const askHubRoute = defineRoute({
  door: 'websub',
  method: 'POST',
  url: '/v1/websub/hub',
  operationId: 'askHub',
  summary: 'Be sent a feed whenever it changes',
  description:
    'The hub of WebSub (W3C) for the feeds of this server. The callback is asked whether it wants this, with a GET that it must ' +
    'answer with `hub.challenge`; then it is sent the whole feed by POST whenever it changes, signed with `X-Hub-Signature` when a ' +
    'secret was given, until the lease ends, it answers 410, or it has not taken it ten times in a row.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  body: {
    isForm: true,
    // Whatever else stands in the form is to be left alone (WebSub, section 5.1).
    schema: z.object({
      'hub.mode': z.enum(HUB_MODES),
      'hub.topic': textField(MAX_ADDRESS_LENGTH).meta({ description: 'Address of a feed of this server.' }),
      'hub.callback': textField(MAX_ADDRESS_LENGTH).meta({
        description: 'Where to be told: https, on port 443 or 8443.',
      }),
      'hub.lease_seconds': z
        .string()
        .regex(/^\d{1,9}$/, 'A whole number of seconds.')
        .exactOptional()
        .meta({
          description:
            `How long: ${DEFAULT_LEASE_SECONDS} when it is not said, and brought to ${LEASE_SECONDS.least} to ` +
            `${LEASE_SECONDS.most}.`,
        }),
      'hub.secret': z
        .string()
        .min(1)
        .exactOptional()
        .meta({ description: `At most ${MAX_HUB_SECRET_BYTES} bytes.` }),
    }),
    example: {
      'hub.mode': 'subscribe',
      'hub.topic': 'https://dateline.example/v1/feeds/atom.xml?area=fenwick',
      'hub.callback': 'https://reader.example/callbacks/7d2c',
      'hub.secret': 'a secret of theirs',
    },
  },
  success: {
    statuses: [202],
    description: 'The callback will be asked.',
    mediaType: 'application/json',
    schema: z.strictObject({ status: z.literal('accepted') }).meta({ id: 'HubAnswer' }),
    example: { status: 'accepted' },
  },
  problems: [],
  handle: async ({ body }, { deps, publicUrl }) => {
    const { 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback, 'hub.secret': secret = null } = body;
    const seconds = body['hub.lease_seconds'];
    const wish = { mode, leaseSeconds: leaseOf(seconds === undefined ? undefined : Number(seconds)), secret };
    await askHub(deps, publicUrl, { topic, callback, wish });
    return { body: { status: 'accepted' } };
  },
});
