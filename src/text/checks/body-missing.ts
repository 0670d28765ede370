import { about, BODY } from './places.ts';
import type { Rule } from './rule.ts';

export const bodyMissing: Rule = {
  id: 'body-missing',
  severity: 'warning',
  about: 'There is no body: readers get a title and nothing to read.',
  fires: { body: '' },
  passes: { body: 'Wern Bridge is open again.' },
  find: ({ markdown }) => (markdown.trim() === '' ? [about(BODY, 'There is no body.')] : []),
};
