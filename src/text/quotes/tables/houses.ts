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
  { posts: /\bminister$/i, bodies: /^(?:Department|Ministry) (?:for|of)\b/ },
  { posts: /^(?:captain|commanding officer|executive officer)$/i, bodies: /^(?:HMS|RFA)\b/ },
  { posts: /\bharbour ?master$/i, bodies: /\bHarbour\b/ },
  { posts: /\b(?:helm|coxswain|lifeboat operations manager)$/i, bodies: /\b(?:Lifeboat|Rescue Boat)$/ },
  {
    posts: /^(?:(?:deputy|assistant) )?team leader$|^rescue team (?:leader|member)$/i,
    bodies: /\b(?:Mountain|Cave|Fell|Search and|Lowland) Rescue(?: (?:Team|Organisation|Association))?$/,
  },
  { posts: /\b(?:arch)?(?:bishop|deacon) of\b/i, bodies: /^(?:Arch)?[Dd]iocese of\b/ },
  { posts: /^(?:deputy )?town clerk$/i, bodies: /\bTown Council$/ },
  { posts: /^parish clerk$/i, bodies: /\bParish Council$/ },
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
