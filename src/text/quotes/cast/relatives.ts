import type { Speaker } from '../speaker/speaker.ts';
import { KIN_WORDS } from '../tables/kin.ts';
import { isSameGender } from './identity.ts';
import { NOBODY_YET, personOf, type Situation } from './situation.ts';

/** `Her daughter said: “…”`, where the release tells of `Maureen's daughter, Jackie Tilley-Ross`. */
export function relativeMeant(speaker: Speaker, situation: Situation): Speaker | null {
  const { relative, cast, at } = situation;
  const [, kin = ''] = speaker.kind === 'unnamed' ? (OF_SOMEBODY.exec(speaker.asWritten) ?? []) : [];
  if (kin === '') return null;
  const mention = relative(kin.toLowerCase());
  const person =
    personOf(mention, cast, at) ??
    (mention && { ...NOBODY_YET, name: mention.name, asWritten: '', about: mention.context }) ??
    otherOfTwo(speaker, situation);
  return person && { ...person, asWritten: speaker.asWritten };
}

const OF_SOMEBODY = new RegExp(
  String.raw`^(?:[Hh]is|[Hh]er|[Tt]heir|\p{Lu}[\p{L}'’ -]+['’]s?) (?:\p{Ll}+ )?(${KIN_WORDS})$`,
  'u',
);

/** `Walter Bell died in May. His widow, Edna, is 80. Mrs Bell said: “…”`: a relative with one name, of whoever has that surname. */
export function relativeCalled(speaker: Speaker, situation: Situation): Speaker | null {
  const { name, title, rank } = speaker;
  const { mentioned, earlier, cast, at } = situation;
  if (name === null || name.includes(' ') || rank !== null || !/^(?:Mrs?|Ms|Miss)$/.test(title ?? '')) return null;
  const relative = [mentioned.subject, mentioned.previous, mentioned.latest].find(
    (each) => each && !each.name.includes(' ') && ADULT_KIN.test(each.before),
  );
  if (!relative) return null;
  const known = cast.identify(speaker, at);
  // `Russell's brother, Perran, was the skipper.`: below it Mr Bell is no longer Russell Bell.
  const isBeside = relative === mentioned.subject && isOwnedByName(relative.before, known.name);
  const isKnown = known.name !== name && !situation.isBereaved(name);
  const whole = { ...speaker, name: `${relative.name} ${name}`, about: `${relative.before}${relative.context}` };
  const hasSpoken = earlier.some((each) => each.name === known.name);
  const isAnother = !isBeside && (isKnown || hasSpoken);
  return isAnother || !isSameGender(whole, { ...speaker, name: null }) ? null : whole;
}

function isOwnedByName(before: string, name: string | null): boolean {
  const [owner = ''] = /^[^'’]+(?=['’]s? )/.exec(before) ?? [];
  return owner !== '' && (name === owner || name?.startsWith(`${owner} `) === true);
}

/** `His widow, `, `Tom's mother `: before the name of a relative who may be called Mr or Mrs. */
const ADULT_KIN =
  /\b(?:[Hh]is|[Hh]er|[Tt]heir|\p{L}[\p{L}-]+['’]s?) (?:\p{Ll}+ ){0,2}?(?:(?:step-?|grand-?)?(?:mother|mum|mam|father|dad)|(?:late )?(?:wife|husband|widow|widower|partner)|sister|brother|aunt|uncle)(?:-in-law)?,? $/u;

/** `Zelah and Tom Bell moved in. “…,” said Zelah. Her husband said: “…”`: of two with one surname the one who has not spoken. */
function otherOfTwo(speaker: Speaker, { mentioned: { pair }, last, cast, at }: Situation): Speaker | null {
  if (!pair || !last || !isOwnedBy(speaker, last)) return null;
  const two = pair.people.map(({ name, context }) => {
    const called = { ...NOBODY_YET, name, asWritten: name, about: context };
    return { ...cast.identify(called, at), about: `${context} | ${speaker.asWritten}, ${name}` };
  });
  const [one, other] = two.map(({ name }) => name ?? '');
  if (surnameOf(one) !== surnameOf(other) || ![one, other].includes(last.name ?? '')) return null;
  const spouse = two.find(({ name }) => name !== last.name);
  return spouse && isSameGender(spouse, speaker) ? spouse : null;
}

/** Whether `her husband` may be that of somebody: a woman's, or of whoever may be one. */
function isOwnedBy({ asWritten }: Speaker, owner: Speaker): boolean {
  const [, pronoun] = /^(his|her) /i.exec(asWritten) ?? [];
  const [first = ''] = owner.name?.split(' ') ?? [];
  if (pronoun === undefined) return owner.name?.includes(' ') === true && asWritten.startsWith(first);
  const asked: Speaker = { ...owner, kind: 'pronoun', name: null, asWritten: /^his$/i.test(pronoun) ? 'he' : 'she' };
  return isSameGender(owner, asked);
}

function surnameOf(name = ''): string {
  return name.slice(name.lastIndexOf(' '));
}
