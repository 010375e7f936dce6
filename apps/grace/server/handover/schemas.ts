import { z } from 'zod';

export const HandoverOf = z.object({ profileId: z.uuid() });
export type HandoverOf = z.infer<typeof HandoverOf>;

/** `until` is what the page showed: what came in meanwhile stays unread. */
export const MarkRead = HandoverOf.extend({ until: z.iso.datetime() });
export type MarkRead = z.infer<typeof MarkRead>;

export const HandoverDose = z.object({
  key: z.string(),
  medicationName: z.string(),
  kind: z.enum(['missed', 'late', 'skipped', 'partial', 'asNeeded']),
  /** When it was planned; NULL for one that no plan asked for. */
  scheduledAt: z.string().nullable(),
  actualAt: z.string().nullable(),
  amount: z.string().nullable(),
  by: z.string().nullable(),
  note: z.string(),
});
export type HandoverDose = z.infer<typeof HandoverDose>;

export const handoverParts = ['doses', 'planChanges', 'notes', 'chats'] as const;

/** What has happened since the caller read last; a part that their grant does not include is NULL. */
export const Handover = z.object({
  /** Parts of which only the newest are here. */
  cut: z.array(z.enum(handoverParts)),
  since: z.string(),
  until: z.string(),
  isFirst: z.boolean(),
  doses: z.array(HandoverDose).nullable(),
  planChanges: z
    .array(
      z.object({
        id: z.uuid(),
        medicationId: z.uuid(),
        medicationName: z.string(),
        action: z.string(),
        actorName: z.string(),
        reason: z.string(),
        at: z.date(),
      }),
    )
    .nullable(),
  notes: z
    .array(
      z.object({
        id: z.uuid(),
        body: z.string(),
        authorName: z.string(),
        createdAt: z.date(),
        isChanged: z.boolean(),
      }),
    )
    .nullable(),
  chats: z.array(z.object({ id: z.uuid(), title: z.string(), talkedFrom: z.date() })).nullable(),
});
export type Handover = z.infer<typeof Handover>;
