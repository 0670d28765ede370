import { KIN_WORDS } from './kin.ts';

/** What people are to those whom a release is about, and no post. As alternatives of a pattern. */
const OTHERS =
  'girlfriend|boyfriend|friend|neighbour|resident|tenant|householder|homeowner|leaseholder|villager|patient|client|customer|shopper|passenger|passer-by|victim|survivor|(?:wheelchair|library|service) user|skateboarder|motorcyclist|motorist|commuter|cyclist|dog walker';

/** The same in Welsh, as they stand behind `ei` too. */
const WELSH =
  '[mf]am|[dt]h?ad|[mf]erch|[mf]ab|g?wraig|chwaer|[bf]rawd|nain|taid|[gc]h?ymydog|[pb]h?reswylydd|[tdn]h?enant';

export const PRIVATE_WORDS = `${KIN_WORDS}|(?:${OTHERS})s?|${WELSH}`;
