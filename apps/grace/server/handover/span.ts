/** Whose record, from when (not included) until when. */
export interface Span {
  profileId: string;
  since: Date;
  until: Date;
}
