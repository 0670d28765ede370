import { squashed } from './called-after.ts';

/* How the address of a release tells by its labels who publishes. */

/** Labels that name nobody. */
export const GENERIC_LABELS = /^(?:www|gov|llyw|police|nhs|example|test|localhost|press|news)$/;

export function hostOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname.toLowerCase();
  } catch {
    return null;
  }
}

/** What says of an address where or of what kind its body is, and names nobody: `police`, `scot`. */
const KIND_LABELS =
  /^(?:gov|llyw|police|nhs|gig|mod|army|ac|sch|org|co|ltd|plc|net|parliament|judiciary|fire|fire-uk|anglican|churchinwales|hscni|scot|wales|cymru)$/;

/**
 * `ouseshire` of `www.ouseshire.police.uk`, of `news.ouseshire.gov.uk` and of `ouseshire.scot.nhs.uk`. Of several that may name
 * somebody the one that the release spells (`ouseshire` of `ouseshire.councilsites.gov.uk`), else the last.
 */
export function labelOf(host: string, texts: readonly string[]): string {
  const labels = host.split('.').slice(0, -1);
  const kind = labels.findIndex(
    (label, at) => KIND_LABELS.test(label) && labels.slice(0, at).some((before) => !GENERIC_LABELS.test(before)),
  );
  const own = kind === -1 ? labels : labels.slice(0, kind);
  const telling = own.filter((label) => !GENERIC_LABELS.test(label));
  const spelled = telling.length > 1 ? telling.findLast((label) => isSpelled(placeIn(label), texts)) : undefined;
  // `marl-pcc` of `marl-pcc.offices.gov.uk`: of what kind a body is, its own label says.
  const ofKind = telling.findLast((label) => placeIn(label) !== label || /-?p?f?cc$/.test(label));
  return (spelled ?? ofKind ?? telling.at(-1) ?? own.at(-1) ?? '').replace(/^heddlu-/, '');
}

function isSpelled(place: string, texts: readonly string[]): boolean {
  const letters = squashed(place);
  return (
    letters.length >= MIN_SPELLED_LENGTH && texts.some((text) => squashed(text.replace(ADDRESS, ' ')).includes(letters))
  );
}

/** `See www.marl.example.coop/shares`: an address spells itself. */
const ADDRESS = /\S+\.\p{Ll}{2,}\S*/gu;

const MIN_SPELLED_LENGTH = 4;

/** `calder-valley` of `calder-valley-council`, `ouseshire` of `ouseshirefire`. */
export function placeIn(label: string): string {
  return label.replace(
    /(?<=..)-?(?:police|council|cc|(?<=-)(?:uni|mbc|[bdpt]c|ca)|fire(?:andrescue|-rescue)?|frs)$/,
    '',
  );
}
