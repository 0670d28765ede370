/*
 * What people are called for short, by the names that it stands for: English, Welsh and Scottish. Forms that are given as names of
 * their own, such as Jack and Molly, are left out: a boy called so is not the councillor John.
 */
const SHORT_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  `abi abbie: abigail / aggie: agnes agatha / ali: alison alistair alasdair alastair / alf: alfred / andy: andrew / babs: barbara / barney: barnaby bernard / bart: bartholomew /
  becca becky: rebecca / bernie: bernard bernadette / bert: albert robert herbert hubert bertram / bess betsy: elizabeth / bev: beverley beverly /
  bill billy: william / bob bobby: robert / cal: callum calum calvin / cath cathy: catherine cathryn / charlie: charles charlotte / chaz: charles /
  chris: christopher christine christina / chrissie: christine christina / connie: constance / dai: david dafydd / dan danny: daniel / dave davey davy: david /
  deb debs debbie: deborah debra / del: derek delroy / des: desmond / di: diana diane / dick dickie: richard / dod doddie: george / don: donald / dot dottie: dorothy /
  doug dougie: douglas dougal / ellie: eleanor / ed eddie ned ted teddy: edward edwin edmund / ern ernie: ernest / fergie: fergus / fi: fiona / flo florrie flossie: florence /
  fran: frances francis francesca / fred: frederick alfred / gabby: gabrielle gabriella / gaz: gary gareth / gav: gavin / geoff: geoffrey / gerry: gerald gerard geraldine /
  gill: gillian / ginny: virginia / greg: gregory gregor / gus: angus augustus fergus / gwil: gwilym / hal harry: henry harold / hattie: harriet / hettie: henrietta harriet /
  hughie: hugh / ike: isaac / issy izzy izzie: isabel isabella isobel / jacqui jackie: jacqueline / jem: jeremy jemima / jen: jennifer / jerry: jeremy gerald jeremiah /
  jim jimmy: james / jinty: janet / jo: joanna joanne josephine / jock: john / johnny: john jonathan / jon jonny: jonathan / kate katie kath kathy katy: katherine kathryn catherine kathleen katharine /
  ken kenny: kenneth / kev: kevin / larry: laurence lawrence / len lenny: leonard / les: leslie lesley / liz lizzie lil beth betty: elizabeth / luce: lucy / mal malc: malcolm /
  maddy: madeleine madeline / madge mags maggie meg: margaret / mandy: amanda / marge: margaret marjorie / matt: matthew / mel: melanie melissa melvin melvyn /
  mick micky mickey mike mikey: michael / mo: maureen mohammed mohamed muhammad maurice / nell nellie: eleanor helen ellen / nat: nathan nathaniel natalie natasha / nev: neville / nick nicky: nicholas nicola /
  nicki nikki: nicola nicole / norm: norman / ollie olly: oliver / oz ozzie: oswald / paddy: patrick padraig / pam: pamela / pat: patrick patricia / patsy patti tricia trish: patricia /
  peg peggy: margaret / pete: peter / phil: philip phillip philippa / prue: prudence / rab rabbie: robert / raj: rajesh rajendra rajinder / ray: raymond / reg reggie: reginald /
  rich rick ricky: richard / rob robbie: robert / rod roddy: roderick rodney / ron ronnie: ronald veronica / ros roz: rosalind rosamund / russ: russell / sal: sally sarah /
  sammy: samuel samantha / sandy: alexander alexandra sandra / seb: sebastian / shaz: sharon / si: simon / sid: sidney sydney / ste steve: stephen steven / steph: stephanie /
  stew stu: stewart stuart / sue susie: susan susanna suzanne / taff: dafydd / tam: thomas / tash: natasha / tel terry: terence theresa / tim: timothy / tom tommy: thomas /
  tony: anthony antony / trev: trevor / val: valerie / vic: victor victoria / vicki vicky: victoria / vin vinny vince: vincent / viv: vivian vivien vivienne / wally walt: walter /
  wilf: wilfred wilfrid / will willie: william / win winnie: winifred / zac: zachary`
    .split('/')
    .flatMap((entry): (readonly [string, readonly string[]])[] => {
      const [short = '', long = ''] = entry.trim().split(': ');
      return short.split(' ').map((form) => [form, long.split(' ')] as const);
    }),
);

/** Whether a first name is another one for short: `Mal` of `Malcolm`. */
export function isShortFor(short: string, long: string): boolean {
  return SHORT_NAMES.get(short.toLowerCase())?.includes(long.toLowerCase()) === true;
}

/** Whether people are called so for short. */
export function isShortForm(name: string): boolean {
  return SHORT_NAMES.has(name.toLowerCase());
}
