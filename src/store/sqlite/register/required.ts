/** @throws Error when a row is missing that a foreign key promises */
export function required<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('a registered name is missing');
  return row;
}
