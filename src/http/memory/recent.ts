/** What was seen lately. Of a text, 30 bits are noted: one in some hundred thousand new ones is taken for another. */
export interface Recent {
  add(text: string): void;
  /** Says whether it was not seen lately, and notes that it was now. */
  isNew(text: string): boolean;
}

/**
 * Makes no garbage, however many are seen once.
 * @param half when so many are newly seen, the older half of what is remembered goes; a power of two
 */
export function createRecent(half: number): Recent {
  let newer = createNotes(half);
  let older = createNotes(half);
  const note = (mark: number): void => {
    if (newer.isFull()) {
      [older, newer] = [newer, older];
      newer.clear();
    }
    newer.add(mark);
  };
  return {
    add: (text) => note(markOf(text)),
    isNew(text) {
      const mark = markOf(text);
      if (newer.has(mark) || older.has(mark)) return false;
      note(mark);
      return true;
    },
  };
}

/** Marks in an open table of twice as many places, of which 0 is an empty one. */
function createNotes(capacity: number) {
  const places = new Int32Array(2 * capacity);
  let size = 0;
  const placeOf = (mark: number): number => {
    let place = mark & (places.length - 1);
    while (places[place] !== 0 && places[place] !== mark) place = (place + 1) & (places.length - 1);
    return place;
  };
  return {
    has: (mark: number) => places[placeOf(mark)] === mark,
    add(mark: number): void {
      const place = placeOf(mark);
      if (places[place] === mark) return;
      places[place] = mark;
      size += 1;
    },
    isFull: () => size >= capacity,
    clear(): void {
      places.fill(0);
      size = 0;
    },
  };
}

/** FNV-1a, 30 bits of it, never 0. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark & 0x3fffffff || 1;
}
