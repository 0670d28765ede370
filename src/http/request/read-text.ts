import * as z from 'zod';

/** A text of a request, as `read` reads it: undefined for what it cannot be, and whoever sent that is told what would be right. */
export function textRead<Value>(read: (text: string) => Value | undefined, expected: string) {
  return z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}
