import { about, IMAGE_ALT, inBody } from './places.ts';
import type { Rule } from './rule.ts';

export const imageAltMissing: Rule = {
  id: 'image-alt-missing',
  severity: 'warning',
  about:
    'A picture has no text for those who do not see it. For the picture of the release an empty text says that it is ' +
    'decorative; in a body nothing can say so.',
  fires: { image: { url: 'https://www.ouseshire.example/bridge.jpg', alt: null } },
  passes: { image: { url: 'https://www.ouseshire.example/bridge.jpg', alt: 'Wern Bridge from the east bank' } },
  find: ({ image, pictures }) => [
    ...(image?.alt === null ? [about(IMAGE_ALT, 'The picture has no alternative text.')] : []),
    ...pictures
      .filter(({ alt }) => alt.trim() === '')
      .map(({ start, end }) => inBody(start, end, 'A picture in the body has no alternative text.')),
  ],
};
