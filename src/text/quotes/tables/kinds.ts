import { inAnyCase } from '../any-case.ts';
import { KIN_WORDS } from './kin.ts';
import { people } from './people.ts';

/** The words of a release that tell who speaks as what. */

export const JUDICIAL =
  /\b(?:judge|magistrates?|recorder|presiding justice|(?:mr|mrs|ms|lord|lady) justice|lord chief justice|coroner|hhj|sheriff principal|of the bench)\b|^(?:the |summary )?sheriff$/i;

/** What makes a relative of whoever is described so. */
export const RELATED =
  /\b(?:mother|mum|father|dad|parents?|famil(?:y|ies)|sister|brother|sons?|daughters?|wife|husband|widow|widower|grand(?:mother|father|sons?|daughters?|parents|ma|pa|ad|dad)|gran|granny|nan|nana|aunt|uncle|niece|nephew|cousin|god(?:mother|father|parents|son|daughter)|girlfriend|boyfriend|fianc[ée]e?|teulu|(?:ei|fy) (?:brawd|chwaer|mab|merch|thad|dad|mam)|loved ones)\b/i;

/** `mum-of-two` is nobody's mother in particular. */
export const PARENT_OF =
  /\b(?:mum|mother|dad|father|parent|grand(?:mother|father|ad))(?:-(?:of|to)-[\w-]+| (?:of|to) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?=$|[,.;:)]| (?:who|from|and|in|is|was)\b))/i;

/** What befalls a relative so that somebody speaks as theirs: `Jo’s wife Ann spent the last weeks there`. */
export const TENDED = String.raw`[^.]{0,40}? (?:died|was killed|were killed|was murdered|passed away|spent (?:the|his|her) (?:last|final)|was (?:treated|cared for|nursed|looked after|on (?:the|our) ward|born|found|last seen)|took (?:his|her) own life|lost (?:his|her) life)\b`;

/** `whose son Michael was killed`, `in memory of her husband`: what makes somebody a relative wherever it is said. */
export const BEREFT = new RegExp(
  [
    'on behalf of (?:the|his|her|their) family',
    // `whose son drowned`, `whose brother’s fiancée died there`, but not `whose sister’s café won`
    String.raw`\bwhose (?:\p{Ll}+ )?(?:(?:${KIN_WORDS})['’]s )?(?:${KIN_WORDS})\b(?!['’])`,
    String.raw`\b(?:is|was|as|are|were) \p{Lu}[\p{L}-]+['’]s? (?:\p{Ll}+ )?(?:${KIN_WORDS})\b(?!['’])`,
    String.raw`\p{Lu}[\p{L}-]+['’]s? (?:\p{Ll}+ )?(?:${KIN_WORDS})(?: (?:was|were|is|has|had) |\b(?!['’])${TENDED})`,
    String.raw`\b(?:lost|lose|buried|nursed|remember|mourning) (?:his|her|their) (?:[\w-]+ ){0,3}(?:${KIN_WORDS})\b`,
    String.raw`\b(?:memory|loss|death|honour|search) of (?:his|her|their) (?:[\w-]+ ){0,3}(?:${KIN_WORDS})\b`,
    String.raw`\b(?:his|her|their) (?:[\w-]+ ){0,2}(?:${KIN_WORDS})(?:,? [\p{Lu}][\p{L}-]+,?)?,? (?:who )?(?:was killed|were killed|died|was murdered|took (?:his|her) own life)\b`,
    String.raw`\b(?:meet|greet|hug|welcome|see) (?:his|her|their) (?:[\w-]+ ){0,3}(?:${KIN_WORDS}),`,
    String.raw`\b[Bb]ereaved\b`,
    String.raw`\b(?:son|daughter|widow|widower|wife|husband|mother|father|brother|sister|niece|nephew|grand(?:son|daughter)) of the late\b`,
  ].join('|'),
  'u',
);

/** A relative before the name, whatever rank follows. */
export const KIN_FIRST = new RegExp(
  String.raw`^(?:${inAnyCase('his|her|their')}|\p{Lu}[\p{L}-]+['’]s?) (?:\p{Ll}[\p{L}-]* ){0,2}?(?:${inAnyCase(KIN_WORDS)})\b(?!['’])`,
  'u',
);

/** `Passing sentence, Lady Bell told him`, `Sentencing Moss, Lord Bell said`: what only a judge does. */
export const SENTENCES =
  /(?:^|\| )(?:[Oo]n |[Ii]n )?(?:[Pp]assing sentence|[Ss]entencing (?:him|her|them|\p{Lu}[\p{L}’'-]+))(?: [^,.|]{1,40})?, /u;

export const HARMED = /\b(?:victims?|survivors?|complainant)\b(?!['’])/i;

const HARM =
  'attacked|assaulted|robbed|stalked|raped|abused|burgled|stabbed|conned|scammed|tricked|duped|targeted|defrauded|groomed|trafficked|exploited|mugged|harassed|threatened|cheated|blackmailed|shot|bullied|catfished|swindled|deceived|spiked|held captive|knocked down|left with';

/** What was done to whoever it is said of. */
export const VICTIM = new RegExp(
  [
    String.raw`\b(?:not (?:her|his|their) real name|name (?:has been|was) changed|not to be (?:named|identified))\b`,
    String.raw`\bwho (?:was|were|had been|has been) (?:\p{Ll}+ly )?(?:${HARM})\b`,
    String.raw`\bwhose (?:\p{Ll}+ )?(?:home|house|flat|kitchen|garage|shed|boat|caravan|car|bike|bicycle|van|shop|business|purse|phone|dog|tools|sheep|tractor|identity) (?:was|were|had been)\b`,
    String.raw`\bwho (?:lost|paid|handed over|transferred) (?:more than |over |almost |nearly )?(?:£|(?:his|her|their) (?:life )?savings)`,
    String.raw`\bpaid (?:him|her|them) (?:more than |over |almost |nearly )?£`,
    String.raw`\blost (?:everything|(?:his|her|their) (?:\p{Ll}+ )?(?:savings|home|house|flat|passport|belongings|possessions|business|workshop|tools|livelihood|sight|leg|arm|hand|fingers?))\b`,
    String.raw`\bgot (?:his|her|their) money back\b|\ba gollodd\b`,
    String.raw`\blost (?:\d+|several|dozens of|most of (?:his|her|their)) (?:lambs|ewes|sheep|cattle|cows|hens|birds)\b`,
    String.raw`\b[Oo]ne of (?:the|his|her|their) (?:\p{Ll}+ )?(?:victims|buyers|targets|complainants)\b`,
    String.raw`\b(?:victim|survivor)s?,? \p{Lu}`,
    String.raw`\b(?:impact|victim personal) statement\b`,
    String.raw`, an? (?:\p{Ll}+ )?(?:victim|survivor) of\b`,
    String.raw`\b[Ss]tatement (?:that was )?read (?:out )?(?:to|in) (?:the )?court\b`,
  ].join('|'),
  'u',
);

export const LOCAL = new RegExp(
  String.raw`\b(?:${people('home')}|locals|customers?|passer-by|shopper|allotment holder|preswylydd|trigolion|cymydog)\b`,
  'i',
);

/** Where somebody lives, said behind the name. */
export const AT_HOME = new RegExp(
  [
    String.raw`^,? (?:aged )?\d{1,3},? (?:of|from|,)? ?(?:\p{Lu}[\p{L}’'-]+ ){0,3}\p{Lu}[\p{L}’'-]+$`,
    String.raw`^,? (?:\(?(?:aged )?\d{1,3}\)?,? )?(?:of|from|in) (?:\d+ )?(?:\p{Lu}[\p{L}’'-]+ ){1,3}(?:Street|Road|Lane|Close|Avenue|Drive|Crescent|Terrace|Court|Gardens|Way|Place|Row|Square|Hill|Estate|House|Walk|Green|Rise|View|Mews)\b`,
    String.raw`^[^.]{0,60}?\b(?:who (?:has |have )?(?:lives?|lived)|(?<!and )lives|has lived|have lived|grew up|living) (?:\p{Ll}+ )?(?:in|on|at|near|aboard|next|there|here|above|opposite|behind|close|beside|nearby|just|off|by|alone|with|for|across|round|down|up|(?:a|one|two|three|four|five|six|\d+|several) (?:few )?(?:doors?|houses|streets|yards|minutes|miles))\b`,
    String.raw`^[^.]{0,40}?\b(?:who )?(?:has |have )?(?:recently |just )?moved (?:in\b|into\b|to)`,
    String.raw`^,? (?:at )?(?:[Nn]o\.?|[Nn]umber|[Ff]lat|[Hh]ouse|[Rr]oom|[Pp]lot|[Pp]itch) \d`,
    String.raw`^,? (?:who )?(?:shops|banks|walks (?:his|her|their) dog) (?:there|here|at|in|on)\b`,
  ].join('|'),
  'u',
);

/** Headings under which those speak for whom the publisher works. */
export const AMONG_NEIGHBOURS =
  /\b(?:residents|tenants|neighbours|locals|customers|members|villagers|shoppers|community) (?:say|said|think|told|voices|views|reaction)/i;

/** Those who speak for themselves even where it is said to which body they belong. */
const THEMSELVES = [
  'guest',
  'served',
  'onTheirWay',
  'pastime',
  'learner',
  'cause',
  'friend',
  'noted',
  'land',
  'welsh',
] as const;

/** What somebody may be without speaking for anybody: an everyday word, no post. */
export const LAY = new RegExp(String.raw`\b${people(...THEMSELVES, 'trade', 'arts')}$`, 'i');

/** A `donor carer` is paid by those who collect the blood; who drives people speaks of the road. */
export const MEMBER = new RegExp(
  String.raw`^volunteer\b|^(?:(?:bus|coach|tram|train|lorry) )?driver$|(?<!\bdonor )\b${people(...THEMSELVES, 'home')}$`,
  'i',
);

export const PROFESSION =
  /\b(?:(?:head ?)?teacher|chief executive|ombudsman|churchwarden|regulator|manager|director|officer|leader|pcc|commissioner|firefighter|paramedic|supervisor|bandmaster|choirmaster|doctor|gp|nurse|minister|mp|ms|msp|mayor|bishop|vicar|sheriff|lord[- ]lieutenant|secretary|chair(?:man|woman)?|co-chairs?|president|convener|councillor|engineer|architect|archaeologist|scientist|curator|solicitor|barrister|prosecutor|fiscal|adviser|advisor|founder|trustee|principal|governor|coach|head of|deputy|counsel|inspector|conservator|ecologist|planner|organiser|editor|youth worker|social worker|pennaeth|author of the review|surveyor|harbour ?master|surgeon|consultant|technician|caretaker|groom|gardener|keeper|warden|chaplain|ranger|crewmate|vet|carpenter|midwife|porter|registrar|librarian|dean|representative|ambassador|ysgrifennydd|trysorydd|llywydd|weithredwr|cyfarwyddwr|cadeirydd|rheolwr|swyddog)s?\b/i;

/** Titles that make nobody speak for a body. */
export const HONOUR =
  /^(?:the )?(?:(?:rt|right) hon(?:ourable)? )?(?:sir|dame|lord|lady|baroness|baron|viscount|viscountess|earl)$/i;

export const CADET = /\bcadet\b/i;

/** Officers of the forces of whom nothing but the rank is told: they have mostly left it. */
export const SENIOR_OFFICER =
  /^(?:brig(?:adier)?|(?:lieutenant[- ]|lt )?col(?:onel)?|maj(?:or)?|(?:major[- ]|lieutenant[- ])?general|(?:rear[- ]|vice[- ])?admiral|wing commander|group captain|air commodore)$/i;

/** `Student nurse`, `Apprentice of the year` */
export const LEARNS = /^(?:phd |first-year |final-year )?(?:student|apprentice|graduate)\b/i;

/** Who plays for a side, or trains it. */
export const PLAYS =
  /^(?:(?:team|club|tower|vice[- ]|first[- ]team|under-\d+s|(?:wo)?men['’]s|juniors?|ladies|rovers|united) ?)?(?:captain|goalkeeper|striker|winger|midfielder|defender|forward|prop|hooker|fly-half|scrum-half|full-back|batter|bowler|wicketkeeper|coach|ringer|groundsm[ae]n|groundswoman)$/i;

/** Who may speak for a firm, and is asked for nothing but what they do there. */
export const OF_A_TRADE =
  /\b(?:chef|cook|baker|brewer|barista|bartender|waiter|waitress|stylist|mechanic|proprietor|butcher|fishmonger|greengrocer|ironmonger|grocer|jeweller|tailor|florist|farmer|smallholder)$|^members?$/i;

/** How firms are called that sell or make something. */
export const FIRM =
  /(?:&|\band) (?:Sons?|Daughters?|Brothers|Sisters|Co)\b|\b(?:Fabrications?|Engineering|Marine|Boatyard|Transport|Haulage|Logistics|Removals|Coaches|Cars|Taxis|Cabs|Motors|Autos|Cycles|Tyres|Joinery|Carpentry|Plumbing|Heating|Roofing|Scaffolding|Builders|Plastering|Electrical|Landscapes|Foods|Fisheries|Seafoods?|Shellfish|Dairy|Cheese|Brewery|Brewing|Distillery|Cider|Vineyard|Roastery|Coffee|Bakehouse|Kitchen|Deli|Bistro|Brasserie|Restaurant|Takeaway|Tandoori|Pizzeria|Fish Bar|Fryer|Kettle|Teapot|Lantern|Tavern|Hotel|Guest House|Lodge|Bookshop|Books|Records|Toys|Shoes|Menswear|Fashions|Boutique|Jewellers|Opticians|Ironmongers?|Hardware|Upholstery|Antiques|Pottery|Ceramics|Textiles|Woollens|Yarns|Printers|Framing|Photography|Hairdressing|Hair|Beauty|Nails|Tattoo|Gym|Larder|ABC)$/;

/** A body of a few, in whose name nobody speaks to the press. */
export const SMALL_PLACE =
  /\b(?:Farm|[Cc]af[ée]|Tearooms?|Harriers|(?:Bowls|Bowling|Angling|Cricket|Football|Rugby|Rowing|Sailing|Running|Cycling|Swimming|Boxing|Golf|Tennis|Riding|Canoe) (?:Club|Society)|[CFR]C|RFC|Stores|Inn|Arms|Kennels|Stables|Vets|Veterinary (?:Practice|Surgery|Centre)|Garage|Bakery|Butchers|Florists|Barbers|Salon|Chippy|Allotments?)$/;

/** Those who live somewhere, together. */
export const OF_RESIDENTS =
  /\b(?:Residents|Tenants|Neighbours|Leaseholders)(?:['’]s?)?\b|\bTenants? (?:Scrutiny|Voice|Panel)/;
