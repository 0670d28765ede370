/** What people are in Welsh, in the radical. */
const RADICALS = `
  adolygydd aelod aelodau arbenigwr arbenigwraig archesgob archddiacon archifydd arolygydd arweinydd arweinwraig asiant athro athrawes bardd brifathro cadeirydd cadeiryddes capten casglwr ceidwad
  cerddor clerc cogydd comisiynydd crwner curadur cydlynydd cyd-gadeirydd cyfarwyddwr cyfarwyddwraig cyfreithiwr cynghorydd cynhyrchydd cynllunydd dadansoddwr darlithydd
  deintydd deon dirprwy disgybl diffoddwr dylunydd ecolegydd economegydd esgob ffermwr ffotograffydd fferyllydd ffisiotherapydd gofalwr gofalwraig gweinidog
  gweithiwr gweithredwr gwirfoddolwr gwirfoddolwraig gwyddonydd gyrrwr hanesydd hyfforddwr hyfforddwraig is-gadeirydd is-ganghellor canghellor lleisydd llefarydd llyfrgellydd llywodraethwr
  llywydd maer mentor meddyg merlotwr myfyriwr myfyrwraig nyrs bydwraig offeiriad ficer parafeddyg peiriannydd pennaeth perchennog perfformiwr plentyn
  plismon prentis prifathro prifathrawes prifweithredwr rheithor rheolwr rheolwraig rhingyll seicolegydd swyddog swyddogion syrfëwr technegydd therapydd trefnydd trysorydd tiwtor warden
  ymchwilydd ymddiriedolwr ymgynghorydd ymgyrchydd ysgrifennydd ysgrifenyddes`
  .trim()
  .split(/\s+/);

/** How words begin behind `sy'n`, `i` or a feminine noun (the soft mutation): `sy'n gadeirydd`, `yn ddisgybl`. */
const SOFTENED: readonly (readonly [radical: RegExp, soft: string])[] = [
  [/^ll/, 'l'],
  [/^rh/, 'r'],
  [/^c(?!h)/, 'g'],
  [/^p(?!h)/, 'b'],
  [/^t(?!h)/, 'd'],
  [/^g/, ''],
  [/^b/, 'f'],
  [/^d(?!d)/, 'dd'],
  [/^m/, 'f'],
];

function softened(word: string): string {
  const [radical, soft] = SOFTENED.find(([initial]) => initial.test(word)) ?? [];
  return radical === undefined || soft === undefined ? word : word.replace(radical, soft);
}

const ROLES = new Set([...RADICALS, ...RADICALS.map(softened)]);

/** Whether a word is what somebody is in Welsh, mutated too: `cadeirydd`, `gadeirydd`. */
export function isWelshRole(word: string): boolean {
  return ROLES.has(word);
}
