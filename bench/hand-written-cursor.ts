/** The last row of a page. */
interface Place {
  readonly publishedAt: string;
  readonly id: string;
}

export function handWrittenCursor({ publishedAt, id }: Place): string {
  return Buffer.from(`${publishedAt} ${id}`).toString('base64url');
}

export function readHandWrittenCursor(cursor: string): Place {
  const [publishedAt = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  return { publishedAt, id };
}
