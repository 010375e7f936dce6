/** What the board writes to its people about. */
export const mailNames = ['completed', 'paused', 'failed', 'review_due'] as const;
export type MailName = (typeof mailNames)[number];

/** What a template may name, as `{{problem}}`. */
export const mailFields = ['problem', 'reason', 'expectation', 'link', 'settings', 'unsubscribe'] as const;
export type MailField = (typeof mailFields)[number];

/** A mail in plain text, as it was worded in one version. A version that was sent is never changed: another one is added. */
export interface MailTemplate {
  name: MailName;
  version: number;
  subject: string;
  text: string;
}
