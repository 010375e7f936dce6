/** What a caregiver may be let into; each is granted by itself. */
export const careScopes = [
  'medications',
  'notes',
  'chat_summaries',
  'chat_transcripts',
  'emergency_card',
] as const;
export type CareScope = (typeof careScopes)[number];

/** How far a caregiver's rights go, each level with those before it. */
export const careLevels = ['view', 'log', 'manage'] as const;
export type CareLevel = (typeof careLevels)[number];

/** On what authority somebody holds a profile, and so consents for the person. */
export const authorityBases = ['self', 'guardian', 'power_of_attorney', 'parent'] as const;
export type AuthorityBasis = (typeof authorityBases)[number];

/** What is written into the access log whenever somebody else reads it. */
export const loggedResources = ['notes', 'chat_summaries', 'chat_transcripts', 'emergency_card'] as const;
export type LoggedResource = (typeof loggedResources)[number];

/** What became of a grant; each is a line among the consents. */
export const consentEvents = ['granted', 'changed', 'renewed', 'ended', 'left'] as const;
