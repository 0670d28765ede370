/** Posts that are called by their letters. */
const SHORT_POSTS: ReadonlyMap<string, string> = new Map([
  ['pcc', 'police and crime commissioner'],
  ['acc', 'assistant chief constable'],
  ['dcc', 'deputy chief constable'],
  ['cfo', 'chief fire officer'],
  ['acfo', 'assistant chief fire officer'],
  ['dcfo', 'deputy chief fire officer'],
  ['ceo', 'chief executive'],
  ['sio', 'senior investigating officer'],
]);

/** A post as it is said, of one in letters, and in small ones: `assistant chief constable` of `acc`; any other as it is. */
export function inFullLetters(post: string): string {
  return SHORT_POSTS.get(post) ?? post;
}
