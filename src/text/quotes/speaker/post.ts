/** What somebody is, and where. */
export interface Post {
  readonly role: string | null;
  readonly organisation: string | null;
}

export const NO_POST: Post = { role: null, organisation: null };
