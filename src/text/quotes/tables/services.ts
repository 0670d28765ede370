/** The services that publish releases, and how their names, hosts, ranks and posts tell them apart. */
export type Service = 'police' | 'fire' | 'council' | 'health' | 'forces';

const NAMES: readonly (readonly [Service, RegExp])[] = [
  // `366 (Marl) Field Hospital Squadron` is no hospital.
  ['forces', /^\d{1,4}(?:st|nd|rd|th)? .*\b(?:Regiment|Battalion|Squadron|Battery|Brigade|Troop|Commando)\b/],
  ['fire', /\b(?:fire|tân)\b/i],
  ['health', /\b(?:NHS|hospitals?|health(?! and safety)|ambulance|hospice|iechyd|surgery)\b/i],
  ['police', /\b(?:police|constabulary|heddlu)\b/i],
  ['council', /\b(?:council|borough|states of|cyngor|gyngor)\b/i],
  [
    'forces',
    /\b(?:army|regiment|battalion|squadron|brigade|RAF|HMS|royal navy|royal marines|RM|barracks|yeomanry|fusiliers|infantry|rifles|gurkhas|hussars|lancers)\b/i,
  ],
];

/** Work that is done in many councils and forces under the same name, which is nobody's. */
const SERVICE =
  /^(?:Trading Standards|Environmental Health|Neighbourhood Watch|Building Control|Human Resources|Public Health|Social Services|Adult Social Care|Children['’]s Services|Democratic Services|Registration Services?|Customer Services|Emergency Planning|Road Safety|Community Safety|Youth Justice|Licensing|Planning Enforcement|Occupational Health)$/i;

export function isService(name: string): boolean {
  return SERVICE.test(name);
}

export function serviceOfName(name: string): Service | null {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

export function serviceOfHost(host: string): Service | null {
  if (/(?:^|\.)police\.|heddlu|constabulary/.test(host)) return 'police';
  if (/\.nhs\.|\.hscni\.|(?:^|\.)nhs[a-z-]{2,}\.(?:scot|wales)|hospital|ambulance/.test(host)) return 'health';
  if (/fire|tan(?:gwyllt)?\.|(?:^|\.)tan[a-z-]+\.(?:llyw\.)?cymru$/.test(host)) return 'fire';
  if (/\.mod\.|(?:^|\.)(?:army|raf|royalnavy)\./.test(host)) return 'forces';
  if (/pcc/.test(host)) return null;
  return /\.gov\.|council|llyw/.test(host) ? 'council' : null;
}

const RANKS: readonly (readonly [Service, RegExp])[] = [
  [
    'fire',
    /\b(?:firefighter|ff|(?:crew|watch|station|group|area) (?:manager|commander)|(?:chief )?fire officer|[acd]?cfo|[acd]cfo|[gswac]m|rheolwr (?:gwylfa|gorsaf|grŵp|criw|ardal)|swyddog tân)\b/i,
  ],
  [
    'police',
    /(?:^|[\s/])(?:constable|const|con|(?<!\b(?:staff|colour|flight|lance|cadet|s|c)[\s/])(?:sergeant|sgt)|insp(?:ector)?|superintendent|supt|(?<!lieutenant |wing )commander|w?pc|t?ps|t?d[cs]|t?di|dci|dsu|dcs|acc|dcc|cc|dac|ac|ci|tdc|pcso|cso|sc|(?<!station )officer|d?c?h?supt|chinsp|detsgt|detinsp|arolygydd|cwnstabl|rhingyll|uwch-arolygydd|gwnstabl)$/i,
  ],
  ['council', /\b(?:cllr|coun|councillor|councilor|alderman|cyng|cynghorydd)\b/i],
  [
    'forces',
    /\b(?:cadet (?:sergeant|sgt|corporal|cpl)|private|gunner|sapper|trooper|rifleman|guardsman|fusilier|kingsman|craftsman|signaller|corporal|l?cpl|l?bdr|bombardier|gnr|spr|tpr|rfn|gdsm|cfn|fus|kgn|mne|wo[12]?|csgt|ssgt|[sc]\/sgt|cdre|[rv]adm|fl?g off|plt off|gp capt|wg cdr|sqn ldr|l\/(?:cpl|bdr)|captain|capt|commander|cdr|leading \p{L}+|able \p{L}+|major|maj|lieutenant|lt|colonel|col|brigadier|general|admiral|commodore|marshal|squadron leader|flight lieutenant|wing commander|air(?:craftman|craftwoman)|petty officer|warrant officer|group captain|staff sergeant|sergeant|lance)\b/iu,
  ],
];

/** Whether somebody of this rank, as the release gives it, belongs to a service. */
export function isRankOf(rank: string, service: Service): boolean {
  const plain = rank.replaceAll('.', '');
  return RANKS.some(([of, pattern]) => of === service && pattern.test(plain));
}

/** The service that a rank belongs to; null for one that all share, or none. */
export function serviceOfRank(rank: string): Service | null {
  const plain = rank.replaceAll('.', '');
  return RANKS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Posts inside whatever body publishes a release that names no other. */
const INTERNAL =
  /\b(?:chief executive|chief (?:operating|financial|finance|medical|nursing|information|people|fire|digital|strategy)? ?officer|ceo|chief nurse|chief \p{L}+|chief constable|director|head of|leader|cabinet member|portfolio holder|executive member|lead member|lead|chair(?:man|woman|person)?|manager|officer|clerk|nurse|matron|sister|consultant|paramedic|surgeon|midwife|investigat(?:or|ing)|commander|spokes(?:man|woman|person)|commissioner|registrar|ranger|warden|physiotherapist|therapist|librarian|archivist|conservator|vice-chancellor|bursar|coxswain|helm|lifeboat|co-?ordinator|practitioner|adviser|advisor|analyst|handler|specialist|supervisor|technician|board member|engineer|architect|curator|governor|aelod cabinet|arweinydd|cadeirydd|(?:pennaeth|rheolwr|swyddog) \p{L}|prif weithredwr|cyfarwyddwr)/iu;
/** Posts that only look like those. */
const EXTERNAL =
  /\b(?:volunteer|campaign|shop|store|(?<!leisure |town |city )centre|practice|site|company|business|pub|bar|club|branch|school|farm|scout|apprentice|student|bank) (?:manager|leader|owner|director)\b|\b(?:head ?teacher|owner|founder|defence|solicitor|barrister|prosecutor|high sheriff|lord[- ]lieutenant|bishop)\b|^manager$|^team (?:leader|manager)$/i;

export function isInternalPost(role: string): boolean {
  return INTERNAL.test(role) && !EXTERNAL.test(role);
}

/** Trades by which somebody works for a council, whatever they are called elsewhere. */
const COUNCIL_TRADES =
  /\b(?:(?:refuse|bin|recycling|gritter|gully|sweeper|minibus|mobile library) (?:driver|loader|collector|operative)|(?:street|road) (?:cleaner|sweeper)|(?:park|cemetery) keeper|(?:library|museum) assistant|school crossing patrol|(?:ward|borough|city|county|district|local) councillor|(?:social|youth|outreach|support|home care) worker|gyrrwr|gweithiwr cymdeithasol)\b/i;

export function isCouncilTrade(role: string): boolean {
  return COUNCIL_TRADES.test(role);
}

/** Whether a post is one inside a charity, a hospital or a cathedral, which have posts of their own: of one small word only some are. */
export function isPostOfHouse(role: string): boolean {
  return HOUSE_POSTS.test(role) || /^\p{Lu}| /u.test(role);
}

const HOUSE_POSTS =
  /^manager$|\b(?:dean|provost|precentor|canon|chaplain|verger|organist|choirmaster|master of (?:music|choristers)|surveyor to|carpenter|mason|helm|coxswain|mechanic|porter|groom|keeper|inspector|(?:care|healthcare|research|teaching|classroom|shop|library|museum) assistant|call (?:taker|handler)|receptionist|cleaner|cook|chef|brewer|treasurer|secretary|chorister|cadet|operator|surveyor|gardener|president|principal|founder|co-founder|trustee|lecturer|reader|researcher|professor|dirprwy is-ganghellor|is-ganghellor|athro|rheolwr|swyddog|prif)\b/i;
