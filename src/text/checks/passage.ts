import type { Block } from '../block.ts';

/** A field of a draft that is read as a block of a body is: its title or its summary. */
export interface Passage extends Block {
  /** JSON pointer to the field, in which the offsets are. */
  readonly pointer: string;
}

export function passageOf(pointer: string, kind: 'heading' | 'paragraph', text: string): Passage {
  return {
    pointer,
    kind,
    level: kind === 'heading' ? 1 : 0,
    text,
    strong: [],
    links: [],
    breaks: [],
    start: 0,
    end: text.length,
    // Few passages have a fault whose place is asked for.
    get origins() {
      return Array.from({ length: text.length + 1 }, (_, offset) => offset);
    },
  };
}
