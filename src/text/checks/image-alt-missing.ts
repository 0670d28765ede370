import { about, IMAGE_ALT, inBody } from './places.ts';
import type { Rule } from './rule.ts';

/** What a camera or a program wrote: the name of a file, or the word for any picture. */
const NO_TEXT =
  /^\s*$|^\S+\.(?:jpe?g|png|gif|webp|heic|tiff?)$|^(?:img|dscn?|image|photo(?:graph)?|picture|pic|untitled|screenshot|logo|headshot|placeholder)[\W_]*\d*$/i;

export const imageAltMissing: Rule = {
  id: 'image-alt-missing',
  severity: 'warning',
  about:
    'A picture has no text for those who do not see it. For the picture of the release an empty text says that it is ' +
    'decorative; in a body nothing can say so. The name of a file is no text.',
  fires: { image: { url: 'https://www.ouseshire.example/bridge.jpg', alt: null } },
  passes: { image: { url: 'https://www.ouseshire.example/bridge.jpg', alt: 'Wern Bridge from the east bank' } },
  find: ({ image, pictures }) => [
    ...(image && image.alt !== '' && NO_TEXT.test(image.alt ?? '')
      ? [about(IMAGE_ALT, messageOf(image.alt ?? ''))]
      : []),
    ...pictures.filter(({ alt }) => NO_TEXT.test(alt)).map(({ alt, start, end }) => inBody(start, end, messageOf(alt))),
  ],
};

function messageOf(alt: string): string {
  return alt.trim() === ''
    ? 'A picture has no alternative text: say what it shows, for those who do not see it.'
    : `“${alt}” says nothing of what the picture shows, to those who do not see it.`;
}
