import type { Speaker } from '../speaker/speaker.ts';
import { isRankOf, type Service } from '../tables/services.ts';
import type { Publisher } from './publisher.ts';

/**
 * For whom two speak together of whom only the ranks are told: for `Cllr Jo Bell and Cllr Amy Lee` the council that publishes, for `ACC Jo
 * Bell and Chief Fire Officer Amy Lee` both, `Marl Police and Marl Fire and Rescue Service`. Null for others, and where a body is named nowhere.
 */
export function jointServices(
  { name, rank, role, about }: Speaker,
  publisher: Publisher | null,
  ofService: (service: Service) => string | null,
): string | null {
  const [first, second, more] = name?.split(' and ') ?? [];
  if (first === undefined || second === undefined || more !== undefined || rank !== null || role !== null) return null;
  const services = [first, second].map((each) => serviceBefore(about, each));
  const [one, other] = services.map((service) =>
    service === null ? null : service === publisher?.service ? publisher.name : ofService(service),
  );
  if (!one || !other) return null;
  const [service, another] = services;
  // Two councillors sit on the council that publishes; two officers may be of two forces.
  if (service === another) return service === 'council' && publisher?.service === service ? one : null;
  return services.includes('council') ? null : `${one} and ${other}`;
}

/** The service of the rank that stands before a name. */
function serviceBefore(about: string, name: string): Service | null {
  const at = about.indexOf(name);
  const before = at === -1 ? '' : about.slice(Math.max(0, at - MAX_RANK_LENGTH), at).trimEnd();
  const rank = before.split(/,| and |&/).at(-1) ?? '';
  return (['fire', 'police', 'council'] as const).find((service) => isRankOf(rank, service)) ?? null;
}

const MAX_RANK_LENGTH = 40;
