import type { AlertKind } from '../../companion/safety.ts';

/** What the companion says to a phrase of the list: first who can help, and that GRACE cannot. */
export const safetyReplies: Record<AlertKind, string> = {
  emergency:
    'This sounds urgent. Please call your local emergency number now, or ask somebody near you to call. I have told your family in this app. I cannot call for help myself.',
  fall: 'Stay where you are if it hurts. Please call your local emergency number, or call out to somebody near you. I have told your family in this app. I cannot call for help myself.',
  distress:
    'I am sorry that it is so hard. You do not have to be alone with this. Please call somebody you trust, or your local emergency number. I have told your family in this app. I cannot call for help myself.',
};
