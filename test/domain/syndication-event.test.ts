import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EventFilter,
  REMOVALS,
  SYNDICATION_EVENTS,
  type SyndicationEvent,
  toldAs,
} from '../../src/domain/syndication-event.ts';
import { instant } from '../support/time.ts';

const EVENT: SyndicationEvent = {
  sequence: 1,
  type: 'article.updated',
  articleId: 'a',
  edition: 2,
  change: 7,
  at: instant('2026-03-02T10:00:00.000Z'),
  areaKeys: ['fenwick', 'ouseshire'],
  formerAreaKeys: [],
};

const filter = (areaKeys: string[], ...events: EventFilter['events']): EventFilter => ({ areaKeys, events });

describe('what a subscription is told', () => {
  it('is everything when it wants everything', () => {
    for (const type of SYNDICATION_EVENTS) expect(toldAs({ ...EVENT, type }, [filter([])])).toBe(type);
  });

  it('is what lies in one of its areas or below, and in one of its partner’s', () => {
    expect(toldAs(EVENT, [filter(['ouseshire'])])).toBe('article.updated');
    expect(toldAs(EVENT, [filter(['harrowmere', 'fenwick'])])).toBe('article.updated');
    expect(toldAs(EVENT, [filter(['harrowmere'])])).toBeUndefined();
    expect(toldAs(EVENT, [filter([]), filter(['harrowmere'])])).toBeUndefined();
    expect(toldAs({ ...EVENT, areaKeys: [] }, [filter(['fenwick'])])).toBeUndefined();
  });

  it('is only the events that it wants', () => {
    expect(toldAs(EVENT, [filter([], 'article.published')])).toBeUndefined();
    expect(toldAs(EVENT, [filter([], 'article.published', 'article.updated')])).toBe('article.updated');
  });

  it('is that an article has left its areas, whatever events it wants', () => {
    const moved = { ...EVENT, areaKeys: ['harrowmere', 'ouseshire'], formerAreaKeys: ['fenwick', 'ouseshire'] };
    expect(toldAs(moved, [filter(['fenwick'], 'article.published')])).toBe('article.access_lost');
    expect(toldAs(moved, [filter(['ouseshire'])])).toBe('article.updated');
    expect(toldAs(moved, [filter(['elsewhere'])])).toBeUndefined();
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
          expect(toldAs({ ...EVENT, type, areaKeys, formerAreaKeys }, filters)).toBe(type);
        },
      ),
    );
  });
});
