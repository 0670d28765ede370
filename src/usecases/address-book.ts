import { hash } from 'node:crypto';
import type { ReleaseDocument } from '../text/document.ts';
import type { SourceDocument } from './compose-save.ts';

/** The addresses that the documents of one import have. */
export interface AddressBook {
  /**
   * Whether a document is the first of its address, or says the same as that one. What is not public may stand beside what
   * is: an export has both.
   */
  takes(document: AddressedDocument): boolean;
}

interface AddressedDocument {
  readonly document: Pick<ReleaseDocument, 'url'>;
  readonly source: Pick<SourceDocument, 'digest' | 'isDraft'>;
}

/** Enough of a digest to tell a million addresses apart, in a text that V8 keeps in few bytes. */
const KEY_LENGTH = 12;
/** Enough to tell two documents of one address apart, in a number that V8 keeps in place. */
const MARK_DIGITS = 7;

/** Holds some 80 bytes of each document, so that an import stays small however long it is. */
export function createAddressBook(): AddressBook {
  const marks = new Map<string, number>();
  return {
    takes({ document: { url }, source: { digest, isDraft } }) {
      const key = hash('sha256', `${isDraft ? 'draft' : 'public'} ${url}`, 'base64url').slice(0, KEY_LENGTH);
      const mark = Number.parseInt(digest.slice(0, MARK_DIGITS), 16);
      const known = marks.get(key) ?? mark;
      marks.set(key, known);
      return known === mark;
    },
  };
}
