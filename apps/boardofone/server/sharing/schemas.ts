import { z } from 'zod';

const linkDays = [1, 30, 365] as const;

export const SharedSession = z.object({ sessionId: z.uuid() });
export type SharedSession = z.infer<typeof SharedSession>;

export const CreateShareLink = SharedSession.extend({
  days: z.literal(linkDays, 'Choose how long the link should work.'),
});
export type CreateShareLink = z.infer<typeof CreateShareLink>;

export const ShareLinkId = z.object({ id: z.uuid() });
export type ShareLinkId = z.infer<typeof ShareLinkId>;

export const ShareLink = z.object({
  id: z.uuid(),
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  isOver: z.boolean(),
});
export type ShareLink = z.infer<typeof ShareLink>;

/** The only time that the token is told; what is stored is its hash. */
export const NewShareLink = z.object({ id: z.uuid(), token: z.string() });

export const ShareToken = z.object({ token: z.string().min(1).max(100) });
export type ShareToken = z.infer<typeof ShareToken>;

const claims = z.array(z.object({ text: z.string(), sources: z.int() }));

export const SharedMemo = z.object({
  heading: z.string(),
  completedAt: z.string(),
  seats: z.int(),
  isRehearsal: z.boolean().optional(),
  outcome: z.string(),
  body: z.object({
    recommendation: claims,
    why: claims,
    alternatives: claims,
    risks: claims,
    killCriteria: claims,
    nextStep: claims,
    unresolved: claims,
  }),
  minority: z.array(
    z.object({
      option: z.string(),
      seats: z.int(),
      quote: z.string(),
      dealbreakers: z.array(z.string()),
    }),
  ),
});
