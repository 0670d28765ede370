import * as z from 'zod';
import { CHANGE_KINDS, type Change } from '../../domain/change.ts';
import { PARTNER_STATES } from '../../domain/partner.ts';
import {
  ACKNOWLEDGED_THROUGH,
  type ArticleHoldings,
  HOLDING_STATES,
  type Holding,
  holdingState,
  type OpenWithdrawal,
  type PartnerReceipts,
} from '../../domain/receipt.ts';
import { type Instant, millisOf } from '../../domain/time.ts';
import { pageOf } from './page.ts';
import { instantView } from './scalars.ts';

const sequenceView = z.int().min(1).meta({ description: 'Its place in the log of changes.' });

const changeRefView = z
  .strictObject({ sequence: sequenceView, type: z.enum(CHANGE_KINDS), edition: z.int().min(1), at: instantView })
  .meta({ id: 'ChangeRef', description: 'A change, by its place in the log.' });

const accessLossView = z
  .strictObject({ type: z.literal('access-lost'), at: instantView })
  .meta({ id: 'AccessLoss', description: 'That a partner may not read any more what it read before its lift.' });

const removalRefView = z
  .discriminatedUnion('type', [changeRefView, accessLossView])
  .meta({ id: 'RemovalRef', description: 'What took an article from a partner.' });

const throughView = z.enum(ACKNOWLEDGED_THROUGH).meta({
  description: '`post`: it said so. `webhook`: it took a delivery. `cursor`: it asked for what comes behind it.',
});

const receiptView = z
  .strictObject({
    ...changeRefView.shape,
    at: instantView.meta({ description: 'When it said so.' }),
    through: throughView,
  })
  .meta({ id: 'Receipt', description: 'The newest change of the article that the partner has acknowledged.' });

const partnerRefView = z.strictObject({ id: z.uuid(), name: z.string(), state: z.enum(PARTNER_STATES) });

const holdingView = z
  .strictObject({
    partner: partnerRefView.meta({ id: 'HoldingPartner' }),
    state: z.enum(HOLDING_STATES).meta({
      description:
        '`current`: it has the newest change. `behind`: it has an older one. `taken-down`: it has taken down what was ' +
        'withdrawn. `not-taken-down`: it had the article, and has not said that it took it down. `unconfirmed`: it never ' +
        'said that it had it.',
    }),
    holds: z.int().min(1).nullable().meta({ description: 'The edition that it has, as far as it has said.' }),
    receipt: receiptView.nullable(),
    openedAt: instantView.nullable().meta({ description: 'When it first read the article before its lift.' }),
    embargo: z
      .strictObject({
        access: z.enum(['open', 'ended']).meta({ description: 'Whether it may read the article now.' }),
        at: instantView.meta({ description: 'Since when, or since when on other terms.' }),
        receipt: z
          .strictObject({ at: instantView, through: throughView })
          .meta({ id: 'EmbargoReceipt' })
          .nullable()
          .meta({ description: 'That it knows; of access that has ended, that it has deleted what it had.' }),
      })
      .meta({ id: 'EmbargoHolding' })
      .nullable()
      .meta({ description: 'How it stands with an embargo, while the public log says nothing of what it has.' }),
  })
  .meta({ id: 'Holding', description: 'What one partner has of an article.' });

export const articleHoldingsView = z
  .strictObject({
    id: z.uuid().meta({ description: 'Id of the article.' }),
    latest: changeRefView.nullable().meta({ description: 'Its newest change; null when the public never saw it.' }),
    notTakenDown: z
      .int()
      .min(0)
      .meta({ description: 'Partners that had it and have not said that they took it down.' }),
    partners: z.array(holdingView).meta({ description: 'In the order of their names.' }),
  })
  .meta({ id: 'ArticleHoldings', description: 'What partners have of an article.' });

const overdueEntryView = z
  .strictObject({
    article: z.strictObject({ id: z.uuid(), holdings: z.string() }).meta({ id: 'OverdueArticle' }),
    partner: z.strictObject({ id: z.uuid(), name: z.string() }).meta({ id: 'OverduePartner' }),
    withdrawal: removalRefView,
    minutes: z.int().min(0).meta({ description: 'How long ago it was.' }),
  })
  .meta({ id: 'OverdueWithdrawal', description: 'A withdrawal that a partner has not acknowledged in time.' });

export const overduePageView = pageOf('OverduePage', overdueEntryView, {
  afterMinutes: z.int().min(1).meta({ description: 'From when on a withdrawal is overdue.' }),
});

export const ownReceiptsView = z
  .strictObject({
    upTo: z
      .strictObject({ sequence: sequenceView, at: instantView, through: throughView })
      .meta({ id: 'ReceiptMark' })
      .nullable()
      .meta({ description: 'Up to where you have acknowledged everything.' }),
    outstanding: z
      .array(
        z
          .discriminatedUnion('type', [
            z.strictObject({ id: z.uuid(), ...changeRefView.shape }).meta({ id: 'OutstandingWithdrawal' }),
            z.strictObject({ id: z.uuid(), ...accessLossView.shape }).meta({ id: 'OutstandingLoss' }),
          ])
          .meta({ id: 'Outstanding' }),
      )
      .meta({
        description:
          'Withdrawals of what you had that you have not acknowledged, the oldest first; no more than one request can ' +
          'acknowledge.',
      }),
  })
  .meta({ id: 'OwnReceipts', description: 'What you have acknowledged, and what you still owe.' });

export function toArticleHoldingsView(
  id: string,
  { latest, holdings }: ArticleHoldings,
): z.output<typeof articleHoldingsView> {
  const partners = holdings.map((holding) => toHoldingView(latest, holding));
  const notTakenDown = partners.filter(({ state }) => state === 'not-taken-down').length;
  return { id, latest: latest && toChangeRef(latest), notTakenDown, partners };
}

export function toOverdueView(
  { articleId, partner, change }: OpenWithdrawal,
  { now, publicUrl }: { readonly now: Instant; readonly publicUrl: string },
): z.output<typeof overdueEntryView> {
  return {
    article: { id: articleId, holdings: `${publicUrl}/v1/editorial/articles/${articleId}/syndication` },
    partner: { id: partner.id, name: partner.name },
    withdrawal: toRemovalRef(change),
    minutes: Math.floor((millisOf(now) - millisOf(change.at)) / 60_000),
  };
}

export function toOwnReceiptsView({ upTo, outstanding }: PartnerReceipts): z.output<typeof ownReceiptsView> {
  return {
    upTo: upTo && { sequence: upTo.sequence, at: upTo.at, through: upTo.through },
    outstanding: outstanding.map((change) => ({ id: change.articleId, ...toRemovalRef(change) })),
  };
}

function toHoldingView(latest: Change | null, holding: Holding): z.output<typeof holdingView> {
  const { partner, receipt, openedAt, embargo } = holding;
  const { id, name, state } = partner;
  return {
    partner: { id, name, state },
    state: holdingState(latest, holding),
    holds: receipt?.kind === 'upsert' ? receipt.edition : null,
    receipt: receipt && {
      sequence: receipt.sequence,
      type: receipt.kind,
      edition: receipt.edition,
      at: receipt.at,
      through: receipt.through,
    },
    openedAt,
    embargo: embargo && {
      access: embargo.isOpen ? 'open' : 'ended',
      at: embargo.at,
      receipt: embargo.receipt && { at: embargo.receipt.at, through: embargo.receipt.through },
    },
  };
}

function toRemovalRef(change: OpenWithdrawal['change']): z.output<typeof removalRefView> {
  return change.kind === 'access-lost' ? { type: change.kind, at: change.at } : toChangeRef(change);
}

function toChangeRef({ sequence, kind, edition, at }: Change): z.output<typeof changeRefView> {
  return { sequence, type: kind, edition, at };
}
