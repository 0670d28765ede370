/**
 * The made-up part of the country that the releases speak of: 60 places in three levels, 40 organisations and 300
 * officials. Lists are in a fixed order, so that an index always means the same one.
 */
export interface Place {
  readonly name: string;
  readonly kind: 'county' | 'borough' | 'ward';
  readonly places: readonly Place[];
}

interface Body {
  readonly name: string;
  readonly kind: (typeof BODY_KINDS)[number];
}

export interface Speaker {
  /** With the rank, where there is one. */
  readonly name: string;
  /** What stands between the name and `said`. */
  readonly post: string;
}

const BODY_KINDS = ['police', 'fire', 'council', 'housing', 'health', 'charity'] as const;

const STEMS = ['Ald', 'Bram', 'Carn', 'Dun', 'Elm', 'Fair', 'Gres', 'Har', 'Ing', 'Kel', 'Lang', 'Mel'];
const ENDINGS = ['ford', 'bury', 'wick', 'mere', 'thorpe'];
const BOROUGHS_PER_COUNTY = 2;
const WARDS_PER_BOROUGH = 6;

const NAMES = ENDINGS.flatMap((ending) => STEMS.map((stem) => stem + ending));

/** Four counties with all that is in them. */
export const COUNTIES: readonly Place[] = NAMES.slice(0, 4).map((stem, county) => ({
  name: `${stem}shire`,
  kind: 'county',
  places: Array.from({ length: BOROUGHS_PER_COUNTY }, (_, at) => borough(county * BOROUGHS_PER_COUNTY + at)),
}));

function borough(index: number): Place {
  const firstWard = 12 + index * WARDS_PER_BOROUGH;
  return {
    name: NAMES[4 + index] ?? '',
    kind: 'borough',
    places: NAMES.slice(firstWard, firstWard + WARDS_PER_BOROUGH).map((name) => ({ name, kind: 'ward', places: [] })),
  };
}

/** Every place once: each county, then what is in it. */
export const PLACES: readonly Place[] = COUNTIES.flatMap(withPlaces);

function withPlaces(place: Place): Place[] {
  return [place, ...place.places.flatMap(withPlaces)];
}

const BOROUGHS = PLACES.filter(({ kind }) => kind === 'borough');

const BODIES: readonly Body[] = [
  ...COUNTIES.map(({ name }): Body => ({ name: `${name} Police`, kind: 'police' })),
  ...COUNTIES.map(({ name }): Body => ({ name: `${name} Fire and Rescue Service`, kind: 'fire' })),
  ...COUNTIES.map(({ name }): Body => ({ name: `${name} County Council`, kind: 'council' })),
  ...COUNTIES.map(({ name }): Body => ({ name: `${name} NHS Foundation Trust`, kind: 'health' })),
  ...BOROUGHS.map(({ name }): Body => ({ name: `${name} Borough Council`, kind: 'council' })),
  ...BOROUGHS.map(({ name }): Body => ({ name: `${name} Housing Association`, kind: 'housing' })),
  ...BOROUGHS.map(({ name }): Body => ({ name: `${name} Community Trust`, kind: 'charity' })),
];

const FIRST_NAMES =
  `Rebecca Duncan Eleanor Amir Priya Owen Rachel Tomasz Grace Daniel Fatima Hugh Naomi Simon Leila Marcus
Joanne Peter Adaeze Stephen`.split(/\s+/);
const SURNAMES =
  `Shaw Reyes Ellery Whitlock Osborne Mensah Fielding Kaur Pritchard Llewellyn Novak Ashdown Greaves Okafor
Tempest`.split(/\s+/);

/** Ranks before a name and roles behind it, by what kind of body somebody works for. */
const POSTS: Readonly<Record<Body['kind'], { readonly ranks: readonly string[]; readonly roles: readonly string[] }>> =
  {
    police: {
      ranks: ['Inspector', 'Sergeant', 'PC', 'Chief Inspector', 'Detective Sergeant', 'Superintendent'],
      roles: ['from the neighbourhood policing team at', 'who led the investigation for', 'from'],
    },
    fire: { ranks: ['Watch Manager', 'Station Manager', 'Crew Manager'], roles: ['from', 'station commander at'] },
    council: { ranks: ['Cllr', 'Councillor'], roles: ['portfolio holder for community safety at', 'leader of'] },
    health: { ranks: ['Dr', ''], roles: ['medical director of', 'consultant at'] },
    housing: { ranks: [''], roles: ['chief executive of', 'head of neighbourhoods at'] },
    charity: { ranks: [''], roles: ['director of', 'volunteer coordinator at'] },
  };

/** The first ones are quoted most. Whoever has the same first name works for other bodies. */
export const SPEAKERS: readonly Speaker[] = SURNAMES.flatMap((surname, row) =>
  FIRST_NAMES.map((first, column) => speaker(`${first} ${surname}`, row * FIRST_NAMES.length + column)),
);

function speaker(name: string, index: number): Speaker {
  const body = BODIES[(index * 7) % BODIES.length] ?? { name: '', kind: 'charity' };
  const { ranks, roles } = POSTS[body.kind];
  const rank = ranks[index % ranks.length] ?? '';
  return { name: rank === '' ? name : `${rank} ${name}`, post: `${roles[index % roles.length] ?? ''} ${body.name}` };
}

/** The places as a document that `import` reads as areas. */
export function areasDocument(): Uint8Array {
  return new TextEncoder().encode(COUNTIES.flatMap((county) => areaLines(county, '')).join('\n'));
}

function areaLines({ name, kind, places }: Place, indent: string): string[] {
  return [
    `${indent}- name: ${name}`,
    `${indent}  kind: ${kind}`,
    ...(places.length > 0 ? [`${indent}  areas:`] : []),
    ...places.flatMap((place) => areaLines(place, `${indent}    `)),
  ];
}
