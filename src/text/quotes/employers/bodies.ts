import type { Block } from '../../block.ts';
import type { Sentence } from '../cast/narration.ts';
import { once, onceEach } from '../once.ts';
import { bareOrganisation } from '../speaker/believable.ts';
import type { Passage } from '../statements/passages.ts';
import type { Draft } from '../statements/statements.ts';
import { type Service, serviceOfName } from '../tables/services.ts';
import { openAbbreviations } from './abbreviations.ts';
import { isArm } from './formations.ts';
import { openLongestForms } from './longest-form.ts';
import { organisationsIn } from './named-organisations.ts';
import { nameOrganisations, SHIP } from './organisation-names.ts';
import {
  type About,
  findPublisher,
  forceBesideCommissioner,
  forceOf,
  headlineOf,
  type Publisher,
} from './publisher.ts';

/** What tells for whom somebody speaks. */
export interface Release {
  readonly blocks: readonly Block[];
  readonly narration: () => readonly Sentence[];
  readonly drafts: readonly Draft[];
  readonly about: About;
}

/** The bodies of a release, and how it calls them. Each is looked up when it is first asked for. */
export interface Bodies {
  readonly publisher: () => Publisher | null;
  /** What `the council` or a part of a name is called in full where a statement stands. */
  readonly nameOf: (written: string, passage: Passage) => string | null;
  /** The one body of a service that it names. */
  readonly ofService: (service: Service) => string | null;
  /** What letters stand for; other names are their own answer. */
  readonly inFull: (name: string) => string;
  readonly longestForm: (name: string) => string;
}

export function openBodies({ blocks, narration, drafts, about }: Release): Bodies {
  const publisher = once(() => findPublisher(about, narration(), blocks));
  const ship = once(() => (mayNameShip(about, blocks) ? publisher() : null));
  const announced = once(() => organisationsIn(headlineOf(about)));
  const texts = once(() => textsOf(about, narration()));
  const spelled = once(() => openAbbreviations(texts(), () => [publisher()?.name ?? '', ...bodiesIn(narration())]));
  return {
    publisher,
    nameOf: nameOrganisations(narration, drafts, { publisher, ship, announced }),
    ofService: onceEach(
      (service: Service) =>
        (service === 'police' ? forceOfCommissioner(about, texts(), bodiesIn(narration())) : null) ??
        onlyOfService(service, about, narration()),
    ),
    inFull: (name) => spelled()(name),
    longestForm: openLongestForms(headlineOf(about), narration),
  };
}

/** Words of the longest name of an organisation. */
const MAX_ORGANISATION_WORDS = 14;

/** What can be believed of the name of a body. */
export function properName(organisation: string | null = null): string | null {
  if (organisation === null || organisation.split(' ').length > MAX_ORGANISATION_WORDS) return null;
  const isCount = /^\d/.test(organisation) && !/\p{Lu}/u.test(organisation);
  return isCount ? null : bareOrganisation(organisation);
}

/** What most releases fail at once: no ship is called so that is not written so. */
function mayNameShip({ title, summary, area }: About, blocks: readonly Block[]): boolean {
  return [title, summary ?? '', area ?? '', ...blocks.map(({ text }) => text)].some((text) => text.includes(SHIP));
}

function textsOf({ title, summary }: About, narration: readonly Sentence[]): readonly string[] {
  return [title, summary ?? '', ...narration.map(({ text }) => text)];
}

function bodiesIn(narration: readonly Sentence[]): readonly string[] {
  return narration.flatMap(({ organisations }) => organisations());
}

/** The force of the commissioner who publishes, called as the release does. */
function forceOfCommissioner(about: About, texts: readonly string[], names: readonly string[]): string | null {
  const force = forceBesideCommissioner(about, texts);
  const place = force?.replace(/ Police$/, ' ') ?? '';
  const named = names.filter((name) => isOfService(name, 'police')).map(forceOf);
  return force === null ? null : (named.find((name) => name.startsWith(place)) ?? force);
}

/** A federation, and whoever oversees a force, are none. */
function isOfService(name: string, service: Service): boolean {
  return serviceOfName(name) === service && !/\b(?:Federation|Commissioner|Panel)\b/.test(name);
}

/** The one body of a service that a release names. */
function onlyOfService(service: Service, about: About, narration: readonly Sentence[]): string | null {
  const names = [...organisationsIn(headlineOf(about)), ...bodiesIn(narration)].filter((name) =>
    isOfService(name, service),
  );
  const [only, another, ...more] = new Set(
    service === 'police' ? names.map(forceOf) : names.filter((name) => !isArm(name)),
  );
  // `Marl Rifles` beside `2nd Battalion, The Marl Rifles` is no other.
  if (only !== undefined && another !== undefined && more.length === 0 && service !== 'police')
    return [only, another].find((name) => name.endsWith(` ${name === only ? another : only}`)) ?? null;
  // Where several are named, the release is about the first.
  return another === undefined || service === 'police' ? (only ?? null) : null;
}
