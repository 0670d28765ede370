import { Problem } from '../../domain/problem.ts';

export const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded';

/** Reads a form. @throws Problem `invalid_request` for a field that is given twice, or text that is none */
export function parseFormBody(bytes: Uint8Array): Record<string, string> {
  const fields = new URLSearchParams(new TextDecoder().decode(bytes));
  const read = Object.fromEntries(fields);
  if (Object.keys(read).length !== fields.size) {
    throw new Problem('invalid_request', 'A field of the form is given more than once.');
  }
  if (Object.values(read).some((value) => value.includes('\0'))) {
    throw new Problem('invalid_request', 'The form holds characters that no text has.');
  }
  return read;
}
