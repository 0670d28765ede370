import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

const NOTES =
  /^(?:notes? (?:to|for) (?:the )?editors?|editors?['’]s? notes?|(?:for )?(?:further |more )?(?:media|press) (?:enquiries|inquiries|contacts?)|for (?:more|further) (?:information|details),? (?:journalists|media|press|reporters)|(?:journalists|reporters|newsdesks|broadcasters) (?:can|may|should|who|wishing)|issued by|not for publication(?! (?:before|until|till)\b)|for immediate (?:release|use))(?![\p{L}\p{N}])/iu;
/** A line of its own above the text. */
const HEAD = /^(?:press|news|media) (?:release|statement|notice)[:.]?$/i;

export const notesToEditors: Rule = {
  id: 'notes-to-editors',
  severity: 'warning',
  about: 'A part is meant for newsrooms: notes to editors, media enquiries, “For immediate release”.',
  fires: { body: 'The road is open again.\n\n## Notes to editors\n\nPictures are on request.' },
  passes: { body: 'The road is open again.\n\nEditors of local papers were there to see it.' },
  find: ({ prose }) =>
    prose.flatMap((block) => {
      const [found] = NOTES.exec(block.text) ?? HEAD.exec(block.text) ?? [];
      return found === undefined
        ? []
        : [
            inBlock(
              block,
              0,
              found.length,
              `“${found}” is for newsrooms: send that part to them, and leave it out here.`,
            ),
          ];
    }),
};
