import { expect, test } from 'vitest';
import {
  type Actor,
  ANONYMOUS,
  actorName,
  isKeyValid,
  type Key,
  keyStateAt,
  MAX_KEY_NAME_LENGTH,
  OPERATOR,
  personOf,
  readKeyName,
} from '../../src/domain/actor.ts';
import { instant, shifted } from '../support/time.ts';

const NOW = instant('2020-11-02T12:00:00.000Z');
const KEY: Key = {
  id: 'k1',
  name: 'Sam Hunt',
  role: 'author',
  areaKeys: [],
  prefix: '3f9c01d2a4b6',
  hash: '',
  createdAt: NOW,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
};

test('keys of one name belong to one person, whatever their role', () => {
  const author: Actor = { kind: 'key', keyId: 'k1', name: 'Sam Hunt', role: 'author', areaKeys: [] };
  const editor: Actor = { ...author, keyId: 'k2', role: 'editor', areaKeys: ['bedford'] };
  expect(personOf(author)).toBe(personOf(editor));
  expect([author, OPERATOR, ANONYMOUS].map(personOf)).toEqual(['Sam Hunt', 'operator', 'anonymous']);
  expect([author, OPERATOR, ANONYMOUS].map(actorName)).toEqual(['key:k1', 'operator', 'anonymous']);
});

test('a key is valid before its expiry, and not once it is revoked', () => {
  expect(keyStateAt(KEY, NOW)).toBe('valid');
  expect(keyStateAt({ ...KEY, expiresAt: shifted(NOW, 1) }, NOW)).toBe('valid');
  expect(keyStateAt({ ...KEY, expiresAt: NOW }, NOW)).toBe('expired');
  expect(keyStateAt({ ...KEY, expiresAt: NOW, revokedAt: NOW }, NOW)).toBe('revoked');
  expect(isKeyValid({ ...KEY, revokedAt: shifted(NOW, 1) }, NOW)).toBe(false);
});

test.each([
  ['Sam Hunt', 'Sam Hunt'],
  ['  Sam   Hunt\n', 'Sam Hunt'],
  ['Llŷr', 'Llŷr'],
  ['Lly\u0302r', 'Llŷr'],
  ['x'.repeat(MAX_KEY_NAME_LENGTH), 'x'.repeat(MAX_KEY_NAME_LENGTH)],
  ['x'.repeat(MAX_KEY_NAME_LENGTH + 1), undefined],
  ['', undefined],
  [' \t', undefined],
  ['Sam\u0000Hunt', undefined],
  ['Sam\u200bHunt', undefined],
  ['Sam\nHunt', undefined],
  ['Operator', undefined],
  ['anonymous', undefined],
])('the name %j is kept as %j', (text, name) => {
  expect(readKeyName(text)).toBe(name);
});
