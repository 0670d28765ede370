/** Numbers of services that half of all releases name, as they are usually written. */
const WELL_KNOWN: readonly { readonly name: string; readonly number: string }[] = [
  { name: 'Crimestoppers', number: '0800 555 111' },
  { name: 'Action Fraud', number: '0300 123 2040' },
  { name: 'Childline', number: '0800 1111' },
  { name: 'Floodline', number: '0345 988 1188' },
];
/** What may stand between a name and its number without another one coming in. */
const FILLER = String.raw`(?:[\s,(:–-]+(?:on|at|by|can|be|be called|called|calling|phone|phoning|telephone|tel|free|freephone|anonymously|confidentially|in|confidence|the|an|independent|charity|helpline|hotline|line|number|is|is on|100%|without|giving|leaving|a|your|name|completely|anonymous))*[\s,(:–-]+$`;

const NAMED = WELL_KNOWN.map((service) => ({
  ...service,
  digits: service.number.replaceAll(/\D/g, ''),
  before: new RegExp(String.raw`\b${service.name}${FILLER}`, 'i'),
}));

/**
 * The service whose number was meant and is not there: its name stands just before, or its digits are there with one
 * more behind them.
 * @param before the words before the number
 * @param digits its digits
 */
export function wellKnownNumber(
  before: string,
  digits: string,
): { readonly name: string; readonly number: string } | undefined {
  return NAMED.find((service) => digits !== service.digits && service.before.test(before));
}
