import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyone } from '../../src/domain/visibility.ts';
import { describeApi } from '../../src/http/app.ts';
import { openSubscriber } from '../support/syndication.ts';
import { NOW } from './installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from './press-office.ts';

/* Every PATCH is a JSON merge patch (RFC 7396): null takes away, what is not named stays, lists are replaced. */

/** What a member is set to, another value of it, and what null makes of it: undefined where it cannot be taken away. */
interface Member {
  readonly set: unknown;
  readonly other: unknown;
  readonly removed: unknown;
  /** What must be taken away with it. */
  readonly along?: string;
  /** Where it is not shown as it was sent. */
  readonly shown?: (entry: unknown) => unknown;
}

interface Patched {
  readonly create: object;
  readonly members: Readonly<Record<string, Member>>;
}

let office: PressOffice;
let admin: Desk;
let partner: Desk;
let close: () => Promise<void>;
let origin: string;

beforeAll(async () => {
  office = await openPressOffice();
  admin = await office.desk('admin', { name: 'Kim' });
  partner = await office.desk('partner');
  for (const name of ['Fenwick', 'Harrowmere']) {
    await admin.ask('patch', `/v1/admin/areas/${name.toLowerCase()}`, { body: { listed: true }, version: 1 });
  }
  const receiver = await openSubscriber();
  origin = receiver.origin;
  close = async () => {
    await receiver.close();
    await office.close();
  };
});
afterAll(() => close());

const otherNames: Member = {
  set: [{ name: 'Old Name', public: false }],
  other: [{ name: 'Older Name', public: true }],
  removed: [],
  shown: (entry) =>
    at(entry, 'otherNames', (names: { name: string; public: boolean }[]) =>
      names
        .filter(({ name }) => name.startsWith('Old'))
        .map(({ name, public: isPublic }) => ({ name, public: isPublic })),
    ),
};
const post = { rank: 'Inspector', role: null, from: '2020-10-01T00:00:00.000Z', until: null };
const quote = {
  paragraphs: ['We are pleased.'],
  attribution: { name: 'Ada Reed', rank: null, role: null, organisation: null, asWritten: '' },
};
const open = (name: string) => (entry: unknown) =>
  at(entry, 'open', (edition: Record<string, unknown>) => edition[name]);
const areas = { set: ['fenwick'], other: ['harrowmere'], removed: [] };

const PATCHED: Readonly<Record<string, Patched>> = {
  '/v1/editorial/articles/{id}': {
    create: { title: 'A title', body: { markdown: '“We are pleased.” “We are glad.”' } },
    members: {
      title: { set: 'One', other: 'Two', removed: undefined, shown: open('title') },
      url: {
        set: 'https://a.example/1',
        other: 'https://a.example/2',
        removed: null,
        shown: (entry) => at(entry, 'url'),
      },
      slug: { set: 'one', other: 'two', removed: null, shown: open('slug') },
      summary: { set: 'One.', other: 'Two.', removed: null, shown: open('summary') },
      area: { set: 'Fenwick', other: 'Harrowmere', removed: null, shown: open('area') },
      language: { set: 'cy', other: 'gd', removed: 'en', shown: open('language') },
      tags: { set: ['a', 'b'], other: ['c'], removed: [], shown: open('tags') },
      publishedAt: {
        ...{ set: '2020-10-01T10:00:00.000Z', other: '2020-10-02T10:00:00.000Z', removed: null },
        shown: open('publishedAt'),
      },
      publishedAtPrecision: {
        set: 'instant',
        other: 'instant',
        removed: 'instant',
        shown: open('publishedAtPrecision'),
      },
      image: {
        set: { url: 'https://a.example/1.jpg', alt: 'One' },
        other: { url: 'https://a.example/2.jpg', alt: 'Two' },
        removed: null,
        shown: open('image'),
      },
      body: {
        set: { markdown: '“We are pleased.” One.' },
        other: { markdown: '“We are pleased.” Two.' },
        removed: { markdown: '' },
        along: 'quotes',
        shown: open('body'),
      },
      quotes: {
        set: [quote],
        other: [{ ...quote, attribution: { ...quote.attribution, name: 'Jo Marsh' } }],
        removed: [],
        shown: (entry) =>
          at(entry, 'open', ({ quotes, quotesGiven }: { quotes: (typeof quote)[]; quotesGiven: boolean }) =>
            quotesGiven ? quotes.map(({ paragraphs, attribution }) => ({ paragraphs, attribution })) : [],
          ),
      },
      extra: { set: { a: 1 }, other: { a: 2 }, removed: {}, shown: open('extra') },
    },
  },
  '/v1/syndication/subscriptions/{id}': {
    create: {},
    members: {
      url: { set: '/hook-1', other: '/hook-2', removed: undefined },
      areas,
      events: { set: ['article.published', 'article.withdrawn'], other: ['article.vanished'], removed: [] },
      enabled: {
        set: false,
        other: true,
        removed: undefined,
        shown: (entry) => at(entry, 'state', (state) => state === 'active'),
      },
    },
  },
  '/v1/admin/partners/{id}': {
    create: { name: 'Fenwick website' },
    members: {
      name: { set: 'One website', other: 'Another website', removed: undefined },
      organisation: { set: 'Fenwick Borough Council', other: 'A charity', removed: null },
      areas,
    },
  },
  '/v1/admin/areas/{id}': {
    create: { name: 'Castle Quay' },
    members: {
      name: { set: 'Castle Quay and Harbour', other: 'Castle Quays', removed: undefined },
      nameCy: { set: 'Cei', other: 'Cei y Castell', removed: null },
      kind: { set: 'ward', other: 'borough', removed: null },
      gss: { set: 'E05000001', other: 'E05000002', removed: null },
      parent: {
        ...{ set: 'fenwick', other: 'harrowmere', removed: null },
        shown: (entry) => at(entry, 'parent', (parent: { key: string } | null) => parent?.key ?? null),
      },
      // Null would make public what nobody named.
      listed: { set: true, other: true, removed: undefined },
      otherNames,
    },
  },
  '/v1/admin/organisations/{id}': {
    create: { name: 'Fenwick Chess Club' },
    members: { name: { set: 'Fenwick Chess', other: 'Chess Club', removed: undefined }, otherNames },
  },
  '/v1/admin/officials/{id}': {
    create: { name: 'Lee Park' },
    members: {
      name: { set: 'Lee M. Park', other: 'Lee May Park', removed: undefined },
      otherNames,
      posts: {
        ...{ set: [post], other: [{ ...post, rank: 'Chief Inspector' }], removed: [] },
        shown: (entry) =>
          at(entry, 'posts', (posts: (typeof post)[]) =>
            posts.map(({ rank, role, from, until }) => ({ rank, role, from, until })),
          ),
      },
    },
  },
};

test('every PATCH is here, with every member that it takes', () => {
  interface Operation {
    readonly requestBody: { readonly content: Record<string, { readonly schema: { readonly properties: object } }> };
  }
  const { paths }: { paths: Record<string, { readonly patch?: Operation }> } = JSON.parse(
    describeApi('https://news.example'),
  );
  const described = Object.entries(paths).flatMap(([path, { patch }]) => {
    if (!patch) return [];
    const { properties } = patch.requestBody.content['application/merge-patch+json']?.schema ?? {};
    return [[path, Object.keys(properties ?? {}).sort()]];
  });
  const here = Object.entries(PATCHED).map(([path, { members }]) => [path, Object.keys(members).sort()]);
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(here));
});

describe.each(Object.entries(PATCHED))('PATCH %s', (path, { create, members }) => {
  const desk = () => (path.startsWith('/v1/syndication/') ? partner : admin);
  let address: string;

  const sent = (value: unknown) =>
    typeof value === 'string' && value.startsWith('/hook') ? `${origin}${value}` : value;
  const read = async () => (await desk().ask('get', address)).body;
  async function patch(body: object) {
    const { headers } = await desk().ask('get', address);
    return desk().ask('patch', address, { body, version: headers['etag'] ?? '' });
  }
  const shown = (entry: unknown, name: string) => (members[name]?.shown ?? ((whole) => at(whole, name)))(entry);
  const allOf = (entry: unknown) => Object.fromEntries(Object.keys(members).map((name) => [name, shown(entry, name)]));
  const every = (which: 'set' | 'other') =>
    Object.fromEntries(Object.entries(members).map(([name, member]) => [name, sent(member[which])]));

  beforeAll(async () => {
    const wish = path.startsWith('/v1/syndication/') ? { url: `${origin}/hook` } : create;
    const { status, body } = await desk().ask('post', path.replace('/{id}', ''), { body: wish });
    expect(status).toBe(201);
    address = path.replace('{id}', body.id);
    expect((await patch(every('set'))).status).toBe(200);
    expect(allOf(await read())).toEqual(every('set'));
  });

  test('takes whole values in the place of others, lists too', async () => {
    expect((await patch(every('other'))).status).toBe(200);
    expect(allOf(await read())).toEqual(every('other'));
  });

  test.each(Object.keys(members))('with %s alone leaves all the rest', async (name) => {
    await patch(every('other'));
    expect((await patch({ [name]: sent(members[name]?.set) })).status).toBe(200);
    expect(allOf(await read())).toEqual({ ...every('other'), [name]: sent(members[name]?.set) });
  });

  test.each(Object.entries(members))(
    'with null takes %s away, or refuses it where there is nothing without',
    async (name, member) => {
      expect((await patch(every('other'))).status).toBe(200);
      const { along = name } = member;
      const refused = await patch({ [name]: null, [along]: null });
      if (member.removed === undefined) {
        expect(refusal(refused)).toMatchObject({
          status: 422,
          code: 'invalid_body',
          errors: [{ pointer: `/${name}` }],
        });
        expect(allOf(await read())).toEqual(every('other'));
      } else {
        const removed = { [along]: members[along]?.removed, [name]: member.removed };
        expect([refused.status, allOf(await read())]).toEqual([200, { ...every('other'), ...removed }]);
      }
    },
  );

  test('refuses what it does not know, with all that comes beside it', async () => {
    const before = await read();
    const refused = await patch({ ...every('set'), nonsense: 1 });
    expect(refusal(refused)).toMatchObject({ status: 422, code: 'invalid_body', errors: [{ pointer: '/nonsense' }] });
    expect(await read()).toEqual(before);
  });

  /** The answer, and all that tells of a change. */
  async function traces() {
    const { headers, body } = await desk().ask('get', address);
    const { body: audit } = await admin.ask('get', '/v1/admin/audit?limit=1');
    const newest = await office.store.changes.newest(everyone(NOW));
    return { etag: headers['etag'], body, audit, newest };
  }
  async function expectNothingFrom(body: object) {
    const before = await traces();
    const { status, headers, body: answered } = await patch(body);
    // A subscription that is read says besides how far it has been told.
    expect([status, versionIn(headers['etag'])]).toEqual([200, versionIn(before.etag)]);
    expect(before.body).toMatchObject(answered);
    expect(await traces()).toEqual(before);
  }

  test('that names nothing changes nothing, and leaves no trace', async () => {
    await expectNothingFrom({});
  });

  // Of a draft, every save is a revision.
  if (path.startsWith('/v1/editorial/')) return;

  test('that says what stands there already does neither', async () => {
    await patch(every('other'));
    // A name that it had a moment ago was kept by the first.
    await patch(every('other'));
    await expectNothingFrom(every('other'));
  });
});

function versionIn(etag: string | undefined): string | undefined {
  return /^"(\d+)/.exec(etag ?? '')?.[1];
}

function at<Value>(entry: unknown, name: string, of: (value: Value) => unknown = (value) => value): unknown {
  return of((entry as Record<string, Value>)[name] as Value);
}
