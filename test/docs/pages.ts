import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** The text of a page, or of any other file, by its path from the root of the project. */
export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A table between `<!-- name -->` and `<!-- /name -->`. @throws Error when the page has no such marks */
export function markedTable(page: string, name: string): string {
  const [, table] = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(page) ?? [];
  if (table === undefined) throw new Error(`there is no table marked ${name}`);
  return table;
}

/** The cells of a table's rows, below its head, without the marks of code. */
export function rowsOf(table: string): string[][] {
  const [, , ...rows] = table.trimEnd().split('\n');
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}
