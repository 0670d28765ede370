import { believable } from './believable.ts';
import type { Post } from './post.ts';
import { readPost } from './said.ts';

/** How a sentence comes, behind a name, to what its bearer is or became: ` is now `, `, was the Dean`, `was elected `. */
const IS =
  /(?:^ (?:is|has been)|\b(?:is now|became|becomes|appointed|elected|promoted to)|(?:^|,) was(?= (?:the )?\p{Lu})|\bhas been(?= (?:an? |the )?\p{Lu})) (?:(?:an?|the) )?/u;
/** Where it goes on behind that. */
const GOES_ON =
  /[,;:.()–—]| (?:in|on|when|after|before|during|who|which|that|where|since|until|last|this|next|but|by|because|while|with)\b/;

/**
 * The post that a sentence tells behind a name: `left the Army and is now parks supervisor at Marl Council`. Null where it
 * tells none.
 */
export function readAppointment(text: string, nameEnd: number): Post | null {
  const behind = text.slice(nameEnd);
  const { 0: is = '', index = 0 } = IS.exec(behind) ?? {};
  const [held = ''] = is === '' ? [] : behind.slice(index + is.length).split(GOES_ON, 1);
  const post = held === '' ? null : believable(readPost(held));
  return post?.role ? post : null;
}
