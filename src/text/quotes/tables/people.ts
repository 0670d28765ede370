/*
 * Words for people who hold no post: what a release calls those who speak for themselves. Each stands once, under what they are
 * asked as; whoever looks for some of them names these.
 */

const PEOPLE = {
  /** Who live where something has happened. */
  home: 'resident|tenant|neighbour|householder|homeowner|leaseholder|villager|occupant|occupier',
  /** Whom a body serves. */
  served: 'patient|client|customer|shopper|(?:(?:wheelchair|library|service) )?user',
  guest: 'visitor|guest|recipient|caller|parent|holder',
  onTheirWay: 'passenger|passer-by|commuter|motorist|motorcyclist|cyclist|dog walker',
  pastime:
    'walker|runner|rider|swimmer|bather|boater|camper|angler|sailor|kayaker|diver|surfer|climber|hiker|rambler|birdwatcher|detectorist|digger|skateboarder',
  learner:
    'pupil|student|apprentice|graduate|sixth-former|scout|cadet|chorister|schoolgirl|schoolboy|schoolchild|girl|boy',
  /** Who give their time or their money, or want something to be so. */
  cause: 'volunteer|carer|donor|fundraiser|supporter|campaigner|activist|objector',
  friend: 'girlfriend|boyfriend|friend',
  harmed: 'victim|survivor',
  noted:
    'witness|colleague|winner|nominee|competitor|participant|player|fan|olympian|paralympian|veteran|pensioner|teenager|grandmother|grandfather',
  land: 'farmer|landowner|landlord|landlady|trader',
  trade:
    'owner|driver|grower|crofter|shopkeeper|publican|builder|electrician|plumber|plasterer|joiner|bricklayer|roofer|scaffolder|decorator|welder|thatcher|farrier|blacksmith|postman|postwoman|postmistress|postmaster|fisherman|trawlerman|skipper|gamekeeper|auctioneer|hotelier|organiser|planner|entrepreneur',
  arts: 'singer|musician|artist|photographer|actor|actress|comedian|author|novelist|poet|journalist|broadcaster|presenter|historian',
  shop: 'businessm[ae]n|businesswom[ae]n|stallholder|smallholder|promoter|retailer|newsagent|butcher|baker|barber|hairdresser|florist|vet|beekeeper|(?:litter-)?picker|dinner lady|mum|dad|mother|father',
  welsh: 'ffermwr|disgybl|myfyriwr|myfyrwraig|gwirfoddolwr|gwirfoddolwraig|claf',
} as const;

type Sort = keyof typeof PEOPLE;

/** The words for some sorts of people, one of them or several, as alternatives of a pattern. */
export function people(...sorts: readonly Sort[]): string {
  return `(?:${sorts.map((sort) => PEOPLE[sort]).join('|')})s?`;
}

const WHOSE_NAME = '(?:(?:her|his|their|the) (?:own |real |full )?name)';
/** `asked that her name not be used`, `did not want to give his name`, `whose name we are not using` */
const WITHHELD = `${WHOSE_NAME} (?:is |was |should |must |to )?(?:not be|not to be|be not|never be) (?:used|given|published|printed|shared|made public)|not (?:(?:to|wish to|want to) ){0,2}(?:use|give|print|publish|share|reveal) ${WHOSE_NAME}|${WHOSE_NAME} (?:(?:is|has been|was|be|to be) ){0,2}(?:withheld|kept (?:private|back|secret|out))|whose name (?:we are|we’re|we're|is|has|was|will)(?: being| been)? (?:not|withheld|kept)|(?:preferred|asked|chose) not to (?:say|give|tell)(?: us)? (?:who|${WHOSE_NAME})`;

/** What those ask for who are not among those who are named, and have nothing to answer for. */
export const UNNAMED = new RegExp(
  String.raw`\b(?:anonymous(?:ly)?|anonymity|(?:not|never) (?:to )?be(?:ing)? (?:named|identified)|(?:can(?:not|['’]t)|can not|declined to|did not (?:want|wish) to) be (?:named|identified)|(?:quoted|heard|seen|interviewed|photographed)(?:,)? but not (?:be )?named|whom? we(?: are|['’]re) not (?:naming|identifying)|${WITHHELD})\b`,
  'i',
);

/** `who asked to be called Mick`, `who gave his name only as D`: the one name by which somebody wants to be known. */
export const CALLED =
  /\b(?:known|identified|referred to|named|gave (?:her|his|their) name|goes by(?: the name)?|calling(?: him| her| them)?|called|call (?:him|her|them))(?: (?:only|here|simply|just|as|of)){0,2} ['‘“"]?(\p{Lu}\p{L}*)(?![\p{L}’'-]| \p{Lu})/u;

/** Who speak for nobody else, whatever they are asked as. */
export const EVERYBODY = Object.keys(PEOPLE) as Sort[];
