/** Councils of the United Kingdom by what they call themselves, for releases that do not name their own. */

const COUNTY = `Cambridgeshire, Cumbria, Derbyshire, Devon, Durham, East Sussex, Essex, Gloucestershire, Hampshire, Hertfordshire,
  Kent, Lancashire, Leicestershire, Lincolnshire, Norfolk, Northamptonshire, Northumberland, Nottinghamshire, Oxfordshire,
  Rutland, Staffordshire, Suffolk, Surrey, Warwickshire, West Sussex, Worcestershire, Carmarthenshire, Ceredigion,
  Denbighshire, Flintshire, Monmouthshire, Pembrokeshire, Powys, Cheshire`;

const CITY = `Aberdeen, Belfast, Birmingham, Brighton and Hove, Bristol, Cambridge, Canterbury, Carlisle, Chelmsford,
  Colchester, Coventry, Derby, Dundee, Exeter, Gloucester, Glasgow, Hull, Lancaster, Leeds, Leicester, Liverpool,
  Manchester, Milton Keynes, Newcastle, Newport, Norwich, Nottingham, Oxford, Peterborough, Plymouth, Portsmouth, Preston,
  Salford, Sheffield, Southampton, Southend-on-Sea, Stoke-on-Trent, Sunderland, Westminster, Winchester, Worcester`;

const BOROUGH = `Amber Valley, Ashford, Barrow, Basildon, Basingstoke and Deane, Boston, Broxbourne, Broxtowe, Burnley,
  Castle Point, Charnwood, Cheltenham, Chesterfield, Chorley, Copeland, Crawley, Dacorum, Darlington, Dartford, Eastbourne,
  Eastleigh, Elmbridge, Epsom and Ewell, Erewash, Fareham, Fylde, Gedling, Gosport, Gravesham, Great Yarmouth, Guildford,
  Halton, Hartlepool, Hastings, Havant, Hertsmere, High Peak, Hinckley and Bosworth, Hyndburn, Ipswich, Kettering, Maidstone,
  Melton, Newcastle-under-Lyme, North Warwickshire, Northampton, Nuneaton and Bedworth, Oadby and Wigston, Pendle, Redditch,
  Reigate and Banstead, Ribble Valley, Rossendale, Rugby, Runnymede, Rushcliffe, Rushmoor, Slough, South Ribble, Spelthorne,
  Stafford, Stevenage, Stockton-on-Tees, Surrey Heath, Swale, Swindon, Tamworth, Test Valley, Tewkesbury,
  Tonbridge and Malling, Tunbridge Wells, Warrington, Watford, Waverley, Wellingborough, Welwyn Hatfield, West Devon,
  West Lancashire, Woking, Wokingham, Worthing, Wyre`;

const COUNTY_BOROUGH =
  'Blaenau Gwent, Bridgend, Caerphilly, Conwy, Merthyr Tydfil, Rhondda Cynon Taf, Torfaen, Wrexham';

const DISTRICT = `Adur, Arun, Ashfield, Babergh, Bassetlaw, Blaby, Bolsover, Braintree, Breckland, Broadland, Bromsgrove,
  Cannock Chase, Cherwell, Chichester, Cotswold, Craven, Derbyshire Dales, Dover, East Cambridgeshire, East Devon,
  East Hampshire, East Hertfordshire, East Lindsey, Eden, Epping Forest, Fenland, Forest of Dean, Hambleton, Harborough, Harlow,
  Hart, Horsham, Huntingdonshire, Lewes, Lichfield, Maldon, Malvern Hills, Mansfield, Mendip, Mid Devon, Mid Suffolk,
  Mid Sussex, Mole Valley, New Forest, Newark and Sherwood, North East Derbyshire, North Hertfordshire, North Kesteven,
  North Norfolk, North West Leicestershire, Richmondshire, Rochford, Rother, Ryedale, Sedgemoor, Selby, Sevenoaks,
  South Cambridgeshire, South Derbyshire, South Hams, South Holland, South Kesteven, South Norfolk, South Oxfordshire,
  South Somerset, South Staffordshire, Staffordshire Moorlands, Stratford-on-Avon, Stroud, Tandridge, Teignbridge, Tendring,
  Thanet, Three Rivers, Torridge, Uttlesford, Vale of White Horse, Wealden, West Lindsey, West Oxfordshire, Wychavon, Wyre Forest`;

/** Those whose address is not their name, or whose name ends otherwise. */
const OTHERS = {
  basingstoke: 'Basingstoke and Deane Borough Council',
  bathnes: 'Bath and North East Somerset Council',
  bcp: 'BCP Council',
  blackburn: 'Blackburn with Darwen Borough Council',
  'brighton-hove': 'Brighton and Hove City Council',
  cheshireeast: 'Cheshire East Council',
  cheshirewestandchester: 'Cheshire West and Chester Council',
  cityoflondon: 'City of London Corporation',
  cne: 'Comhairle nan Eilean Siar',
  eastherts: 'East Hertfordshire District Council',
  eastcambs: 'East Cambridgeshire District Council',
  eastriding: 'East Riding of Yorkshire Council',
  edinburgh: 'City of Edinburgh Council',
  'folkestone-hythe': 'Folkestone and Hythe District Council',
  hants: 'Hampshire County Council',
  herts: 'Hertfordshire County Council',
  hullcc: 'Hull City Council',
  iow: 'Isle of Wight Council',
  lbbd: 'Barking and Dagenham Council',
  lbhf: 'Hammersmith and Fulham Council',
  lincoln: 'City of Lincoln Council',
  nelincs: 'North East Lincolnshire Council',
  northlincs: 'North Lincolnshire Council',
  northnorthants: 'North Northamptonshire Council',
  northyorks: 'North Yorkshire Council',
  nwleics: 'North West Leicestershire District Council',
  rbkc: 'Kensington and Chelsea Council',
  rbwm: 'Royal Borough of Windsor and Maidenhead',
  rctcbc: 'Rhondda Cynon Taf County Borough Council',
  scambs: 'South Cambridgeshire District Council',
  southglos: 'South Gloucestershire Council',
  stoke: 'Stoke-on-Trent City Council',
  tmbc: 'Tonbridge and Malling Borough Council',
  valeofglamorgan: 'Vale of Glamorgan Council',
  westnorthants: 'West Northamptonshire Council',
  'west-norfolk': 'Borough Council of King’s Lynn and West Norfolk',
  whitehorsedc: 'Vale of White Horse District Council',
  wolverhampton: 'City of Wolverhampton Council',
  york: 'City of York Council',
};

const NAMES = new Map([
  ...endingIn('County Council', COUNTY),
  ...endingIn('City Council', CITY),
  ...endingIn('Borough Council', BOROUGH),
  ...endingIn('County Borough Council', COUNTY_BOROUGH),
  ...endingIn('District Council', DISTRICT),
  ...Object.entries(OTHERS),
]);

function endingIn(ending: string, names: string): [string, string][] {
  return names.split(/,\s+/).map((name) => [plain(name), `${name} ${ending}`]);
}

function plain(label: string): string {
  return label.toLowerCase().replace(/[\s-]/g, '');
}

/** What a council behind the first label of an address calls itself: `hants`, `surreycc`, `leedscity`. */
export function councilNamed(label: string): string | null {
  const name = plain(
    label.replace(/-?(?:(?:county|city|borough|district)?(?:council|cc|bc|dc|mbc|cbc)|city|borough)$/, ''),
  );
  return NAMES.get(label) ?? NAMES.get(plain(label)) ?? NAMES.get(name) ?? null;
}
