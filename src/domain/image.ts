/** A picture that stands for a release. An empty `alt` says that it is decorative; null says that nobody wrote one. */
export interface Image {
  readonly url: string;
  readonly alt: string | null;
}
