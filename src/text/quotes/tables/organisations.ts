import { SIDES } from './sides.ts';

/* What tells an organisation from a person, a place or a piece of work. */

/** Last words of the names of organisations: `Fenwick Borough Council`, `community policing team`. */
const HEADS = new Set(
  `academy agency airport alliance ambulance archive archives army assembly association authority band bank battalion board branch brigade
  bureau campaign cathedral centre chamber charity choir church clinic club coalition college commission committee company constabulary
  consortium corporation council court department diocese guild league directorate division federation fellowship fleet foodbank
  fc afc rfc force forum foundation fund group guard homes hospice hospital hospitals hub infirmary inspectorate institute institution library gallery abbey minster zoo racecourse stadium arena laboratory
  command coastguard presbytery synod co-operative cooperative responders ltd limited llp mission ministry mosque museum navy network nursery observatory office orchestra panel parish partnership
  partnerships party plc cic police railway railways regiment rescue school service society squad squadron station surgery
  synagogue taskforce team teams theatre trust uk union unit university watch watchdog rifles fusiliers hussars cadets scouts lancers yeomanry commando marines gurkhas`.split(
    /\s+/,
  ),
);

/** Bodies whose names go on behind an `of` or a `for`: `Federation of Small Shops`, `Campaign for National Parks`. */
const LEAGUES = new Set(
  `Friends Federation Campaign University Office Department Ministry Institute Institution League Society Association College
  Church Diocese Bank Museum Order Confederation Union Council Centre School Fellowship Guild Trust Alliance Chamber Foundation
  Fund Court Archives Academy Transport Voice Gallery Commission Agency Authority Assembly Board Service Constabulary Library
  Club Port Convention Congress Inspectorate Consortium Network Partnership Festival Borough States Presbytery Synod`.split(
    /\s+/,
  ),
);

export function isLeague(word: string): boolean {
  return LEAGUES.has(word);
}

/** Words that need a name before them to be one: `a council spokesman` names none. */
const GENERIC = new Set(
  `council force police charity trust association service hospital school court company organisation team borough
  authority club department university college group unit infirmary constabulary partnership agency board committee church
  foundation centre federation society union office firm business developer hospice academy prison museum regiment battalion hospitals infirmary
  diocese library gallery abbey zoo stadium cathedral theatre club airport brewery store ship station lifeboat brigade co-operative cooperative co-op undeb network league squadron choir orchestra festival panel subcommittee sub-committee cyngor gyngor chyngor heddlu menter fenter cymdeithas gymdeithas
  prifysgol brifysgol ymddiriedolaeth capel eglwys ysgol clwb canolfan coleg`.split(/\s+/),
);

/** Words that say of what kind such an organisation is. */
const KINDS = new Set(
  'health student students youth borough city county district fire housing local parish police town primary secondary junior infant sixth'.split(
    ' ',
  ),
);

/** First words of the names of organisations in Welsh, mutated too. */
const WELSH_HEADS = new Set(
  'academi comhairle cyfeillion ambiwlans ysbyty canolfan llyfrgell neuadd theatr oriel clwb eglwys capel swyddfa adran tai amgueddfa asiantaeth awdurdod bwrdd coleg cyfoeth cyngor cymdeithas dîm grŵp gwasanaeth gyngor heddlu llywodraeth nghyngor mhrifysgol phrifysgol brifysgol mwrdd fwrdd prifysgol tîm wasanaeth senedd sefydliad ffederasiwn cyngrair mudiad canolfan comisiwn menter partneriaeth esgobaeth swyddfa undeb ymddiriedolaeth ysgol'.split(
    ' ',
  ),
);

const KNOWN = new Set([
  'acas',
  'active travel england',
  'age uk',
  'arts council england',
  'border force',
  'care quality commission',
  'environment agency',
  'health and safety executive',
  'home office',
  'unison',
  'unite',
  'tesco',
  'asda',
  'aldi',
  'lidl',
  'morrisons',
  'boots',
  'healthwatch',
  'hm coastguard',
  'coastguard',
  'hm revenue and customs',
  'hm courts and tribunals service',
  'hm prison service',
  'ministry of defence',
  'ministry of justice',
  'national crime agency',
  'national trust',
  'natural resources wales',
  'probation service',
  'historic wales',
  'cadw',
  'rspb',
  'visit wales',
  'british red cross',
  'st john ambulance',
  'mountain rescue',
  'neighbourhood watch',
  'nhs england',
  'nhs wales',
  'scottish water',
  'thames water',
  'severn trent',
  'united utilities',
  'openreach',
  'western power distribution',
  'stagecoach',
  'arriva',
  'first bus',
  'royal british legion',
  'royal mail',
  'barnardo’s',
  'cadent',
  'childline',
  'citizens advice',
  'crimestoppers',
  'historic england',
  'homes england',
  'mind',
  'mencap',
  'national grid',
  'national highways',
  'national rail',
  'natural england',
  'network rail',
  'ofcom',
  'ofgem',
  'ofsted',
  'ofwat',
  'police federation',
  'police scotland',
  'public health england',
  'public health wales',
  'scope',
  'shelter',
  'sport england',
  'transport for london',
  'victim support',
  'welsh government',
  'scottish government',
  'uk government',
  'government',
  'women’s aid',
  'women’s institute',
  'women’s refuge',
  'men’s shed',
  'children’s society',
  'english heritage',
  'crown estate',
  'land registry',
  'hm land registry',
  'hm treasury',
  'estyn',
  'samaritans',
  'blood bikes',
]);

const KNOWN_OPENINGS = new Set([...KNOWN].map((name) => name.split(' ')[0]));

/** Capitals that are a post, an honour or a qualification, not an organisation. */
const NOT_ORGANISATIONS = new Set(
  `HM MP MSP MS MEP AM MLA PCC DPCC CEO COO CFO CIO CTO HR GP MD SIO OIC VC DL JP KC QC OBE MBE CBE QPM QFSM KPM BEM
  KBE DBE CB CBE PhD BA BSc MSc MA TV IT PR CCTV ASB PSPO`.split(/\s+/),
);

/** Prepositions that end the head of a name: `Office of the Police and Crime Commissioner`. */
const INNER = new Set(['of', 'for', 'in', 'against', 'to', 'on', 'at', 'by', 'with', 'from']);

/** Whether these words name an organisation, judged by the head of the phrase, by capitals, or by being known. */
export function isOrganisation(words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const first = words[0] ?? '';
  const inner = words.findIndex((word, at) => at > 0 && INNER.has(word));
  const head = words[(inner === -1 ? words.length : inner) - 1] ?? '';
  if (isWelshHead(first) || (first === 'Friends' && words[1] === 'of')) return true;
  return isOrganisationWord(head) || isAcronym(first) || isAcronym(head) || isKnown(words);
}

/** Whether a body that is known by its name begins so. */
export function mayBeKnown(first: string): boolean {
  const plain = first.toLowerCase();
  return KNOWN_OPENINGS.has(plain.includes("'") ? plain.replaceAll("'", '’') : plain);
}

export function isKnown(words: readonly string[]): boolean {
  if (!mayBeKnown(words[0] ?? '')) return false;
  return KNOWN.has(words.join(' ').toLowerCase().replaceAll("'", '’'));
}

export function isOrganisationWord(word: string): boolean {
  return HEADS.has(word.toLowerCase());
}

/** `Cyngor`, `Heddlu`: the first word of a name in Welsh. */
export function isWelshHead(word: string): boolean {
  return WELSH_HEADS.has(word.toLowerCase());
}

/** Last words of the names of companies, schools and teams; only a name before them makes them one. */
const COMPANIES = new Set(
  `Energy Water Buses Homes Housing Living Construction Group Solutions Architects Holdings Partners Ventures Industries Motors Studios Developments
  Estates Properties Airways Airlines Trains Travel Engineering Builders Media Technologies Care Solicitors Logistics Foods Brewery Bakery Son Sons Daughters Rail Trains Ferries Coaches Pantry Larder Circle Guild Singers Players Ringers Harriers
  Vets Dairies Creamery Distillery Haulage Taxis Cars Aggregates Renewables Plastics Ceramics Textiles Timber Shipping Scaffolding Roofing Recycling Broadband Telecom Robotics Systems Software Biosciences Pharma Insurance Accountants Consulting Auctioneers Recruitment Catering Productions Opera Ballet Publishing Brothers Cyf Ferry Almshouses
  Primary Infants Juniors Comprehensive Detachment Benefice Carers Neighbours Inspectorate
  BID Beekeepers Boatbuilders Boatyard Brewers Bros Butchers Cafe Café Carnival Ceramics Cheeses Chocolates Congregation Coop Dairy Electrical Electronics
  Fabrications Farms Fencing Fisheries Flooring Freight Fridge Furniture Genomics Greengrocers Greyhounds Groundworks Growers Gurdwara Hauliers ICB
  Ironworks Joinery Kitchens Labs Landscapes Lifeguards Nurseries Orchards Packaging Pastors Pharmacy Pickers Playgroup Plumbing Polytechnic Pre-school
  Preschool Printers Probation Removals Robotics Seafoods Shed Shipyard Solar Speedwatch Speedway Steelworks Streetcare Surveyors Therapeutics
  Together Trams UTC Vineyard Wholesalers Yachts
  Aquarium Boxing Brownies Deanery Dental Films FM Garage Garages Gas Gazette Grammar Grid Guides Gym Hippodrome Lido Montessori
  Optometrists Parkrun Playhouse Potteries Priory Quarries Legion Radio Rainbows Rotary Samaritans Sanctuary Stonemasons Undertakers Wildlife`
    .split(/\s+/)
    .concat(SIDES.split('|')),
);

export function isCompany(word: string): boolean {
  return COMPANIES.has(word);
}

/** What is kept by whoever a name begins with: `Harker’s Bakery`. */
const KEPT = new Set(
  `Amusements Autos Bakers Bakery Barbers Bikes Boatyard Books Bookshop Boxes Brewery Builders Buses Butchers Café Cafe Cars Chemist Chippy Circus
  Coaches Cycles Dairy Deli Emporium Farm Fishmongers Florists Garage Greengrocers Grocers Haulage Hardware Ironmongers Joinery Kitchen Laundry
  Motors Newsagents Nurseries Nursery Opticians Pharmacy Pottery Sawmill Shipyard Stables Stores Studio Tailors Taxis Timber Yard`.split(
    /\s+/,
  ),
);

export function isKept(word: string): boolean {
  return KEPT.has(word);
}

/** The last two words of names of which either alone says nothing. */
const PAIRS = new Set([
  'Care Home',
  'Boxing Gym',
  'Citizens Advice',
  'Community Transport',
  'Dental Practice',
  'Farm Shop',
  'Estate Agents',
  'Farmers’ Market',
  'Funeral Directors',
  'Improvement District',
  'Inner Wheel',
  'Liberal Democrats',
  'Masonic Lodge',
  'Medical Practice',
  'Men’s Shed',
  'Nature Reserve',
  'Parish Meeting',
  'Plant Hire',
  'Quaker Meeting',
  'Round Table',
  'Science Park',
  'Search Dogs',
  'Tree Wardens',
  'Veterinary Practice',
  'Women’s Aid',
  'Women’s Institute',
  'Young Farmers',
]);

/** `Marl Care Home`: whether a name may end so, behind a name of its own. */
export function isPairOfBody(before: string, last: string): boolean {
  return PAIRS.has(`${before} ${last}`.replaceAll("'", '’'));
}

/** Bodies that are there in every place, and are called so with the place behind. */
const IN_EVERY_PLACE = new Set(['age uk', 'citizens advice', 'healthwatch']);

/** `Age UK Marl`, `Healthwatch Marl`: whether the place behind these words belongs to the name. */
export function isInEveryPlace(words: readonly string[]): boolean {
  return IN_EVERY_PLACE.has(words.join(' ').toLowerCase());
}

/** `council`, `the Force`, `county council`: what stands for an organisation named elsewhere. */
export function isGeneric(words: readonly string[]): boolean {
  if (words.length > 2 || (words.length === 2 && isKnown(words))) return false;
  const [last = '', first] = words.map((word) => word.toLowerCase()).reverse();
  return GENERIC.has(last) && (first === undefined || KINDS.has(first));
}

/** `CPS`, `NHS`, `RSPCA`. */
export function isAcronym(word: string): boolean {
  return /^(?:\p{Lu}|&){2,8}s?$/u.test(word) && !NOT_ORGANISATIONS.has(word);
}

/** What a body is called besides its name, as alternatives of a pattern: `NightSafe, the charity which …`, `contractor Tarn Roads`. */
export const KINDS_OF_BODIES =
  'charity|company|firm|group|developer|contractors?|organisation|social enterprise|association|agency|trust|club|business|consultancy|architects|builders|sponsor|supplier|retailer|manufacturer|supermarket|bank|bakery|brewery|airline|insurer|housebuilder|operator|chain|union';

/** A name in capitals, as a pattern, whether a table knows it for a body or not: `Keep Marl Green`, `Carers of Marl`. */
export const CAPITALISED_NAME = String.raw`\p{Lu}[\p{L}'’&-]*(?: (?:(?:of|for|and|the|&) ){0,2}\p{Lu}[\p{L}'’&-]*){0,6}`;
