/** A piece of text on the way from one version to another; the pieces that are not added make the first, the others the second. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines or words that may be added and removed; beyond them two texts are told apart as wholes. It bounds the work. */
export const MAX_EDITS = 400;

/** Compares two texts line by line, and by words the lines that took each other's place. */
export function diffText(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    for (const change of diffPieces(wordsOf(removed), wordsOf(added))) append(changes, change);
    removed = '';
    added = '';
  };
  for (const { kind, text } of diffPieces(linesOf(before), linesOf(after))) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      close();
      append(changes, { kind, text });
    }
  }
  close();
  return changes;
}

/** With their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Words and the white space between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

/** Neighbours of one kind are one change. */
function append(changes: TextChange[], { kind, text }: TextChange): void {
  const last = changes.at(-1);
  if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
  else if (text !== '') changes.push({ kind, text });
}

/** What both begin and end with is not looked at twice. */
function diffPieces(before: readonly string[], after: readonly string[]): TextChange[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const changes: TextChange[] = [
    { kind: 'same', text: before.slice(0, start).join('') },
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    { kind: 'same', text: before.slice(before.length - end).join('') },
  ];
  return changes.filter(({ text }) => text !== '');
}

function diffMiddle(before: readonly string[], after: readonly string[]): TextChange[] {
  const rounds = shortestEdit(before, after);
  if (rounds) return walkBack(before, after, rounds);
  return [
    { kind: 'removed', text: before.join('') },
    { kind: 'added', text: after.join('') },
  ];
}

/** How far into `before` each diagonal (place in `before` less place in `after`) has come. */
type Reach = ReadonlyMap<number, number>;

/**
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the reach before each edit of a shortest way from one
 * to the other; undefined when that way is longer than MAX_EDITS.
 */
function shortestEdit(before: readonly string[], after: readonly string[]): Reach[] | undefined {
  const rounds: Reach[] = [];
  let reach: Reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= MAX_EDITS; edits += 1) {
    rounds.push(reach);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = entry(reach, diagonal, edits);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return rounds;
    }
    reach = next;
  }
  return undefined;
}

/** Where an edit enters a diagonal: down from the one above (something added) or along from the one below (removed). */
function entry(reach: Reach, diagonal: number, edits: number): number {
  return isAddition(reach, diagonal, edits) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
}

function isAddition(reach: Reach, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
}

function at(reach: Reach, diagonal: number): number {
  return reach.get(diagonal) ?? 0;
}

/** The changes of the way that was found, from its end to its beginning and turned round. */
function walkBack(before: readonly string[], after: readonly string[], rounds: readonly Reach[]): TextChange[] {
  const changes: TextChange[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = rounds.length - 1; edits >= 0; edits -= 1) {
    const reach = rounds[edits] ?? new Map();
    const diagonal = x - y;
    const begin = edits === 0 ? 0 : entry(reach, diagonal, edits);
    for (; x > begin; x -= 1) changes.push({ kind: 'same', text: before[x - 1] ?? '' });
    y = x - diagonal;
    if (edits === 0) break;
    if (isAddition(reach, diagonal, edits)) {
      y -= 1;
      changes.push({ kind: 'added', text: after[y] ?? '' });
    } else {
      x -= 1;
      changes.push({ kind: 'removed', text: before[x] ?? '' });
    }
  }
  return changes.reverse();
}
