import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { KeptChange, KeptOutcome } from '../../deliberation/schemas.ts';
import { capUsd, Session } from '../sessions/schemas.ts';

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

const { status } = Session.shape;

/** Where a what-if begins, and what it does otherwise. */
const Origin = z.object({
  sessionId: z.uuid(),
  /** The last round that it took over; 0 for none. */
  round: z.int(),
  change: KeptChange,
  /** US dollars that the rounds had cost which it took over; nobody pays them again. */
  earlierCost: z.string(),
});
export type Origin = z.infer<typeof Origin>;

const ForkSummary = z.object({
  id: z.uuid(),
  round: z.int(),
  change: KeptChange,
  status,
});
export type ForkSummary = z.infer<typeof ForkSummary>;

/** Where a session begins if it is a what-if, and the what-ifs that begin from it. */
export const Forks = z.object({ origin: Origin.nullable(), forks: z.array(ForkSummary) });
export type Forks = z.infer<typeof Forks>;

/** What a session came to, as far as it did. */
const Side = z.object({
  id: z.uuid(),
  problem: z.string(),
  status,
  capUsd: z.string(),
  maxRounds: z.int(),
  totalCost: z.string(),
  /** Whether all of that has a price; else it is at least so much. */
  isPriced: z.boolean(),
  outcome: KeptOutcome.nullable(),
  options: z.array(z.object({ id: z.uuid(), label: z.string() })),
  /** Who voted for what; null for who abstained, or has no vote yet. */
  seats: z.array(
    z.object({
      name: z.string(),
      personaCode: z.string(),
      optionId: z.uuid().nullable(),
      hasVoted: z.boolean(),
    }),
  ),
  recommendation: z.array(z.string()),
});
export type Side = z.infer<typeof Side>;

/** A what-if beside the session that it begins from. */
export const Comparison = z.object({ origin: Origin, before: Side, after: Side });
export type Comparison = z.infer<typeof Comparison>;
