/** Text as the content of an element or of a quoted attribute; what no document may hold is left out. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]/gu, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** The same as the content of an element alone, where quotation marks stand for themselves. */
export function escapeHtmlText(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
