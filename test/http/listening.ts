import type { Partner } from '../../src/domain/partner.ts';
import { deliverWebhooks } from '../../src/jobs/deliver-webhooks.ts';
import type { Receiver } from '../support/receiver.ts';
import { openSubscriber } from '../support/syndication.ts';
import { OPTIONS } from './installation.ts';
import type { Desk, PressOffice } from './press-office.ts';

/** A partner who has subscribed, with a receiver of its own. */
export interface Listening {
  readonly partner: Partner;
  readonly desk: Desk;
  readonly receiver: Receiver;
  readonly subscriptionId: string;
  /** What it was told since this was last asked, each as type, order number, whether it has a change, edition and link. */
  told(): (readonly unknown[])[];
  close(): Promise<void>;
}

type Office = Pick<PressOffice, 'createPartner' | 'desk'>;

export async function openListening(
  office: Office,
  areaKeys: readonly string[] = [],
  wish: object = {},
): Promise<Listening> {
  const partner = await office.createPartner({ areaKeys });
  const desk = await office.desk('partner', { partnerId: partner.id });
  const receiver = await openSubscriber();
  const { body } = await desk.ask('post', '/v1/syndication/subscriptions', {
    body: { url: `${receiver.origin}/hook`, ...wish },
  });
  receiver.received.length = 0;
  return {
    partner,
    desk,
    receiver,
    subscriptionId: body.id,
    told: () =>
      receiver.received.splice(0).map((received) => {
        const { type, data } = JSON.parse(received.body);
        return [type, data.order, data.change === null ? null : 'number', data.article.edition, data.links.article];
      }),
    async close() {
      await desk.ask('delete', `/v1/syndication/subscriptions/${body.id}`);
      await receiver.close();
    },
  };
}

/** Delivers what waits. */
export function deliver({ deps }: Pick<PressOffice, 'deps'>): Promise<unknown> {
  return deliverWebhooks(deps, { publicUrl: OPTIONS.publicUrl, signal: new AbortController().signal })();
}
