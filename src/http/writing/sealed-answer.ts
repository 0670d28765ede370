import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * An answer that shows a secret this once is kept for a repetition all the same: enciphered with the key that asked,
 * which is kept nowhere. Whoever reads the database or a backup of it finds nothing; only who sent the request reads it
 * again.
 */

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Enciphers an answer with the credential that asked for it: 256 random bits, of which a fast derivation is enough. */
export function sealAnswer(text: string, credential: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(credential, nonce), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Error for what was sealed with another credential, or is no sealed answer */
export function unsealAnswer(sealed: string, credential: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, keyOf(credential, nonce), nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

function keyOf(credential: string, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', credential, nonce, 'dateline kept answer', 32));
}
