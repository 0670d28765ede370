import type { Speaker } from '../speaker/speaker.ts';
import { isRankOf, type Service } from '../tables/services.ts';
import type { Publisher } from './publisher.ts';

/**
 * `ACC Jo Bell and Chief Fire Officer Amy Lee`, of `Marl Police and Marl Fire and Rescue Service`: the bodies of two who speak
 * together and whose ranks are of two services. Null for others, and where one of the bodies is named nowhere.
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
  return one && other && services[0] !== services[1] ? `${one} and ${other}` : null;
}

/** The service of the rank that stands before a name. */
function serviceBefore(about: string, name: string): Service | null {
  const at = about.indexOf(name);
  const before = at === -1 ? '' : about.slice(Math.max(0, at - MAX_RANK_LENGTH), at).trimEnd();
  const rank = before.split(/,| and |&/).at(-1) ?? '';
  return (['fire', 'police'] as const).find((service) => isRankOf(rank, service)) ?? null;
}

const MAX_RANK_LENGTH = 40;
