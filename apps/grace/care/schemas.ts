import { z } from 'zod';

/** What is written into the access log whenever somebody else reads it. */
export const loggedResources = ['notes', 'chat_summaries', 'chat_transcripts', 'emergency_card'] as const;
export const LoggedResource = z.enum(loggedResources);
export type LoggedResource = z.infer<typeof LoggedResource>;

/** What a caregiver may be let into; each is granted by itself. */
export const careScopes = ['medications', ...loggedResources] as const;
export const CareScope = z.enum(careScopes);
export type CareScope = z.infer<typeof CareScope>;

/** How far a caregiver's rights go, each level with those before it. */
export const careLevels = ['view', 'log', 'manage'] as const;
export const CareLevel = z.enum(careLevels);
export type CareLevel = z.infer<typeof CareLevel>;

/** On what authority somebody holds a profile, and so consents for the person. */
export const authorityBases = ['self', 'guardian', 'power_of_attorney', 'parent'] as const;
export const AuthorityBasis = z.enum(authorityBases);
export type AuthorityBasis = z.infer<typeof AuthorityBasis>;

/** How somebody else came to read. */
export const readingWays = ['app', 'link', 'export'] as const;
export const ReadingWay = z.enum(readingWays);

/** What became of a grant; each is a line among the consents. */
export const consentEvents = ['granted', 'changed', 'renewed', 'ended', 'left'] as const;
export const ConsentEvent = z.enum(consentEvents);
