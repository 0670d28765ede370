import type { Block } from '../../block.ts';
import { hostOf } from '../employers/host.ts';
import type { About } from '../employers/publisher.ts';
import { once } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { serviceOfHost } from '../tables/services.ts';

/** Says whether a word before a name is a rank or a post, by what the release is about. */
export type RankOrPost = (speaker: Speaker) => Speaker;

/** What the captain, and nobody in the forces or at sea, has to do with. */
const SPORT =
  /\b(?:match(?:es)?|half-time|full-time|kick-off|innings|wickets?|fixtures?|tournament|league|cup final|grand final|scored|team-?mates?|midfield\p{L}*|defender|striker|centre-half|goalkeeper|rugby|football|cricket|hockey|netball|basketball|bowls|darts)\b/giu;
const MIN_SPORTING_WORDS = 2;
const IN_SERVICE =
  /\b(?:regiment|battalion|army|soldiers?|troops|squadron|barracks|HMS|RAF|royal navy|corps|commando|brigade|harbour|vessel|ship|ferry|airline|aircraft)\b/iu;

const INSPECTORATE = /\binspectorate\b/iu;
const POLICE = /\b(?:police|constabulary|PCs?|sergeant|detectives?)\b/iu;
/** `the Chief Constable`, of whom the release tells elsewhere: the highest ranks, however they stand. */
const CHIEF = /^(?:(?:[Aa]ssistant|[Dd]eputy) )?(?:[Cc]hief [Cc]onstable|[Cc]hief [Ff]ire [Oo]fficer)$/;
const POLICE_RANK = /^(?:(?:chief )?inspector|sergeant|(?:chief )?superintendent)$/;

/**
 * `Captain Jo Bell scored twice` leads a team, `inspector Jo Bell said` where no police are told of inspects
 * firms, and the `inspector` of a constable is one by rank.
 */
export function openRankOrPost(blocks: readonly Block[], { url, title, summary }: About): RankOrPost {
  const text = once(() => [title, summary ?? '', ...blocks.map((block) => block.text)].join('\n'));
  const isPolice = once(() => serviceOfHost(hostOf(url) ?? '') === 'police');
  const isOfSport = once(() => new Set(text().match(SPORT)).size >= MIN_SPORTING_WORDS && !IN_SERVICE.test(text()));
  const isOfInspectorate = once(() => !isPolice() && INSPECTORATE.test(text()));
  const isOfNoForce = once(() => !isPolice() && !POLICE.test(text()));
  return (speaker) => {
    const { rank, role } = speaker;
    if (role !== null) {
      // `His inspector, Temporary Inspector Jo Bell`
      if (rank !== null && POLICE_RANK.test(role) && rank.toLowerCase().endsWith(` ${role}`))
        return { ...speaker, role: null };
      const isRank = CHIEF.test(role) || (POLICE_RANK.test(role) && isPolice());
      return rank === null && isRank && speaker.name !== null ? { ...speaker, rank: role, role: null } : speaker;
    }
    const isPost =
      rank !== null &&
      ((/^(?:vice-)?captain$/i.test(rank) && isOfSport()) ||
        (rank === 'inspector' && isOfNoForce()) ||
        (rank === 'Chief Inspector' && isOfInspectorate()));
    return isPost ? { ...speaker, rank: null, role: rank } : speaker;
  };
}
