import { describe, expect, it } from 'vitest';
import {
  type Actor,
  ANONYMOUS,
  actorName,
  isKeyValid,
  type Key,
  MAX_KEY_NAME_LENGTH,
  OPERATOR,
  personOf,
  readKeyName,
} from '../../src/domain/actor.ts';
import { shifted } from '../../src/domain/time.ts';
import { instant } from '../support/time.ts';

const EXPIRY = instant('2026-03-02T10:00:00.000Z');
const KEY: Key = {
  id: 'k1',
  name: 'Front page',
  role: 'editor',
  areaKeys: [],
  prefix: 'dl_front',
  hash: '',
  createdAt: shifted(EXPIRY, -1_000),
  expiresAt: EXPIRY,
  grantedUntil: EXPIRY,
  revokedAt: null,
  lastUsedAt: null,
  partnerId: null,
};

describe('a key', () => {
  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('%i ms from its expiry is valid: %s', (millis, expected) => {
    expect(isKeyValid(KEY, shifted(EXPIRY, millis))).toBe(expected);
  });

  it('without an expiry is valid for ever', () => {
    expect(isKeyValid({ ...KEY, expiresAt: null }, instant('9999-12-31T23:59:59.999Z'))).toBe(true);
  });

  it('that is revoked opens nothing, whenever that was and however long it would have lasted', () => {
    for (const revokedAt of [shifted(EXPIRY, -500), shifted(EXPIRY, 500)]) {
      expect(isKeyValid({ ...KEY, revokedAt }, shifted(EXPIRY, -100))).toBe(false);
      expect(isKeyValid({ ...KEY, expiresAt: null, revokedAt }, shifted(EXPIRY, -100))).toBe(false);
    }
  });
});

it('an actor is written down by kind, and a key by its id, which is no secret', () => {
  expect(actorName(ANONYMOUS)).toBe('anonymous');
  expect(actorName(OPERATOR)).toBe('operator');
  expect(actorName({ kind: 'key', keyId: 'k1', name: 'Front page', role: 'author', areaKeys: [] })).toBe('key:k1');
});

it('keys of one name belong to one person, whatever their role', () => {
  const author: Actor = { kind: 'key', keyId: 'k1', name: 'Sam Carter', role: 'author', areaKeys: [] };
  const editor: Actor = { ...author, keyId: 'k2', role: 'editor', areaKeys: ['fenwick'] };
  expect(personOf(author)).toBe(personOf(editor));
  expect([author, OPERATOR, ANONYMOUS].map(personOf)).toEqual(['Sam Carter', 'operator', 'anonymous']);
});

it.each([
  ['Sam Carter', 'Sam Carter'],
  ['  Sam   Carter\n', 'Sam Carter'],
  ['Sam\u00a0Carter', 'Sam Carter'],
  ['Sam \u2009\u202fCarter', 'Sam Carter'],
  ['Sam\u2028Carter', undefined],
  ['Llŷr', 'Llŷr'],
  ['Lly\u0302r', 'Llŷr'],
  ['x'.repeat(MAX_KEY_NAME_LENGTH), 'x'.repeat(MAX_KEY_NAME_LENGTH)],
  ['x'.repeat(MAX_KEY_NAME_LENGTH + 1), undefined],
  ['', undefined],
  [' \t', undefined],
  ['Sam\u0000Carter', undefined],
  ['Sam\u200bCarter', undefined],
  ['Sam\nCarter', undefined],
  ['Operator', undefined],
  ['anonymous', undefined],
  ['Clock', undefined],
  ['system', undefined],
])('the name %j is kept as %j', (text, name) => {
  expect(readKeyName(text)).toBe(name);
});
