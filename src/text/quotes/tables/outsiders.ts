import { EVERYBODY, people } from './people.ts';

/** Kinds of people who speak in the releases of bodies that they do not work for. */

/** Those who judge, inspect and represent, wherever they are quoted. */
const INDEPENDENT =
  /\b(?:referee|umpire|mosque|church|chapel|temple|synagogue|gurdwara|bench|judge|coroner|magistrate|recorder|sheriff|ombudsman|inspector of|(?:lord|deputy|vice)[- ]lieutenant|M[PS]|MSP|MEP|MLA|AM|peer|GP|prosecutor|solicitor|barrister|defence|custody visitor|lay member|harbour ?master|finds liaison officer|panel (?:vice-|co-)?chairs?|chair of the (?:independent )?(?:review|inquiry)|patron|president of the)\b/i;

/** Those who lead or belong to a group, a shop or a school that the release tells of. */
const OF_ANOTHER =
  /^(?:group (?:co|leader|organis|member|secretary|chair)|(?:club|society|committee|parish|village|union|church|scout|guide|school|student|students['’]?|pupil|parent|tenants['’]|market|allotment|angling|event|festival|course) )|\b(?:practice|site|depot|branch|company|business|pub|bar|club|school|farm|scout|bank|supermarket|factory|salon|café|cafe|restaurant) (?:manager|leader|owner|director)\b|^(?:senior |managing )?partner$/i;

/** Those who were something, learn something, or give their time. */
const APART =
  /^(?:retired|former|ex|young|foster|volunteer(?! (?:helm|coxswain|crew|lifeboat|firefighter))|apprentice|trainee|regular|peer|first-year|second-year|third-year|final-year|undergraduate|year \d+|reception|sixth[- ]form(?:er)?|head (?:girl|boy))\b/i;

/** Those who hold no post anywhere. */
const PRIVATE = new RegExp(String.raw`\b${people(...EVERYBODY)}$`, 'i');

/** `Interim chief planner`, `Head gardener`: with whom a trade is a post. */
const SENIOR = /^(?:(?:interim|acting) )?(?:chief|head|senior|principal|lead|deputy|assistant|duty|co-author)\b/i;

/** Whether whoever has a post works for somebody else than the body that tells of it, or for nobody. */
export function isOutsider(role: string): boolean {
  if (INDEPENDENT.test(role) || OF_ANOTHER.test(role) || APART.test(role)) return true;
  return !SENIOR.test(role) && role.split(' and ').some((part) => PRIVATE.test(part));
}

/** Those who govern, by themselves or for a ministry. */
const MINISTER =
  /\b(?:minister|weinidog|gweinidog|ysgrifennydd y cabinet|cabinet secretary|secretary of state|secretary to the treasury|chancellor of the exchequer|(?:home|foreign|defence|health|transport|culture|education|justice|environment|business|energy|housing|communities|trade|work and pensions|net zero|finance|economy) secretary|(?:CVO|CMO|chief (?:medical|nursing|veterinary|scientific) officer) for (?:wales|england|scotland|northern ireland))\b/i;

export function isMinister(role: string): boolean {
  return MINISTER.test(role);
}
