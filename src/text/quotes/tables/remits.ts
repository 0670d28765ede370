import { isOrganisationWord } from './organisations.ts';
import { isRoleWord, isTopic } from './roles.ts';

/** What posts are about: fields of work, subjects and stretches of a country, so that other capitals behind `of` are a body. */
const REMITS = new Set(
  `access accommodation acute adoption adult adulthood affairs agriculture aerospace air alcohol ambition analysis anthropology apprenticeships
  archaeology architecture archives art arts assessment assets assurance astronomy asylum attainment audit aviation balance banking benefits bereavement
  biodiversity biology brand brexit broadband budget building buildings burglary campaigns cancer capital cardiology carbon carers catering
  ceremonies change charities charity chemistry child childcare childhood cities citizens civic clean cleaner clinical coast coastal cohesion collections
  college commerce commercial commissioning commitment communications commons companies competition complaints compliance computing connectivity conservation
  conservation contingencies construction consumer contracts control cooperation coordination corporate counter-terrorism countryside court courts creative criminal criminology cultural custody
  customer customers cyber cycling data defence delivery democracy democratic dental dermatology design development devolution disability disabilities
  disclosure discovery diversity drugs ecology economic economics education efficiency elections employee employment emergencies energy enforcement engagement engineering
  england english enterprise enquiries entertainment equalities equality equity estate estates ethics europe events evidence evaluation exhibitions experience external
  facilities fairness faith families farming fire firearms fisheries fleet flood flooding food football force forensic forensics forestry foreign fraud
  fundraising funding funerals future futures gardens gender genetics geography geology geriatrics governance government governors grants greener
  greenspace growth gynaecology haematology harm hate healthcare heritage higher history home homelessness homes homicide horticulture hospitality hr hubs humanities
  identity immigration immunology improvement inclusion industry inequality inequalities infection information infrastructure innovation inquiry insight inspection insurance integration
  integrity intelligence interior international intervention investigation investigations investment involvement it jobs journalism justice knowledge land landscape language languages law leasehold
  legacy legal leisure libraries library licensing lifelong life linguistics literature local lettings logistics long-term maintenance major management maritime market marketing markets
  maternity mathematics media medicine membership mental microbiology midwifery migration missing mobility music museums national natural nature neighbourhoods
  net neurology nursery nursing nutrition obstetrics offender offending older oncology open opportunity optometry organised orthopaedics outcomes outdoor outreach paediatrics palliative
  parking partnership partnerships pathology patient patients pensions performance performing personnel persons pharmacy philosophy physics physiotherapy places planet
  plant play policing policy politics pollution ports potholes poverty preparedness prevent primary prisons probation procurement production productions products professional
  programmes programming projects promotion property prosecution prosecutions prosperity protect protection protecting psychiatry psychology pupils quality radiology radiography
  recovery recreation recruitment recycling reducing rented refugees regional regulation regulatory rehabilitation reintegration relations relationships renewal repairs reputation research residents
  resilience resources respiratory response revenue revenues rights risk rivers roads robbery rough rural safeguarding safer sales schools science sciences
  secondary security sector senior sentencing service settlement sexual shared sickle skills smart social society sociology software solutions sound space spaces spatial special specialist
  sport sports staff stakeholder standards statistics state strategic strategy street streets stroke student students studies substance support supported supporters sheltered surgery counter terrorism surveillance sustainability
  sustainable system systems talent tackling targeted taxi technical technology technologies telecoms tenancy tenants terrorism therapy theology timetabling tourism town towns
  trade traffic training transformation transition transitions translation transmission travel treasury trauma trustees trauma trees tribunals trust universal
  urban valuation value veterans vehicle veterinary victims village violence violent virology visitors visual vocational volunteering volunteers voluntary vulnerability vulnerable wales walking
  warnings water waterways wealth web welfare wellbeing well-being wildlife witness witnesses women workforce works world young zero zoology
  north south east west northern southern eastern western north-east north-west south-east south-west central mid midlands area district region county city
  a b c d one two`.split(/\s+/),
);

const SMALL = /^(?:and|&|of|for|the|in|to|with|on|our|against|a|an)$/;

/** Whether words are all about a field of work and name nobody: `Children, Young People and Families`. */
export function isRemit(words: readonly string[]): boolean {
  return words.every((word) => SMALL.test(word) || isRemitWord(word));
}

function isRemitWord(word: string): boolean {
  return isField(word) || /^\p{Ll}/u.test(word);
}

/** Whether a word by itself is a field of work: `housing`, `Oncology`. */
export function isField(word: string): boolean {
  return REMITS.has(word.toLowerCase().replace(/['’]s?$/, '')) || isTopic(word);
}

/** Words before the head of a post that say of what sort it is. */
const MODIFIERS = new Set(
  `acting artistic assistant associate branch chief client co commercial creative curatorial deputy divisional duty executive field founding general group honorary
  interim joint junior lead leading managing non-executive non office outgoing incoming newly press principal programme route scientific senior shift shop site
  station store team temporary trainee unit vice volunteer ward`.split(/\s+/),
);
const DIRECTIONS = /^(?:north|south|east|west|northern|southern|eastern|western|central|mid|midlands|england|wales)$/i;

/** How nouns end that name what is done, and nobody. */
const ABSTRACT = /(?:tion|sion|ment|ance|ence|ity|ing|ism|ics|ship|ness|ical)s?$/;

/** Words with which a post begins, and no body: `Senior`, `Former`. */
export function isModifier(word: string): boolean {
  return MODIFIERS.has(word.toLowerCase()) || /^(?:former|retired|ex|serving)$/i.test(word);
}

export function isDirection(word: string): boolean {
  return DIRECTIONS.test(word);
}

/** Whether a word may stand in a post before its head: `Senior`, `Conservation`, `marketing`. */
export function isPostWord(word: string): boolean {
  if (isDirection(word) || isOrganisationWord(word)) return false;
  return isModifier(word) || isRoleWord(word) || isRemitWord(word) || ABSTRACT.test(word);
}
