/** A mark, a name, a text, a number or a word of JSON, with the white space before it. */
const JSON_TOKEN =
  /([ \t\n\r]*)(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/uy;
const SPACE = /[ \t\n\r]*/y;

/** What may come next: a value or the end of a list, a name or the end of an object, a name, a colon, or what follows a value. */
type Wanted = 'value' | 'value-or-end' | 'name-or-end' | 'name' | 'colon' | 'more';

/** How far a text can be read as JSON, in UTF-16 code units; of well-formed JSON, its length. */
export function endOfJson(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    JSON_TOKEN.lastIndex = at;
    const match = JSON_TOKEN.exec(text);
    const next: Wanted | undefined =
      match === null ? undefined : after(wanted, match[2] ?? (match[3] === undefined ? 'value' : 'text'), open);
    if (next === undefined) return behindSpace(text, at);
    at = JSON_TOKEN.lastIndex;
    wanted = next;
  }
}

function behindSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

/** What may come behind a token; undefined where it may not stand there. */
function after(wanted: Wanted, token: string, open: string[]): Wanted | undefined {
  const inside = open.at(-1);
  if (wanted === 'colon') return token === ':' ? 'value' : undefined;
  if (wanted === 'more') {
    if (token === ',' && inside !== undefined) return inside === '{' ? 'name' : 'value';
    return closes(token, inside) ? closed(open) : undefined;
  }
  if (wanted === 'name' || wanted === 'name-or-end') {
    if (token === 'text') return 'colon';
    return wanted === 'name-or-end' && token === '}' ? closed(open) : undefined;
  }
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'name-or-end' : 'value-or-end';
  }
  if (wanted === 'value-or-end' && token === ']') return closed(open);
  return token === 'text' || token === 'value' ? 'more' : undefined;
}

function closes(token: string, inside: string | undefined): boolean {
  return (token === '}' && inside === '{') || (token === ']' && inside === '[');
}

function closed(open: string[]): Wanted {
  open.pop();
  return 'more';
}
