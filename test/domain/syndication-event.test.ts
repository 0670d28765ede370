import { describe, expect, it } from 'vitest';
import {
  type EventFilter,
  type Listener,
  REMOVALS,
  SYNDICATION_EVENTS,
  type SyndicationEvent,
  toldAs,
} from '../../src/domain/syndication-event.ts';
import { fc } from '../support/property-tests.ts';
import { instant } from '../support/time.ts';

const EVENT: SyndicationEvent = {
  sequence: 1,
  type: 'article.updated',
  articleId: 'a',
  edition: 2,
  change: 7,
  own: null,
  at: instant('2026-03-02T10:00:00.000Z'),
  areaKeys: ['fenwick', 'ouseshire'],
  formerAreaKeys: [],
};

const filter = (areaKeys: string[], ...events: EventFilter['events']): EventFilter => ({ areaKeys, events });

const listener = (filters: readonly EventFilter[], partnerId = 'p'): Listener => ({ partnerId, filters });

describe('what a subscription is told', () => {
  it('is everything when it wants everything', () => {
    for (const type of SYNDICATION_EVENTS) expect(toldAs({ ...EVENT, type }, listener([filter([])]))).toBe(type);
  });

  it('is what lies in one of its areas or below, and in one of its partner’s', () => {
    expect(toldAs(EVENT, listener([filter(['ouseshire'])]))).toBe('article.updated');
    expect(toldAs(EVENT, listener([filter(['harrowmere', 'fenwick'])]))).toBe('article.updated');
    expect(toldAs(EVENT, listener([filter(['harrowmere'])]))).toBeUndefined();
    expect(toldAs(EVENT, listener([filter([]), filter(['harrowmere'])]))).toBeUndefined();
    expect(toldAs({ ...EVENT, areaKeys: [] }, listener([filter(['fenwick'])]))).toBeUndefined();
  });

  it('is only the events that it wants', () => {
    expect(toldAs(EVENT, listener([filter([], 'article.published')]))).toBeUndefined();
    expect(toldAs(EVENT, listener([filter([], 'article.published'), filter([])]))).toBeUndefined();
    expect(toldAs(EVENT, listener([filter([], 'article.published', 'article.updated')]))).toBe('article.updated');
  });

  it('is that an article has left its areas, whatever events it wants', () => {
    const moved = { ...EVENT, areaKeys: ['harrowmere', 'ouseshire'], formerAreaKeys: ['fenwick', 'ouseshire'] };
    expect(toldAs(moved, listener([filter(['fenwick'], 'article.published')]))).toBe('article.access_lost');
    expect(toldAs(moved, listener([filter(['ouseshire'])]))).toBe('article.updated');
    expect(toldAs(moved, listener([filter(['elsewhere'])]))).toBeUndefined();
  });

  it('is what is under an embargo for its partner, and nothing of what is for another', () => {
    for (const type of ['article.embargoed', 'article.access_lost'] as const) {
      const event = { ...EVENT, type, edition: null, change: null, own: { partnerId: 'p', number: 3 } };
      expect(toldAs(event, listener([filter(['fenwick'])]))).toBe(type);
      expect(toldAs(event, listener([filter(['fenwick'])], 'q'))).toBeUndefined();
    }
  });

  it('is always that an article was taken down, by whatever filter', () => {
    const key = fc.constantFrom('fenwick', 'harrowmere', 'ouseshire', 'elsewhere');
    const anyFilter = fc.record({ areaKeys: fc.array(key), events: fc.array(fc.constantFrom(...SYNDICATION_EVENTS)) });
    const removal = fc.constantFrom(...REMOVALS);
    fc.assert(
      fc.property(
        fc.array(anyFilter),
        removal,
        fc.array(key),
        fc.array(key),
        (filters, type, areaKeys, formerAreaKeys) => {
          expect(toldAs({ ...EVENT, type, areaKeys, formerAreaKeys }, listener(filters))).toBe(type);
        },
      ),
    );
  });
});
