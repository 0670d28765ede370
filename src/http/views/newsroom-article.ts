import * as z from 'zod';
import type { Actor } from '../../domain/actor.ts';
import { type Article, newestEdition, stageOf } from '../../domain/article.ts';
import type { Check } from '../../domain/check.ts';
import { EDITION_STATES, type Edition } from '../../domain/edition.ts';
import { possibleVerbs } from '../../domain/possible-verbs.ts';
import { WITHDRAWAL_KINDS } from '../../domain/withdrawal.ts';
import { OPEN_STATES, PUBLIC_STATES, VERBS, type Verb } from '../../domain/workflow.ts';
import { articleAddress } from '../../usecases/article-address.ts';
import { checkView, toCheckView } from './check.ts';
import { contentFields, toContentFields } from './content.ts';
import { pageOf } from './page.ts';
import { instantView, slugView } from './scalars.ts';

const returnedView = z.strictObject({ note: z.string(), at: instantView, by: z.string() }).meta({
  id: 'Returned',
  description: 'Why a submitted draft was given back, until it is submitted again or public.',
});

const editionView = z
  .strictObject({
    id: z.uuid(),
    number: z.int().min(1).nullable().meta({ description: '1, 2, 3… in the order of publication; null before it.' }),
    state: z.enum(EDITION_STATES),
    revision: z.int().min(1).meta({ description: '1 for its first save, counted up with each.' }),
    savedAt: instantView,
    savedBy: z.string(),
    submittedBy: z.string().nullable().meta({ description: 'Who asked for its approval.' }),
    returned: returnedView.nullable(),
    publishAt: instantView.nullable().meta({ description: 'When it goes or went public.' }),
    embargo: z
      .strictObject({
        partners: z.array(z.uuid()).meta({ description: 'Ids of those who may read it before it goes public.' }),
        conditions: z.string().nullable().meta({ description: 'What they must keep to.' }),
      })
      .meta({ id: 'Embargo' })
      .nullable(),
    ...contentFields,
  })
  .meta({ id: 'Edition', description: 'A full snapshot of what a release says.' });

const newsroomFields = {
  id: z.uuid().meta({ description: 'Stays the same for ever.' }),
  slug: slugView.nullable().meta({ description: 'Given out at the first publication.' }),
  url: z.string().nullable().meta({ description: 'Canonical address; stays as it is from the first publication on.' }),
  version: z.int().min(1).meta({ description: 'Counted up with every change; the `ETag` begins with it.' }),
  state: z
    .strictObject({
      open: z.enum(OPEN_STATES).meta({ description: 'The edition that is being worked on.' }),
      public: z.enum(PUBLIC_STATES).meta({ description: 'What the public has.' }),
    })
    .meta({ id: 'ArticleState', description: 'Where an article stands in the workflow.' }),
  verbs: z.array(z.enum(VERBS)).meta({ description: 'What this key can do with it now.' }),
  createdAt: instantView,
  createdBy: z.string().meta({ description: 'Whose article it is.' }),
  links: z
    .strictObject({
      self: z.string(),
      events: z.string().meta({ description: 'Who did what to it.' }),
      public: z.string().nullable().meta({ description: 'What readers get; null while there is nothing for them.' }),
    })
    .meta({ id: 'NewsroomLinks' }),
};

export const newsroomListingView = z
  .strictObject({
    ...newsroomFields,
    newest: z
      .strictObject({
        title: z.string(),
        area: z.string().nullable(),
        savedAt: instantView,
        savedBy: z.string(),
        submittedBy: z.string().nullable(),
        returned: returnedView.nullable(),
        publishAt: instantView.nullable(),
      })
      .meta({
        id: 'NewestEdition',
        description: 'The open edition; where none is open, the one that is or was public.',
      })
      .nullable(),
  })
  .meta({ id: 'NewsroomListing', description: 'An article in a list of the newsroom.' });

export const newsroomPageView = pageOf('NewsroomPage', newsroomListingView);

export const newsroomArticleView = z
  .strictObject({
    ...newsroomFields,
    open: editionView.nullable().meta({ description: 'The edition that is being written or waits for its time.' }),
    live: editionView.nullable().meta({ description: 'The edition that the public reads.' }),
    checks: z.array(checkView).meta({ description: 'What looks wrong with the open edition, the gravest first.' }),
    withdrawn: z
      .strictObject({
        edition: editionView,
        kind: z.enum(WITHDRAWAL_KINDS),
        explanation: z.string().nullable().meta({ description: 'What readers are told.' }),
        alternative: z.string().nullable().meta({ description: 'Where readers are sent instead.' }),
        reason: z.string().nullable().meta({ description: 'Why, for the newsroom only.' }),
        at: instantView,
        by: z.string(),
      })
      .meta({ id: 'Withdrawal' })
      .nullable()
      .meta({ description: 'The edition that was public, and how it was taken down.' }),
  })
  .meta({ id: 'NewsroomArticle', description: 'A press release over its whole life, as the newsroom sees it.' });

/** What an installation gives to how the newsroom sees its articles. */
export interface Office {
  readonly publicUrl: string;
  /** Verbs that need another person than the one who submitted. */
  readonly twoPersonVerbs: readonly Verb[];
}

export function toNewsroomListingView(
  article: Article,
  actor: Actor,
  office: Office,
): z.output<typeof newsroomListingView> {
  const edition = newestEdition(article);
  return { ...toFields(article, actor, office), newest: edition && toNewest(edition) };
}

export function toNewsroomArticleView(
  article: Article,
  actor: Actor,
  office: Office,
  checks: readonly Check[],
): z.output<typeof newsroomArticleView> {
  const { open, live, withdrawn } = article;
  return {
    ...toFields(article, actor, office),
    open: open && toEditionView(open),
    live: live && toEditionView(live),
    checks: checks.map(toCheckView),
    withdrawn: withdrawn && toWithdrawalView(withdrawn),
  };
}

export function newsroomAddress({ id }: Pick<Article, 'id'>, publicUrl: string): string {
  return `${publicUrl}/v1/editorial/articles/${id}`;
}

function toFields(article: Article, actor: Actor, { publicUrl, twoPersonVerbs }: Office) {
  const { id, slug, url, version, createdAt, createdBy } = article;
  const stage = stageOf(article);
  const self = newsroomAddress(article, publicUrl);
  const shown = stage.public === 'live' && slug !== null ? articleAddress(slug, publicUrl) : null;
  return {
    id,
    slug,
    url,
    version,
    state: { open: stage.open, public: stage.public },
    verbs: possibleVerbs(article, actor, twoPersonVerbs),
    createdAt,
    createdBy,
    links: { self, events: `${self}/events`, public: shown },
  };
}

function toNewest({ content, savedAt, savedBy, submittedBy, returned, publishAt }: Edition) {
  return { title: content.title, area: content.area?.name ?? null, savedAt, savedBy, submittedBy, returned, publishAt };
}

function toEditionView({ content, ...edition }: Edition): z.output<typeof editionView> {
  const { id, number, state, revision, savedAt, savedBy, submittedBy, returned, publishAt } = edition;
  const embargo = edition.embargo && {
    partners: [...edition.embargo.partnerIds],
    conditions: edition.embargo.conditions,
  };
  const head = { id, number, state, revision, savedAt, savedBy, submittedBy, returned, publishAt, embargo };
  return { ...head, ...toContentFields(content) };
}

function toWithdrawalView({ edition, withdrawal }: NonNullable<Article['withdrawn']>) {
  const { kind, explanation, alternative, reason, at, by } = withdrawal;
  return { edition: toEditionView(edition), kind, explanation, alternative, reason, at, by };
}
