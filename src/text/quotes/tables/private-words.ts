import { KIN_WORDS } from './kin.ts';

/** Those who live where a release tells of, each as one alternative of a pattern, in the singular. */
export const NEIGHBOURS = 'neighbour|resident|tenant|householder|homeowner|leaseholder|villager';

/** What people are to those whom a release is about, and no post. */
const OTHERS = `girlfriend|boyfriend|friend|${NEIGHBOURS}|patient|client|customer|shopper|passenger|passer-by|victim|survivor|(?:wheelchair|library|service) user|skateboarder|motorcyclist|motorist|commuter|cyclist|dog walker`;

/** The same in Welsh, as they stand behind `ei` too. */
const WELSH =
  '[mf]am|[dt]h?ad|[mf]erch|[mf]ab|g?wraig|chwaer|[bf]rawd|nain|taid|[gc]h?ymydog|[pb]h?reswylydd|[tdn]h?enant';

export const PRIVATE_WORDS = `${KIN_WORDS}|(?:${OTHERS})s?|${WELSH}`;
