import * as z from 'zod';
import { REMOVALS, type SyndicationEventType } from '../../domain/syndication-event.ts';
import { instantView } from './scalars.ts';

/* What receivers are sent. The use cases write it; tests hold every message against these. */

const orderView = z
  .int()
  .min(1)
  .meta({ description: '1, 2, 3… of the subscription: a gap is a message that is missing.' });
const subscriptionIdView = z.uuid().meta({ description: 'Whose message it is.' });

const supersedesView = z
  .array(
    z
      .strictObject({
        order: orderView,
        change: z
          .int()
          .min(1)
          .nullable()
          .meta({ description: 'Its number in `/v1/changes`; null for what concerns an embargo.' }),
      })
      .meta({ id: 'Superseded' }),
  )
  .meta({
    description:
      'Messages about this article that you had not taken, in their order: this one is told in their place, and they do not come any more.',
  });

const toldFields = {
  subscription: subscriptionIdView,
  order: orderView,
  change: z.int().min(1).meta({
    description: 'Its number in `/v1/changes`: act only when it is higher than the one that you hold of this article.',
  }),
  article: z.strictObject({ id: z.uuid(), edition: z.int().min(1) }).meta({ id: 'ToldArticle' }),
  links: z
    .strictObject({ article: z.string().meta({ description: 'What readers get of it.' }) })
    .meta({ id: 'ToldLinks' }),
};

const toldDataView = z
  .strictObject(toldFields)
  .meta({ id: 'ToldData', description: 'What happened to an article that is or was public.' });

const removalDataView = z
  .strictObject({ ...toldFields, supersedes: supersedesView })
  .meta({ id: 'RemovalData', description: 'That an article that is or was public is to be taken down.' });

const embargoFields = {
  subscription: subscriptionIdView,
  order: orderView,
  change: z.null(),
  article: z.strictObject({ id: z.uuid(), edition: z.null() }).meta({ id: 'EmbargoToldArticle' }),
  links: z
    .strictObject({
      article: z.string().meta({ description: 'What you may have of it, with your key; 404 when it is nothing.' }),
    })
    .meta({ id: 'EmbargoToldLinks' }),
};

const embargoDataView = z
  .strictObject(embargoFields)
  .meta({ id: 'EmbargoToldData', description: 'What happened to an article that the public has not seen.' });

const embargoRemovalDataView = z
  .strictObject({ ...embargoFields, supersedes: supersedesView })
  .meta({ id: 'EmbargoRemovalData', description: 'That an article is not for you any more.' });

/** What a message of a type says of the article. */
function dataView(type: SyndicationEventType) {
  if (type === 'article.embargoed') return embargoDataView;
  if (type === 'article.access_lost') return z.union([removalDataView, embargoRemovalDataView]);
  return REMOVALS.has(type) ? removalDataView : toldDataView;
}

/** The body of a message of a type. */
export function messageView(type: SyndicationEventType) {
  return z
    .strictObject({
      type: z.literal(type),
      timestamp: instantView.meta({ description: 'When it happened.' }),
      data: dataView(type),
    })
    .meta({ id: `${messageName(type)}Message` });
}

/** The question whether a receiver wants to be told. */
export const challengeView = z
  .strictObject({
    type: z.literal('subscription.challenge'),
    timestamp: instantView,
    data: z
      .strictObject({ challenge: z.string().meta({ description: 'A word to be repeated.' }) })
      .meta({ id: 'Challenge' }),
  })
  .meta({ id: 'SubscriptionChallengeMessage' });

export const challengeAnswerView = z
  .strictObject({ challenge: z.string() })
  .meta({ id: 'ChallengeAnswer', description: 'The word of the question.' });

/** `article.access_lost` is ArticleAccessLost. */
export function messageName(type: SyndicationEventType): string {
  return type.replaceAll(/(?:^|[._])(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** What a receiver is to know of each type. */
export const EVENT_MEANINGS: Readonly<
  Record<SyndicationEventType, { readonly meaning: string; readonly action: string }>
> = {
  'article.published': { meaning: 'it became public; of a scheduled one, at its instant', action: 'fetch it' },
  'article.updated': { meaning: 'a new edition took the place of the one before', action: 'fetch it' },
  'article.corrected': {
    meaning: 'the same, with a note to readers in `corrections`',
    action: 'fetch it, and show the note',
  },
  'article.amended': { meaning: 'a slip of the pen was mended, silently', action: 'fetch it' },
  'article.refreshed': {
    meaning: 'its edition is the same, and an area, official, organisation or tag that it shows reads otherwise',
    action: 'fetch it',
  },
  'article.reinstated': {
    meaning: 'it was withdrawn and is back, with the same text or, as a later `edition`, with another',
    action: 'fetch it',
  },
  'article.withdrawn': {
    meaning: 'it was taken down',
    action: 'take it down; the link answers with what readers are to know',
  },
  'article.vanished': {
    meaning: 'it was taken down, and is to have never been',
    action: 'take it down, and say nothing of it',
  },
  'article.access_lost': {
    meaning: 'it has left the areas that you asked for, or its embargo is not for you any more',
    action: 'take it down',
  },
  'article.embargoed': {
    meaning: 'you may read it before its lift, or its text or terms were changed',
    action: 'fetch it, and show it to nobody',
  },
};
