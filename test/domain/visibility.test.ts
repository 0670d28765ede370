import { describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, OPERATOR, type Role } from '../../src/domain/actor.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Content, Edition } from '../../src/domain/edition.ts';
import { type Instant, shifted } from '../../src/domain/time.ts';
import { audienceOf, everyone, isDue, isOpenTo, isVisible } from '../../src/domain/visibility.ts';
import { instant } from '../support/time.ts';

const T = instant('2026-03-29T01:00:00.000Z');

const CONTENT: Content = {
  title: 'Title',
  summary: null,
  url: 'https://example.org/a',
  slug: 'a',
  area: null,
  language: 'en-GB',
  tags: [],
  publishedAt: null,
  publishedAtPrecision: 'instant',
  image: null,
  markdown: '',
  quotes: [],
  quotesGiven: false,
  extra: {},
};

function edition(state: Edition['state'], publishAt: Instant | null): Edition {
  const saved = {
    revision: 1,
    savedAt: T,
    savedBy: 'Sam',
    submittedBy: null,
    returned: null,
    content: CONTENT,
    sourceDigest: null,
  };
  return { id: state, state, number: null, publishAt, ...saved, embargo: null };
}

function article(open: Edition | null, live: Edition | null): Article {
  const { url } = CONTENT;
  return {
    id: 'a',
    url,
    slug: null,
    version: 1,
    createdAt: T,
    createdBy: 'Sam',
    publishedAt: null,
    open,
    live,
    withdrawn: null,
  };
}

const LIVE = edition('live', shifted(T, -1_000));
const DRAFT = edition('draft', null);

function key(role: Role, name = 'Sam', areaKeys: readonly string[] = []): Actor {
  return { kind: 'key', keyId: 'k', name, role, areaKeys };
}

describe('an audience', () => {
  it.each<[string, Actor, 'public' | 'newsroom', string | null, readonly string[] | null]>([
    ['nobody in particular', ANONYMOUS, 'public', null, null],
    ['a partner', key('partner'), 'public', null, null],
    ['an author', key('author'), 'newsroom', 'Sam', null],
    ['an editor', key('editor'), 'newsroom', null, null],
    ['an editor of one area', key('editor', 'Sam', ['marsham']), 'newsroom', null, ['marsham']],
    ['an author of one area', key('author', 'Sam', ['marsham']), 'newsroom', 'Sam', ['marsham']],
    ['an admin', key('admin'), 'newsroom', null, null],
    ['the operator', OPERATOR, 'newsroom', null, null],
  ])('of %s sees what it may', (_who, actor, sees, onlyBy, onlyIn) => {
    expect(audienceOf(actor, T)).toEqual({ sees, at: T, onlyBy, onlyIn, partner: null });
  });

  it('of a partner says which one it is, and what it gets', () => {
    const actor = { ...key('partner', 'Pat', ['marsham']), partnerId: 'p' };
    const partner = { id: 'p', areaKeys: ['marsham'] };
    expect(audienceOf(actor, T)).toEqual({ sees: 'public', at: T, onlyBy: null, onlyIn: null, partner });
  });

  it('of everyone is that of nobody in particular', () => {
    expect(everyone(T)).toEqual(audienceOf(ANONYMOUS, T));
  });
});

describe('visibility', () => {
  it.each<[string, Article, readonly [boolean, boolean, boolean]]>([
    ['a draft', article(DRAFT, null), [false, false, false]],
    [
      'a draft that still has the instant of an old schedule',
      article({ ...DRAFT, publishAt: T }, null),
      [false, false, false],
    ],
    ['a scheduled article', article(edition('scheduled', T), null), [false, true, true]],
    ['a live article', article(null, LIVE), [true, true, true]],
    ['a live article with a draft', article(DRAFT, LIVE), [true, true, true]],
    ['a live article with a schedule', article(edition('scheduled', T), LIVE), [true, true, true]],
    ['an article without editions', article(null, null), [false, false, false]],
  ])('of %s a millisecond before, at and after the instant', (_what, given, expected) => {
    const visible = [-1, 0, 1].map((millis) => isVisible(given, everyone(shifted(T, millis))));
    expect(visible).toEqual(expected);
    expect(isVisible(given, audienceOf(OPERATOR, shifted(T, -1)))).toBe(true);
    expect(isVisible(given, audienceOf(key('partner'), shifted(T, -1)))).toBe(expected[0]);
  });

  it("of the newsroom is limited to what is somebody's own, and to areas with what lies in them", () => {
    const sees = (actor: Actor) => isVisible(article(DRAFT, null), audienceOf(actor, T), ['marsham', 'ouseshire']);
    expect(sees(key('author'))).toBe(true);
    expect(sees(key('author', 'Kim'))).toBe(false);
    expect(sees(key('editor', 'Kim', ['kelby', 'ouseshire']))).toBe(true);
    expect(sees(key('editor', 'Kim', ['kelby']))).toBe(false);
    expect(sees(key('author', 'Kim', ['marsham']))).toBe(false);
    expect(isVisible(article(DRAFT, null), audienceOf(key('editor', 'Kim', ['marsham']), T))).toBe(false);
  });

  it('is due at its instant, and only while it is scheduled', () => {
    expect([-1, 0, 1].map((millis) => isDue({ open: edition('scheduled', T) }, shifted(T, millis)))).toEqual([
      false,
      true,
      true,
    ]);
    expect(isDue({ open: { ...DRAFT, publishAt: T } }, T)).toBe(false);
    expect(isDue({ open: edition('scheduled', null) }, T)).toBe(false);
    expect(isDue({ open: null }, T)).toBe(false);
  });
});

describe('an embargo', () => {
  const given = { ...edition('scheduled', T), embargo: { conditions: null, partnerIds: ['p', 'q'] } };
  const partner = (partnerId: string, millis: number) => {
    const actor = { ...key('partner'), partnerId };
    return audienceOf(actor, shifted(T, millis));
  };

  it('is open to the partners that it names, until the instant has come', () => {
    expect([-1, 0, 1].map((millis) => isOpenTo({ open: given }, partner('q', millis)))).toEqual([true, false, false]);
    expect(isOpenTo({ open: given }, partner('r', -1))).toBe(false);
  });

  it('is open to nobody else, and is one of a scheduled edition alone', () => {
    for (const audience of [everyone(shifted(T, -1)), audienceOf(OPERATOR, shifted(T, -1))]) {
      expect(isOpenTo({ open: given }, audience)).toBe(false);
    }
    for (const open of [null, edition('scheduled', T), { ...given, state: 'submitted' as const }]) {
      expect(isOpenTo({ open }, partner('p', -1))).toBe(false);
    }
  });
});
