/**
 * The way back from the content of a block, as the parser hands it out without its list marks, quotation marks and
 * indentation, to the markdown: for every character its offset, and one more for the end.
 */
export type Offsets = readonly number[];

/** The lines of a body, and where each begins. */
export interface SourceLines {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

export function linesOf(markdown: string): SourceLines {
  const texts = markdown.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const text of texts) {
    starts.push(start);
    start += text.length + 1;
  }
  return { texts, starts };
}

/** For a paragraph, an underlined heading or code: each line of the content is the end of a line of the markdown. */
export function lineOffsets(content: string, firstLine: number, lines: SourceLines): Offsets {
  const offsets = new Array<number>(content.length + 1);
  let line = firstLine;
  let at = 0;
  for (const text of content.split('\n')) {
    const start = lines.starts[line] ?? 0;
    const core = text.trimStart();
    const coreAt = start + (lines.texts[line] ?? '').trimEnd().length - core.trimEnd().length;
    const shift = coreAt - (text.length - core.length);
    // A tab can stand for more spaces of the content than there are characters before them.
    for (let index = 0; index <= text.length; index += 1) offsets[at + index] = Math.max(start, shift + index);
    at += text.length + 1;
    line += 1;
  }
  return offsets;
}

/** For a heading behind `#`, of which lists and quotations cannot have any before it. */
export function headingOffsets(content: string, line: number, lines: SourceLines): Offsets {
  const text = lines.texts[line] ?? '';
  const marks = text.indexOf('#');
  const at = (lines.starts[line] ?? 0) + marks + (/^#+[ \t]*/.exec(text.slice(marks))?.[0].length ?? 0);
  const offsets = new Array<number>(content.length + 1);
  for (let index = 0; index <= content.length; index += 1) offsets[index] = at + index;
  return offsets;
}

/** For the cells of a table's row; its head may begin like a list or a quotation, but has a cell for every column. */
export function rowOffsets(contents: readonly string[], line: number, isHead: boolean, lines: SourceLines): Offsets[] {
  const text = lines.texts[line] ?? '';
  const cells = splitRow(text, lines.starts[line] ?? 0);
  const cellCount = cells.at(-1)?.length === 1 ? cells.length - 1 : cells.length;
  const beginsWithBar = isHead ? cellCount > contents.length : /^[\s>]*\|/.test(text);
  if (beginsWithBar) cells.shift();
  return contents.map((content, index) => {
    const offsets = cells[index] ?? [];
    const end = offsets.length - 1;
    return offsets.slice(end - content.length, end + 1);
  });
}

/**
 * Splits at the bars that no backslash escapes (GFM 0.29, section 4.10). For each cell the offsets of its characters up
 * to the last that is not white space, and of its end; an escaped bar stands where its backslash does.
 */
function splitRow(text: string, start: number): number[][] {
  const cells: number[][] = [];
  let offsets: number[] = [];
  let length = 0;
  let end = start;
  for (let index = 0; index <= text.length; index += 1) {
    const isBar = text[index] === '|';
    const isEscaped = isBar && text[index - 1] === '\\';
    if (index === text.length || (isBar && !isEscaped)) {
      cells.push([...offsets.slice(0, length), end]);
      offsets = [];
      length = 0;
    } else {
      if (!isEscaped) offsets.push(start + index);
      if (text[index]?.trim() !== '') [length, end] = [offsets.length, start + index + 1];
    }
  }
  return cells;
}
