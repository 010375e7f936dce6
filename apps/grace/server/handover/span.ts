/** Whose record, from when (not included) until when. */
export interface Span {
  profileId: string;
  since: Date;
  until: Date;
}

/** Of each part as many are shown, the newest, of doses as many as needed; one more is read, to know whether that is all. */
export const shownMax = { asNeeded: 200, planChanges: 100, notes: 50, chats: 50 };
