import { describe, expect, it } from 'vitest';
import {
  instantsOf,
  isWallTime,
  localText,
  parseInstant,
  parseWallTime,
  readingsOf,
  readZone,
} from '../../src/domain/time.ts';
import { fc } from '../support/property-tests.ts';
import { date, wall } from '../support/time.ts';

describe('isWallTime', () => {
  it('takes what a clock can show', () => {
    expect(isWallTime(wall(date(2020, 10, 29), 23, 59, 59))).toBe(true);
    expect(isWallTime(wall(date(2020, 10, 29), 24))).toBe(false);
    expect(isWallTime(wall(date(2020, 10, 29), 0, 60))).toBe(false);
    expect(isWallTime(wall(date(2020, 10, 29), 0, 0, 60))).toBe(false);
  });
});

describe('readingsOf', () => {
  it('is what instantsOf gives wherever a clock shows the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_599 }), (minutes) => {
        const shown = new Date(Date.UTC(2021, 0, 1, 0, minutes));
        const day = date(2021, shown.getUTCMonth() + 1, shown.getUTCDate());
        const time = wall(day, shown.getUTCHours(), shown.getUTCMinutes());
        const instants = instantsOf(time);
        expect(readingsOf(time)).toEqual(expect.arrayContaining(instants));
        for (const at of instants) expect(localText(at)).toMatch(new RegExp(`^${shown.toISOString().slice(0, 19)}`));
      }),
    );
  });

  it('has two where a clock change skips or repeats the time, each of which can be read again', () => {
    for (const [day, texts] of [
      [date(2026, 3, 29), ['2026-03-29T00:30:00+00:00', '2026-03-29T02:30:00+01:00']],
      [date(2026, 10, 25), ['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00']],
    ] as const) {
      const readings = readingsOf(wall(day, 1, 30));
      expect(readings.map((at) => localText(at))).toEqual(texts);
      expect(texts.map(parseInstant)).toEqual(readings);
    }
  });
});

describe('readZone', () => {
  it.each([
    ['Europe/London', 'Europe/London'],
    ['europe/LONDON', 'Europe/London'],
    ['UTC', 'UTC'],
    ['Mars/Olympus', undefined],
    ['+01:00', undefined],
    ['', undefined],
    ['A'.repeat(65), undefined],
  ])('reads %s', (name, zone) => {
    expect(readZone(name)).toBe(zone);
  });

  // What ICU takes for a zone of Bangladesh, America, India, Australia, or with its sign turned round.
  it.each(['BST', 'EST', 'CST', 'IST', 'ACT', 'WET', 'GB', 'EST5EDT', 'SystemV/EST5', 'Etc/GMT+5', 'Etc/Unknown'])(
    'does not take %s for a zone',
    (name) => {
      expect(readZone(name)).toBeUndefined();
    },
  );

  // By which of its names a zone is told, Node says differently from version to version.
  it.each(['GMT', 'Etc/UTC', 'Europe/Belfast', 'America/Argentina/Buenos_Aires'])('knows %s', (name) => {
    expect(readZone(name)).toBeDefined();
  });
});

describe('parseWallTime', () => {
  it.each([
    ['2020-10-29T09:30', wall(date(2020, 10, 29), 9, 30)],
    ['1900-01-01t00:00:01', wall(date(1900, 1, 1), 0, 0, 1)],
    ['9998-12-31T23:59:59', wall(date(9998, 12, 31), 23, 59, 59)],
  ])('reads %s', (text, time) => {
    expect(parseWallTime(text)).toEqual(time);
  });

  it.each([
    '1899-12-31T23:59',
    '9999-01-01T00:00',
    '2020-02-30T09:30',
    '2020-10-29T24:00',
    '2020-10-29 09:30',
    '2020-10-29T09:30Z',
    '2020-10-29',
  ])('takes %s for none', (text) => {
    expect(parseWallTime(text)).toBeUndefined();
  });
});
