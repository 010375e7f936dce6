import { z } from 'zod';
import type { StoredView } from '../../deliberation/checkpoint.ts';
import { eventTypes, type SessionEvent } from '../../deliberation/event.ts';
import { RecordedContribution, RecordedMemo } from '../../record/schemas.ts';

/** What `record` and `keepCheckpoint` have written; its parts differ by type and are theirs alone to write. */
const kept = <Value extends object>() =>
  z.custom<Value>((value) => typeof value === 'object' && value !== null);

export const LogPart = z
  .array(
    z.object({
      v: z.literal(1),
      sessionId: z.uuid(),
      seq: z.int().positive(),
      at: z.date(),
      type: z.enum(eventTypes),
      data: kept<SessionEvent['data']>(),
    }),
  )
  .transform((events) => events as SessionEvent[]);

export const ShownStart = z.object({
  checkpoint: z.object({ seq: z.int().positive(), view: kept<StoredView>() }).nullable(),
  events: LogPart,
});

export const Contributions = z.array(RecordedContribution.extend({ createdAt: z.date() }));

export const WrittenMemo = RecordedMemo.extend({ createdAt: z.date() });
