import { people } from './people.ts';
import { isWelshRole } from './welsh-roles.ts';

/** What people do: words that make a phrase a role, and what surrounds a role. */

const ROLE_WORDS = new Set(
  `administrator adviser advisor archivist ambassador harbourmaster lifeguard dispatcher handler responder negotiator bursar actuary sculptor composer broadcaster presenter analyst apprentice archaeologist architect artist assessor auditor barrister
  campaigner caretaker caseworker ceo cfo coo cio cto champion captain coxswain helm chair chairman chairperson chairwoman chancellor
  chaplain chief clerk commandant chancellor vice-chancellor clinician coach co-chair co-director co-founder co-ordinator commissioner conservator consultant
  contractor controller convenor convener coordinator coroner councillor counsellor counsel curator dentist deputy designer
  detective developer director dpcc driver ecologist economist editor educator engineer executive expert
  facilitator farmer foreman founder friend gardener geologist governor gp guardian head headmaster headmistress
  headteacher historian holder inspector instructor investigator investigators journalist judge keeper landlord
  lawyer lead leader lecturer librarian lieutenant magistrate manager marshal matron mayor mayoress member mentor
  midwife minister mp ms msp md nurse officer operative organiser ombudsman owner paramedic partner patron pcc pharmacist
  physician physiotherapist pilot planner practitioner president principal producer professor programmer
  prosecutor psychologist psychiatrist ranger rector registrar regulator representative researcher resident
  scientist secretary sheriff sio solicitor specialist spokesman spokesperson spokeswoman steward strategist superintendent
  supervisor surgeon surveyor teacher technician taker organist electrician receptionist groundsman crofter archdeacon second-in-command therapist treasurer trainer trustee tutor vicar
  verger volunteer dean provost precentor curate churchwarden abbot prioress moderator picker warden worker colleague customer landowner neighbour
  patient pupil shopkeeper student tenant veteran visitor passenger neighbour motorist cyclist runner carer
  employer doctor operator rep porter chorister groom fundraiser stallholder fishmonger greengrocer auxiliary usher
  bailiff cashier promoter bandmaster choirmaster sixth-former olympian paralympian angler diver boater
  paralegal apprentice trader retailer publican postmaster beekeeper gamekeeper fisherman author ecologist undertaker lord-lieutenant padre sponsor organiser boss deputy commissioner digger swimmer objector
  landlady conductor bandmaster bandleader detectorist promoter bailiff cashier skipper choirmaster compere referee blacksmith dietitian optometrist licensee campaigner singer musician builder plumber baker butcher barber hairdresser vet sister surveyor`.split(
    /\s+/,
  ),
);

/** What a post is about, in capitals as some write it: `Trading Standards officer` works for no body of that name. */
const TOPICS = new Set(
  `former retired serving trainee apprentice proud healthy affordable
  adults children’s place people corporate growth regeneration environment economy transport culture assets property operations
  trading standards blue badge environmental health community communities safety public road rural youth family liaison crime prevention
  neighbourhood customer services human resources adult adults children care social housing planning licensing highways finance parks waste
  digital senior junior deputy assistant chief lead principal grand team project local county borough district regional national year class
  conservative labour liberal democrat democrats green reform independent independents plaid tory cabinet shadow early years anti-social
  behaviour domestic abuse learning special educational needs emergency business climate head olympic paralympic world military
  covid welsh english scottish`.split(/\s+/),
);

export function isTopic(word: string): boolean {
  return TOPICS.has(word.toLowerCase().replace(/['’]s$/, ''));
}

/** What somebody is to somebody else; no post. */
const RELATIONS = new Set(
  `mother mum mam father dad parent parents sister brother son daughter wife husband widow widower partner fiance fiancee fiancé
  fiancée grandmother grandfather gran nan grandad granddad granddaughter grandson grandparents aunt uncle niece nephew cousin
  twin stepfather stepmother stepson stepdaughter family friend girlfriend boyfriend colleague neighbour victim survivor
  mam tad merch mab brawd chwaer teulu`.split(/\s+/),
);

const ARTICLES = new Set(['a', 'an', 'the', 'our', 'its', 'their', 'his', 'her', 'your', 'y', 'yr']);

const PRONOUNS = new Set(['he', 'she', 'they', 'it']);

/** Letters behind a name that are honours and qualifications, not the name. */
const POST_NOMINALS = new Set(
  `Bt Bart Jr Jnr Snr Esq Retd OBE MBE CBE KBE DBE QPM KPM QFSM KFSM BEM CB CH CMG GC GM KC QC DL JP PhD FRS FRSA FRCS FRCP FCA FCIPD MRCGP FRCN FHEA SFHEA PFHEA RGN RMN CEng ERD VR ADC CVO KCVO LVO MVO DCVO KCB DCB GBE QVRM RD VD BA BSc MSc MA MP MSP MS MLA
  MEP AM TD RN RAF CStJ OStJ`.split(/\s+/),
);

/** What says something: a letter, a sign. None of them speaks. */
const DOCUMENTS = new Set(
  `advert banner book caption citation code document email e-mail guidance headline label law leaflet letter letters listing logo
  message motto notice note packet packaging placard plaque inscription sticker poster post posts report sign slogan text tweet website act policy section clause paragraph schedule regulation regulations byelaw bylaw oath t-shirt`.split(
    /\s+/,
  ),
);

export function isRoleWord(word: string): boolean {
  const lower = word.toLowerCase();
  const held = lower.includes('-') ? lower.replace(/-(?:designate|elect)$/, '') : lower;
  return (
    ROLE_WORDS.has(held) ||
    isWelshRole(held) ||
    TRADE.test(lower) ||
    (held.includes('-') && ROLE_WORDS.has(held.replace(/^(?:pro-)?(?:vice|co|deputy|sub|under|assistant)-/, '')))
  );
}

/** How the trades of the learned end: `dermatologist`, `radiographer`. */
const TRADE = /(?:ologist|iatrist|iatrician|ographer|icist)$/;

/** Words for somebody without a name who speaks for nobody else: they are no post. */
const LAY = new Set(
  `neighbour neighbours resident residents visitor customer shopper passer-by tenant villager local walker driver motorist passenger
  patient pupil student parent volunteer participant spectator fan worker nurse farmer offender man woman boy girl men women boys girls prisoners prisoner inmate fan supporter survivor`.split(
    /\s+/,
  ),
);

export function isLay(word: string): boolean {
  return LAY.has(word.toLowerCase());
}

/** What people are at home or in a bed, or to each other in Welsh (`ei fam`): no post, whatever a release calls them. */
const PRIVATE = new RegExp(String.raw`(?:^|\s)(?:${people('home')}|patients?)$|^(?:ei|eu) `, 'i');

export function isPrivateRole(role: string): boolean {
  return PRIVATE.test(role) && !/^former\b/i.test(role);
}

/** Whether words describe somebody by whom they belong to: `his sister`, but a `ward sister` has a post. */
export function endsInRelation(words: readonly string[]): boolean {
  const [before = '', last = ''] = words.slice(-2).length === 2 ? words.slice(-2) : ['', words[0] ?? ''];
  return (
    isRelation(last) &&
    !/^(?:ward|charge|theatre|nursing|senior|night|managing|equity|salaried|founding|project)$/i.test(before)
  );
}

export function isRelation(word: string): boolean {
  const lower = word.toLowerCase();
  return RELATIONS.has(lower.includes('-') ? lower.replace(/^(?:great|step|grand)-/, '') : lower);
}

export function isArticle(word: string): boolean {
  return ARTICLES.has(word.toLowerCase());
}

const SPOKESPERSONS = new Set('spokesman spokeswoman spokesperson spokespeople llefarydd'.split(' '));

export function isSpokesperson(word: string): boolean {
  return SPOKESPERSONS.has(word.toLowerCase());
}

/** A pronoun that stands for a speaker named before. */
export function isPronoun(word: string): boolean {
  return PRONOUNS.has(word.toLowerCase());
}

export function isPostNominal(word: string): boolean {
  return POST_NOMINALS.has(word.includes('.') ? word.replaceAll('.', '') : word);
}

/** Letters behind a whole name that look like an honour or a qualification: `FRCS`, `MRCGP`, `BSc`. */
export function looksPostNominal(word: string): boolean {
  return /^(?:\p{Lu}{2,7}|\p{Lu}\p{L}*\p{Lu}\p{L}{0,2})$/u.test(word);
}

export function isDocument(word: string): boolean {
  return DOCUMENTS.has(word.toLowerCase().replace(/(?<=[^s])s$/, '')) || DOCUMENTS.has(word.toLowerCase());
}
