import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeOfficial,
  createOfficial,
  createOrganisation,
  mergeOfficials,
  mergeOrganisations,
  removeOrganisation,
} from '../../src/usecases/manage-speakers.ts';
import { acceptSuggestion, listSuggestions } from '../../src/usecases/suggestions.ts';
import { carriedOut, PLAINLY } from '../../src/usecases/write-wish.ts';
import { importAll, type Newsroom, openNewsroom } from './newsroom.ts';
import { ED } from './people.ts';
import { pressRelease } from './press-release.ts';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

const OPTIONS = { ...PLAINLY, actor: ED };
const post = (organisation: string) => ({
  rank: 'Inspector',
  role: null,
  organisation,
  from: newsroom.deps.clock.now(),
  until: null,
});
const organisation = async (name: string) =>
  carriedOut(await createOrganisation(newsroom.deps, { name }, OPTIONS)).subject;
const known = ({ id, version }: { readonly id: string; readonly version: number }) => ({ reference: id, version });
const postsOf = async (name: string) =>
  (await newsroom.deps.store.names.officials.find(name))?.posts.map(({ organisationId }) => organisationId);

describe('a post', () => {
  it('is at the organisation that its own turned out to be in the same moment', async () => {
    const [old, merged] = [await organisation('Ouseshire Constabulary'), await organisation('Ouseshire Police')];
    await Promise.all([
      createOfficial(newsroom.deps, { name: 'Jo Marsh', posts: [post(old.key)] }, OPTIONS),
      mergeOrganisations(newsroom.deps, known(old), merged.id, OPTIONS),
    ]);
    expect(await postsOf('jo-marsh')).toEqual([merged.id]);
  });

  it('is at no organisation that is removed in the same moment', async () => {
    const old = await organisation('Ouseshire Constabulary');
    const { subject } = carriedOut(await createOfficial(newsroom.deps, { name: 'Jo Marsh' }, OPTIONS));
    const outcomes = await Promise.allSettled([
      changeOfficial(newsroom.deps, known(subject), { posts: [post(old.id)] }, OPTIONS),
      removeOrganisation(newsroom.deps, known(old), OPTIONS),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await postsOf('jo-marsh')).toEqual([old.id]);
  });
});

describe('a suggestion that is accepted', () => {
  it('conflicts with a merge of the one who would stay, and points to no body', async () => {
    const quoting = (name: string) =>
      pressRelease({ slug: name.toLowerCase().replace(' ', '-'), body: `${name} said: "We are glad."` });
    await importAll(newsroom, { a: quoting('Daniel Okafor'), b: quoting('Dan Okafor') });
    const { subject } = carriedOut(await createOfficial(newsroom.deps, { name: 'Lee Brook' }, OPTIONS));
    const [suggestion] = (await listSuggestions(newsroom.deps, { limit: 10, position: null }, OPTIONS.actor)).rows;
    if (!suggestion) throw new Error('nobody is suggested');
    const { store } = newsroom.deps;
    const staying = await store.names.officials.find(suggestion.official.id);
    const accepted = acceptSuggestion(newsroom.deps, suggestion.id, OPTIONS);
    if (staying) await mergeOfficials(newsroom.deps, known(staying), subject.id, OPTIONS);
    await expect(accepted).rejects.toMatchObject({ code: 'conflict', errors: [] });
  });
});
