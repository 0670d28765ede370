import type { Renderer, Token } from 'markdown-it';

/** What may stand in a body, whatever the tokens say. */
const TAGS = new Set([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['strong', 'em', 'code', 'a', 'img'],
]);
const ATTRIBUTES = new Set(['href', 'src', 'alt', 'title', 'start']);

/**
 * Lets a renderer write nothing but these tags with these attributes, and everything else as text. It has the say over
 * every sign that comes out, so that nothing is left for a sanitiser: a test compares it with one.
 */
export function renderSafely(renderer: Renderer): void {
  const renderToken = renderer.renderToken.bind(renderer);
  renderer.rules = {
    text: (tokens, index) => escapeText(tokens[index]?.content),
    text_special: (tokens, index) => escapeText(tokens[index]?.content),
    code_inline: (tokens, index) => `<code>${escapeText(tokens[index]?.content)}</code>`,
    fence: (tokens, index) => `<pre><code>${escapeText(tokens[index]?.content)}</code></pre>\n`,
    softbreak: () => '\n',
    hardbreak: () => '<br />\n',
    image(tokens, index, options) {
      const image = tokens[index];
      image?.attrSet('alt', altText(image.children ?? []));
      return renderer.renderToken(tokens, index, options);
    },
  };
  renderer.renderAttrs = attributesOf;
  renderer.renderToken = (tokens, index, options) => {
    const { type, tag } = tokens[index] ?? {};
    if (tag === undefined || !TAGS.has(tag)) throw new Error(`a body has no ${type}`);
    return renderToken(tokens, index, options);
  };
}

function attributesOf({ attrs }: Pick<Token, 'attrs'>): string {
  if (!attrs) return '';
  return attrs
    .filter(([name]) => ATTRIBUTES.has(name))
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function escapeText(text: string | number = ''): string {
  return String(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function altText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'image' ? altText(token.children ?? []) : altOf(token))).join('');
}

function altOf({ type, content }: Token): string {
  return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
}
