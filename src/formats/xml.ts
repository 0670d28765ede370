/** Finished XML. Only `element` makes it, so that no text gets into a document unescaped. */
export interface Xml {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with attributes (undefined: left out) and text or elements in it. */
export function element(name: string, attributes: Attributes = {}, content: string | readonly Xml[] = ''): Xml {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeXml(value)}"`,
  );
  const inside = typeof content === 'string' ? escapeXml(content) : content.map(({ markup }) => markup).join('\n');
  const opened = `<${name}${written.join('')}`;
  if (inside === '') return { markup: `${opened}/>` };
  const between = typeof content === 'string' ? '' : '\n';
  return { markup: `${opened}>${between}${inside}${between}</${name}>` };
}

export function xmlDocument({ markup }: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`;
}

/** Characters that XML 1.0 cannot hold, escaped or not (section 2.2): control characters, halves of pairs, U+FFFE. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

function escapeXml(text: string): string {
  return text.replaceAll(NOT_XML, '').replaceAll(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? '');
}
