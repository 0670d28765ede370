import { SIDES } from './sides.ts';

/** Bodies that have posts of their own: whoever has one of them speaks for a body of the kind that the release names. */

/** Bodies of a kind by their names, and who works, learns or plays there. Those that come first are the surer ones. */
export interface House {
  readonly posts: RegExp;
  /** Whether such a post is theirs only where a body of the kind is named beside it: others have cooks as well. */
  readonly isNear?: true;
  readonly bodies: RegExp;
}

const SCHOOL = /\b(?:School|Academy|Primary|Infants|Juniors|Comprehensive|Grammar)$|^Ysgol\b/;
const SEAT_OF_LEARNING =
  /\b(?:School|Academy|Primary|Infants|Juniors|Comprehensive|Grammar|College|Sixth Form)$|^(?:Ysgol|Coleg)\b/;
const SIDE = new RegExp(String.raw`\b(?:Club|[AR]?FC|RLFC|CC|RUFC|${SIDES})(?: (?:Women|Ladies|Juniors))?$|^Clwb\b`);

export const HOUSES: readonly House[] = [
  {
    posts: /^(?:prison|(?:governing |deputy |acting )?governor|custodial manager|prison officer)\b/i,
    bodies: /^(?:HMP|HMPYOI|HM Prison|HMYOI)\b|\bPrison$/,
  },
  { posts: /\b(?:head ?teacher|head ?master|head ?mistress|pennaeth(?: yr ysgol)?)$/i, bodies: SCHOOL },
  // `Year 11 pupil Tobi Cole, who cut the ribbon`
  { posts: /^(?:\p{L}+ )?(?:year \w+ )?(?:pupil|head (?:boy|girl))$/iu, bodies: SCHOOL },
  {
    posts: /\b(?:head ?teacher|head ?master|head ?mistress|head|principal|governors?|pennaeth(?: yr ysgol)?)$/i,
    bodies: SEAT_OF_LEARNING,
  },
  {
    posts:
      /\b(?:teacher|teaching assistant|head of (?:year|sixth form|school)|lunchtime supervisor|senco|athro|athrawes)$/i,
    bodies: SEAT_OF_LEARNING,
  },
  {
    posts: /^(?:(?:school|head) )?(?:cook|caretaker|bursar|librarian|business manager|site manager)$/i,
    bodies: SCHOOL,
    isNear: true,
  },
  {
    posts:
      /^(?:(?:head|first[- ]team|team|club|player|assistant|bowls|swimming|rugby|football|cricket|boxing|hockey|netball)[- ]?)?(?:coach|captain|goalkeeper|striker|skipper)$/i,
    bodies: SIDE,
  },
  {
    posts: /\b(?:band ?(?:master|leader)|conductor|musical director)$/i,
    bodies: /\b(?:Band|Choir|Orchestra|Singers|Chorus)$/,
  },
  {
    posts:
      /\b(?:housing|health|education|justice|transport|finance|culture|rural affairs|net zero) (?:secretary|minister)$|^first minister$|^(?:y )?(?:prif weinidog|ysgrifennydd y cabinet)\b/i,
    bodies: /^(?:Scottish|Welsh) Government$|^(?:Ll|L)ywodraeth Cymru$/,
  },
  { posts: /\bprosecutor$/i, bodies: /^(?:CPS\b|Crown Prosecution Service)/ },
  { posts: /\bprocurator fiscal$/i, bodies: /^(?:COPFS$|Crown Office\b)/ },
  { posts: /\bminister$/i, bodies: /^(?:Department|Ministry) (?:for|of)\b/ },
  { posts: /^(?:captain|commanding officer|executive officer)$/i, bodies: /^(?:HMS|RFA)\b/ },
  { posts: /\bharbour ?master$/i, bodies: /\b(?:Harbours?|Port)\b/ },
  { posts: /\b(?:helm|coxswain|lifeboat operations manager)$/i, bodies: /\b(?:Lifeboat|Rescue Boat)$/ },
  {
    posts: /^(?:(?:deputy|assistant) )?team leader$|^rescue team (?:leader|member)$/i,
    bodies: /\b(?:Mountain|Cave|Fell|Search and|Lowland) Rescue(?: (?:Team|Organisation|Association))?$/,
  },
  { posts: /\b(?:arch)?(?:bishop|deacon) of\b/i, bodies: /^(?:Arch)?[Dd]iocese of\b/ },
  { posts: /^(?:deputy )?town clerk$/i, bodies: /\bTown Council$/ },
  { posts: /^parish clerk$/i, bodies: /\bParish Council$/ },
  {
    posts:
      /\b(?:paramedic|ambulance technician|emergency (?:medical|care) (?:technician|dispatcher|assistant)|(?:emergency|999) call (?:taker|handler))s?$/i,
    bodies: /\bAmbulance\b|^(?:Gwasanaeth )?Ambiwlans\b/,
  },
  { posts: /\bbrewer$|^brewery manager$/i, bodies: /\b(?:Brewery|Brewing|Brewers)\b/ },
  { posts: /\b(?:distiller|master blender|stillman)$/i, bodies: /\bDistill/ },
  {
    posts: /^(?:(?:head|master) )?(?:baker|miller|cheese ?maker)$/i,
    bodies: /\b(?:Bakery|Bakers|Mill|Creamery|Dairy|Cheeses?)$/,
    isNear: true,
  },
  { posts: /\b(?:vet|veterinary (?:surgeon|nurse))$/i, bodies: /\b(?:Vets|Veterinary)\b/ },
  {
    posts: /\b(?:zoo ?keeper|head keeper|aquarist|^zoo .*)$/i,
    bodies: /\b(?:Zoo|Aquarium|Safari Park|Wildlife Park)$/,
  },
  {
    posts: /\b(?:stage manager|artistic director|theatre (?:manager|director)|box office manager)$/i,
    bodies: /\b(?:Theatre|Playhouse|Hippodrome|Opera House|Arts Centre|Empire)$/,
  },
  {
    posts: /^museum (?:manager|director|curator|officer|assistant)$|^head curator$/i,
    bodies: /\b(?:Museums?|Gallery)\b/,
  },
  {
    posts: /^(?:station ?master|train (?:driver|manager|guard)|signalman|signaller)$/i,
    bodies: /\b(?:Railways?|Rail|Trains)$/,
  },
  { posts: /^(?:bus|coach|tram) driver$/i, bodies: /\b(?:Buses|Coaches|Trams|Travel)$/ },
  { posts: /\bprobation (?:officer|practitioner)$|^community payback /i, bodies: /\bProbation\b/ },
  {
    posts: /^(?:precentor|canon (?:chancellor|treasurer|precentor)|cathedral (?:organist|administrator|architect))$/i,
    bodies: /\b(?:Cathedral|Minster|Abbey)$/,
  },
  {
    posts: /^practice manager$|^gp(?: partner)?$|^general practitioner$/i,
    bodies: /\b(?:Surgery|Practice|Medical Centre|Health Centre)$/,
    isNear: true,
  },
  {
    posts: /^(?:registered|home|care home|deputy home) manager$/i,
    bodies: /\b(?:Care Home|Nursing Home|House|Lodge|Court)$/,
    isNear: true,
  },
  {
    posts: /^(?:(?:group )?scout|cub|beaver|guide|brownie) leader$|^akela$/i,
    bodies: /\b(?:Scouts?|Scout Group|Guides|Brownies)$/,
  },
  { posts: /^(?:nursery|playgroup|pre-school) (?:manager|leader)$/i, bodies: /\b(?:Nursery|Playgroup|Pre-?school)$/ },
  {
    posts: /^hotel(?:ier| manager)$|^(?:(?:executive|head|sous) )?chef$/i,
    bodies: /\b(?:Hotel|Restaurant|Inn|Hospice|Arms)$/,
    isNear: true,
  },
  {
    posts: /^(?:food ?bank|pantry|larder) (?:manager|co-?ordinator|volunteer|organiser)$/i,
    bodies: /\b(?:Food ?bank|Food Bank|Pantry|Larder)$/,
  },
  {
    posts: /^(?:union (?:rep|representative|convenor)|brigade secretary|regional organiser)$/i,
    bodies: /\b(?:Union|UNISON|Unison|Unite|GMB|RMT)\b/,
    isNear: true,
  },
];

/** Posts that there are in schools, and nowhere else. */
const OF_SCHOOLS =
  /\b(?:head ?teacher|head ?master|head ?mistress|teacher|teaching assistant|lunchtime supervisor|senco|pennaeth(?: yr ysgol)?)$|^(?:\p{L}+ )?(?:year \w+ )?(?:pupil|head (?:boy|girl))$/iu;

/** Whether only a house of some kind has such a post, whoever publishes. */
export function isOfHouse(post: string): boolean {
  return OF_SCHOOLS.test(post);
}

export function isHouseOf(post: string, name: string): boolean {
  return HOUSES.some(({ posts, bodies }) => posts.test(post) && bodies.test(name));
}
