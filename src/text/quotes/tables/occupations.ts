import { isRoleWord } from './roles.ts';

/**
 * What people do for a living, for sport or for the Church, beside the posts of `roles.ts`: heads of the job titles of the
 * Standard Occupational Classification (ONS, SOC 2020) and what releases say besides. Those that are first of all surnames
 * (`Cooper`, `Turner`) are left out.
 */
const OCCUPATIONS = new Set(
  `
  bishop archbishop priest pastor imam rabbi deacon deaconess prebendary chorister sacristan sexton celebrant nun monk abbess prior
  doctor dentist optician orthoptist chiropodist podiatrist osteopath chiropractor anaesthetist obstetrician hygienist nutritionist dietician prosthetist
  phlebotomist psychotherapist medic orderly nutritionist masseur haematologist sonographer
  assistant associate trainee intern adjutant aide attaché deputy understudy recruit probationer volunteer
  commander commodore soldier sailor airman airwoman reservist gunner sapper signaller bugler piper drummer winchman crewman crewmember navigator helmsman boatman
  lifeboatman lifeboatwoman coastguard harbourmaster bosun boatswain purser deckhand stoker mate yachtsman yachtswoman
  actor actress comedian comedienne dancer ballerina choreographer singer soprano tenor baritone mezzo violinist cellist pianist flautist trumpeter guitarist
  harpist percussionist lyricist songwriter singer-songwriter rapper dj magician puppeteer storyteller playwright dramatist dramaturg screenwriter
  poet novelist writer biographer columnist reporter correspondent newsreader commentator illustrator animator cartoonist printmaker painter
  muralist ceramicist silversmith goldsmith jeweller filmmaker film-maker photographer videographer
  bookseller bookbinder printer publisher translator interpreter linguist calligrapher cataloguer taxidermist docent guide
  astronaut astronomer botanist naturalist chemist mathematician statistician theologian philosopher lexicographer glaciologist arborist horticulturist
  schoolteacher schoolmaster schoolmistress reader fellow scholar demonstrator examiner proctor invigilator senco sendco childminder nanny governess
  carpenter joiner bricklayer plasterer decorator roofer glazier tiler scaffolder groundworker steeplejack stonemason thatcher welder fitter machinist mechanic rigger
  shipwright boatbuilder sailmaker wheelwright farrier saddler locksmith watchmaker clockmaker horologist luthier glassblower upholsterer cabinetmaker toolmaker
  maker dressmaker milliner seamstress tailor hatter tattooist
  chef cook baker brewer distiller vintner sommelier caterer waiter waitress barista bartender barman barmaid confectioner chocolatier cheesemonger cheesemaker grocer florist
  hotelier restaurateur innkeeper proprietor merchant wholesaler salesman saleswoman salesperson auctioneer valuer broker banker underwriter
  accountant bookkeeper cashier teller typist telephonist concierge janitor cleaner housekeeper porter doorman guard bouncer lamplighter
  courier postman postwoman postie postmistress milkman binman chauffeur cabbie signalman stewardess
  forester stalker ghillie gillie herdsman stockman dairyman smallholder nurseryman greenkeeper groundskeeper zookeeper jockey groom shearer
  footballer goalkeeper striker midfielder defender cricketer wicketkeeper golfer gymnast athlete sprinter rower kayaker boxer wrestler fencer skier skater mountaineer
  explorer adventurer aviator medallist champion winner runner-up recipient nominee graduate postgraduate undergraduate schoolboy schoolgirl prefect
  duke duchess marquess viscountess alderman burgess beadle crier herald laird official notary advocate fiscal receiver executor intermediary mediator
  businessman businesswoman shopkeeper activist protester petitioner whistleblower ringer rescuer forecaster donor performer jointer loader
  esgob offeiriad darlithydd clerc cynhyrchydd trefnydd ymchwilydd ymgynghorydd llyfrgellydd perchennog comisiynydd nyrs bydwraig deintydd cogydd bardd
  `
    .trim()
    .split(/\s+/),
);

/** Trades that are no word of a table: `ferryman`, `lock-keeper`, `stonewaller`; in small letters, as many are surnames and some are names. */
const TRADE =
  /^(?!(?:ger|hu|ro|otto|talis|lay|gentle|fresh|clans)man$)\p{Ll}{2}[\p{Ll}-]*(?:man|woman|keeper|maker|smith|monger|wright|waller|seller|grower)$/u;

/** Whether a word by itself says what somebody is. */
export function namesPost(word: string): boolean {
  return isRoleWord(word) || OCCUPATIONS.has(word.toLowerCase()) || TRADE.test(word);
}
