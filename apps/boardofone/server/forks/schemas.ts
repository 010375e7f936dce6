import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { capUsd } from '../sessions/schemas.ts';

const assumptionText = writtenText
  .min(1, 'Write what is to be assumed.')
  .max(2_000, 'Keep it under 2,000 characters.');

/** Exactly one thing. */
const ForkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assumption'), text: assumptionText }),
  z.object({ kind: z.literal('cap'), capUsd }),
  z.object({ kind: z.literal('rounds'), maxRounds: z.int().min(0).max(10) }),
  z.object({ kind: z.literal('panel') }),
]);

export const CreateFork = z
  .object({
    /** Of the what-if. */
    id: z.uuid(),
    sessionId: z.uuid(),
    /** The last round that is taken over; 0 for options and panel alone. */
    round: z.int().min(0).max(11),
    change: ForkChange,
  })
  .refine(({ round, change }) => change.kind !== 'panel' || round === 0, {
    path: ['round'],
    message: 'Another panel begins before the first round.',
  });
export type CreateFork = z.infer<typeof CreateFork>;

export const ForkId = z.object({ id: z.uuid() });
export type ForkId = z.infer<typeof ForkId>;
