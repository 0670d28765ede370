import { KIN_WORDS } from './kin.ts';
import { people } from './people.ts';

/** What people are to those whom a release is about, and no post. As alternatives of a pattern. */
const OTHERS = people('home', 'served', 'onTheirWay', 'friend', 'harmed');

/** The same in Welsh, as they stand behind `ei` too. */
const WELSH =
  '[mf]am|[dt]h?ad|[mf]erch|[mf]ab|g?wraig|chwaer|[bf]rawd|nain|taid|[gc]h?ymydog|[pb]h?reswylydd|[tdn]h?enant';

export const PRIVATE_WORDS = `${KIN_WORDS}|${OTHERS}|${WELSH}`;
