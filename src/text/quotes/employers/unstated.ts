import { openSentencesBefore } from '../cast/sentences-before.ts';
import { isKinsman } from '../relations.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isUnnamedSpokesperson } from '../speaker/unnamed.ts';
import type { Passage } from '../statements/passages.ts';
import { KIN_FIRST, LAY } from '../tables/kinds.ts';
import { isPrivateRole } from '../tables/roles.ts';
import { isInternalPost, isRankOf } from '../tables/services.ts';
import { isOfAnotherKind } from '../tables/stand-ins.ts';
import { openAffiliations } from './affiliations.ts';
import { type Bodies, properName, type Release } from './bodies.ts';
import { openDescribed } from './described.ts';
import { foundedBy, isApart, openPartners, workplaceOf } from './disowned.ts';
import { openBodyAbove } from './heading.ts';
import { openHouses } from './houses.ts';
import { impliedBody, isNoBodyOf } from './implied-body.ts';
import { jointServices } from './joint-services.ts';
import type { Publisher } from './publisher.ts';
import { bodySpokenFor } from './spoken-for.ts';
import { writtenBody } from './stated.ts';
import { churchOf, readBefore, type ToldBefore } from './told-above.ts';

/**
 * Answers for whom those speak of whom nothing beside them says it, by what the release says elsewhere: that they chair or run a
 * body; which school, club or church has their post; of which body the lines before tell; at last, who publishes.
 */
export function openUnstated({ blocks, narration, drafts, about }: Release, { publisher, nameOf, ofService }: Bodies) {
  const affiliationOf = openAffiliations(narration);
  const houseOf = openHouses(about, narration, () => publisher()?.name ?? '');
  const sentencesBefore = openSentencesBefore(narration);
  const told = readBefore(narration, sentencesBefore);
  const describedOf = openDescribed(narration, sentencesBefore);
  const isAmongPartners = openPartners(blocks, drafts);
  const bodyAbove = openBodyAbove(blocks);
  /** Whoever has a rank of the service that publishes is one of its own under any heading, and a father is nobody's. */
  const headed: Step = ({ rank, role, asWritten }, passage) => {
    const service = rank === null ? null : (publisher()?.service ?? null);
    const isOwn = rank !== null && service !== null && isRankOf(rank, service);
    return isOwn || LAY.test(role ?? '') || KIN_FIRST.test(asWritten) ? null : bodyAbove(passage);
  };
  const inParish: Step = ({ role }, passage) => {
    const church = PARISH_POST.test(role ?? '') ? (told.churchBefore(passage) ?? churchOf(about.title)) : null;
    return church === null ? null : nameOf(church, passage);
  };
  /** Whoever publishes tells of others, and its own people need no sentence for it. */
  const besidesPublisher =
    (step: Step): Step =>
    (speaker, passage) => {
      const body = isInternalPost(speaker.role ?? '') ? step(speaker, passage) : null;
      return body === publisher()?.name ? null : body;
    };
  const spokespersonOf = (speaker: Speaker, passage: Passage, issuing: Publisher | null): string | null => {
    if (!OF_NOBODY.test(speaker.asWritten)) return issuing?.name ?? null;
    return told.bodySpoken(passage) ?? issuing?.name ?? told.onlyBodyBefore(speaker, passage);
  };
  const ofAnybody: readonly Step[] = [...[affiliationOf, describedOf, headed].map(unlessPrivate), houseOf];
  const ofPosts: readonly Step[] = [
    workplaceOf,
    foundedBy,
    ifBare(inParish),
    (speaker, passage) => postedIn(speaker, (written) => nameOf(written, passage)),
    ifBare((speaker, passage) => bodyTold(speaker, passage, told, (written) => nameOf(written, passage))),
    ifBare(besidesPublisher(told.bodyThatDid)),
    ifBare(
      besidesPublisher((speaker, passage) =>
        isOfAnyOther(speaker, publisher()) ? told.onlyBodyBefore(speaker, passage) : null,
      ),
    ),
  ];
  return (speaker: Speaker, passage: Passage): string | null => {
    const { role, rank } = speaker;
    const issuing = isOfAnotherKind(writtenBody(speaker) ?? '', publisher()?.name ?? '') ? null : publisher();
    const body = firstOf(ofAnybody, speaker, passage);
    if (body !== null) return body;
    if (isUnnamedSpokesperson(speaker)) return spokespersonOf(speaker, passage, issuing);
    const spokenFor = bodySpokenFor(speaker);
    if (spokenFor !== null) return spokenFor;
    if (role === null && rank === null)
      return jointServices(speaker, issuing, ofService) ?? crewJoined(speaker, issuing);
    if (isApart(speaker) || (/^volunteer\b/i.test(role ?? '') && isAmongPartners(passage))) return null;
    return firstOf(ofPosts, speaker, passage) ?? impliedBody(speaker, issuing, ofService);
  };
}

/** A way in which a release may tell for whom somebody speaks; null where it does not. */
type Step = (speaker: Speaker, passage: Passage) => string | null;

function firstOf(steps: readonly Step[], speaker: Speaker, passage: Passage): string | null {
  for (const step of steps) {
    const body = step(speaker, passage);
    if (body !== null) return body;
  }
  return null;
}

/** For whoever speaks as no relative and in no private part. */
function unlessPrivate(step: Step): Step {
  return (speaker, passage) =>
    isPrivateRole(speaker.role ?? '') || isKinsman(speaker) ? null : step(speaker, passage);
}

/** For whoever has a post, and no body beside it. */
function ifBare(step: Step): Step {
  return (speaker, passage) => (speaker.role !== null && writtenBody(speaker) === null ? step(speaker, passage) : null);
}

/** Whether a post may be one of a body told just before: several publish together and have few people of their own, or somebody is `there`. */
function isOfAnyOther({ rank, role, about }: Speaker, publisher: Publisher | null): boolean {
  const isElected = /\bcommissioner\b|\bpf?cc\b/i.test(role ?? '');
  return (
    rank === null &&
    !isElected &&
    (publisher === null ||
      OF_SEVERAL.test(publisher.name) ||
      /\b(?:has|have|had|who) (?:[\p{Ll}]+ ){1,3}there\b/u.test(about))
  );
}

const OF_SEVERAL = /\b(?:Commissioner|Partnership|Forum|Alliance|Ombudsman|Panel|Courts?)\b/;

/** `Reuben Cole, who joined the crew in May`, of the lifeboat or the service that publishes. */
function crewJoined({ about, name }: Speaker, publisher: Publisher | null): string | null {
  const behind = name === null ? '' : about.slice(about.indexOf(name) + name.length);
  const isCrewed = publisher?.service === 'fire' || CREWED.test(publisher?.name ?? '');
  return isCrewed && JOINED_CREW.test(behind) ? (publisher?.name ?? null) : null;
}

const CREWED = /\b(?:Lifeboat|Rescue|Coastguard)\b/;
const JOINED_CREW =
  /^(?:, \d+)?,? (?:who (?:has |had )?(?:only |just )?joined|(?:is|was|has been) (?:the newest |a |an )?(?:member of|on)) the (?:crew|team|station|watch)\b/;

/** Nobody says for whom. */
const OF_NOBODY = /^(?:an?|its|their) spokes(?:man|woman|person)$/i;

/** The body of which the sentence before tells, or which is said to have the post. */
function bodyTold(
  speaker: Speaker,
  passage: Passage,
  told: ToldBefore,
  nameOf: (written: string) => string | null,
): string | null {
  const { role, rank } = speaker;
  const hers = isPrivateRole(role ?? '') ? null : told.bodyOfHers(speaker, passage);
  const named = hers === null ? null : nameOf(hers);
  if (named !== null || role === null || rank !== null || LAY.test(role)) return named;
  const ofPost = told.bodyOfPost(role);
  return properName(told.bodyBefore(speaker, passage) ?? (ofPost !== null && isNoBodyOf(role, ofPost) ? null : ofPost));
}

/** Who serves one church. */
const PARISH_POST =
  /^(?:(?:team |assistant )?(?:vicar|rector|curate)|priest-in-charge|church ?warden|verger|organist|sexton|tower captain)$/i;

/** `team leader`, `Club secretary`: the one body of the kind that the post begins with. */
function postedIn({ role }: Speaker, nameOf: (written: string) => string | null): string | null {
  const [kind, ...post] = role?.split(' ') ?? [];
  const body = kind !== undefined && post.length > 0 && GROUPS.test(role ?? '') ? nameOf(kind.toLowerCase()) : null;
  return body === kind?.toLowerCase() ? null : body;
}

const GROUPS =
  /^(?:team|council|club|society|committee|union|school|hospital|charity|company|museum|theatre|festival|panel|college|academy|hospice|mosque|church|band|choir|trust|foundation|forum|network|federation|group(?= (?:secretary|chair|leader|treasurer|organiser)))\b/i;
