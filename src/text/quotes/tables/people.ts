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
    'owner|driver|grower|crofter|shopkeeper|publican|builder|electrician|plumber|postman|postwoman|fisherman|gamekeeper|organiser|planner|entrepreneur',
  arts: 'singer|musician|artist|photographer|actor|actress|comedian|author|novelist|poet|journalist|broadcaster|presenter|historian',
  shop: 'businessm[ae]n|businesswom[ae]n|stallholder|smallholder|promoter|retailer|newsagent|butcher|baker|barber|hairdresser|florist|vet|beekeeper|(?:litter-)?picker|dinner lady|mum|dad|mother|father',
  welsh: 'ffermwr|disgybl|myfyriwr|myfyrwraig|gwirfoddolwr|gwirfoddolwraig|claf',
} as const;

type Sort = keyof typeof PEOPLE;

/** The words for some sorts of people, one of them or several, as alternatives of a pattern. */
export function people(...sorts: readonly Sort[]): string {
  return `(?:${sorts.map((sort) => PEOPLE[sort]).join('|')})s?`;
}

/** What those ask for who are not among those who are named, and have nothing to answer for. */
export const UNNAMED = /\b(?:anonymous(?:ly)?|not (?:to )?be(?:ing)? (?:named|identified)|cannot be named)\b/i;

/** Who speak for nobody else, whatever they are asked as. */
export const EVERYBODY = Object.keys(PEOPLE) as Sort[];
