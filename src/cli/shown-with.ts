import type { Config } from '../config.ts';
import { MAKER } from '../http/views/shown-article.ts';

/** All that answers are made of beside what is public: the settings that they show, and the program that makes them. */
export function shownWith({ publicUrl, siteUrl, publisher }: Config): string {
  return JSON.stringify({ maker: MAKER.id, publicUrl, siteUrl, publisher });
}
