import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import { openBodies, properName, type Release } from './bodies.ts';
import { isOfCourt, openCourts } from './courts.ts';
import { headlineOf } from './publisher.ts';
import { openStated, writtenBody } from './stated.ts';
import { tidiedName } from './tidied-name.ts';
import { openUnstated } from './unstated.ts';

/**
 * Answers for whom the speaker of a statement speaks: the court of a judge, the body that is stated beside them, or else the one
 * that the rest of the release tells; each as it is called in full. Null for whoever speaks for nobody.
 */
export function openEmployers(release: Release): (speaker: Speaker, passage: Passage) => string | null {
  const { about, blocks, narration } = release;
  const bodies = openBodies(release);
  const courtOf = openCourts(narration, headlineOf(about));
  const statedOf = openStated(blocks, about.area, bodies);
  const unstatedOf = openUnstated(release, bodies);
  const employerOf = (speaker: Speaker, passage: Passage): string | null => {
    const stated = statedOf(speaker, passage);
    if (stated === null) return null;
    const believed = properName(stated);
    if (isOfCourt(speaker)) return properName(courtOf(speaker, passage)) ?? believed;
    return believed ?? unstatedOf(speaker, passage);
  };
  return (speaker, passage) => {
    const body = employerOf(speaker, passage);
    const name = body === null ? null : tidiedName(body);
    if (name !== null && /\p{Lu}\p{Lu}$/u.test(name)) return bodies.inFull(name);
    // What is stated is stated so: `Marl Rovers` has a side called Marl Rovers Women.
    return name === null || writtenBody(speaker) !== null ? name : bodies.longestForm(name);
  };
}
