/** Who stands behind the releases, for machines that want to know. */
export interface Publisher {
  readonly name: string;
  readonly url: string;
  /** Address of a picture. */
  readonly logo: string | null;
}
