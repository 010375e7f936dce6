import { z } from 'zod';
import { KeptChange, KeptOutcome } from '../deliberation/schemas.ts';

const usd = z.string().regex(/^\d+(\.\d+)?$/);
const moment = z.iso.datetime();
const sha256 = z.string().regex(/^([0-9a-f]{64})?$/);
const share = z.number().min(0).max(1);

const RecordedOption = z.object({
  id: z.uuid(),
  label: z.string(),
  description: z.string(),
  isNothing: z.boolean(),
});

const RecordedSeat = z.object({
  id: z.uuid(),
  position: z.int(),
  personaCode: z.string(),
  personaVersion: z.int(),
  name: z.string(),
  job: z.string(),
  isAdversarial: z.boolean(),
  baseWeight: z.number().positive(),
  reason: z.string(),
  model: z.string().nullable(),
});

/** An entry of the log, as it was written; `data` differs by type. */
const RecordedEvent = z.object({
  v: z.literal(1),
  seq: z.int().positive(),
  at: moment,
  type: z.string().regex(/^[a-z_]+$/),
  data: z.record(z.string(), z.unknown()),
});

export const RecordedContribution = z.object({
  id: z.uuid(),
  seatId: z.uuid(),
  roundNumber: z.int().positive(),
  phase: z.string(),
  isAbstention: z.boolean(),
  abstainReason: z.string().nullable(),
  content: z.string(),
  optionId: z.uuid().nullable(),
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  dealbreaker: z.string(),
  statements: z.array(
    z.object({
      label: z.enum(['FACT', 'INFERENCE', 'ASSUMPTION', 'UNKNOWN']),
      text: z.string(),
      source: z.string().nullable(),
      wasFact: z.boolean().optional(),
    }),
  ),
  isNovel: z.boolean(),
  question: z.string(),
  cost: usd,
  tokens: z.int(),
  model: z.string(),
  promptHash: sha256,
  /** The seats whose words it was shown, in the order of their labels. */
  speakerOrder: z.array(z.uuid()),
});

const RecordedVote = z.object({
  seatId: z.uuid(),
  isAbstention: z.boolean(),
  optionId: z.uuid().nullable(),
  approvals: z.array(z.uuid()),
  ranking: z.array(z.array(z.uuid())),
  confidence: share.nullable(),
  reasoning: z.string(),
  wasAskedAgain: z.boolean(),
});

/** A call of a model: what it was asked, by the hash of its prompt, what answered and what it cost. */
const RecordedCall = z.object({
  step: z.string(),
  purpose: z.enum(['decomposition', 'baseline', 'position', 'vote', 'memo']),
  seatId: z.uuid().nullable(),
  roundNumber: z.int(),
  status: z.enum(['reserved', 'again', 'settled', 'failed']),
  attempts: z.int(),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  cost: usd,
  errorCode: z.string().nullable(),
  promptHash: sha256,
  speakerOrder: z.array(z.uuid()),
});

const claims = z.array(z.object({ text: z.string(), contributionIds: z.array(z.uuid()) }));

export const RecordedMemo = z.object({
  id: z.uuid(),
  createdAt: moment,
  body: z.object({
    recommendation: claims,
    why: claims,
    alternatives: claims,
    risks: claims,
    killCriteria: claims,
    nextStep: claims,
    unresolved: claims,
  }),
  /** Not optional: no memo leaves without it. */
  minority: z.array(
    z.object({
      optionId: z.uuid(),
      seatIds: z.array(z.uuid()),
      contributionId: z.uuid().nullable(),
      quote: z.string(),
      dealbreakers: z.array(z.string()),
    }),
  ),
  baseline: z.object({
    single: z.object({ optionId: z.uuid().nullable(), text: z.string(), cost: usd }),
    firstRound: z.object({ optionIds: z.array(z.uuid()), cost: usd }),
    final: z.object({ optionId: z.uuid().nullable(), cost: usd }),
    hasChanged: z.boolean(),
    words: z.string(),
  }),
});

/** What the owner asked once the session was complete; nothing else in the record follows from it. */
const RecordedFollowUp = z.object({
  id: z.uuid(),
  /** Null for the chair. */
  seatId: z.uuid().nullable(),
  question: z.string(),
  status: z.enum(['asked', 'answered', 'failed']),
  answer: z.string(),
  failure: z.string().nullable(),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  cost: usd,
  promptHash: sha256,
  createdAt: moment,
  answeredAt: moment.nullable(),
});

/** Everything that is kept of a session, for whoever wants to check it or take it along. */
export const SessionRecord = z.object({
  format: z.literal('commons.boardofone.session'),
  version: z.literal(3),
  exportedAt: moment,
  session: z.object({
    id: z.uuid(),
    problem: z.string(),
    context: z.string(),
    constraints: z.string(),
    decideBy: z.string().nullable(),
    reversibility: z.enum(['reversible', 'costly', 'irreversible', 'unknown']),
    status: z.enum(['active', 'paused', 'completed', 'failed', 'killed']),
    phase: z.string(),
    roundNumber: z.int(),
    maxRounds: z.int(),
    stopReason: z.string().nullable(),
    killReason: z.string().nullable(),
    capUsd: usd,
    totalCost: usd,
    totalTokens: z.int(),
    /** Every shuffle follows from it. */
    seed: z.int(),
    subQuestions: z.array(z.string()),
    createdAt: moment,
    /** Of a what-if: where it begins, what it does otherwise, and what the rounds had cost that it took over. */
    forkedFrom: z
      .object({
        sessionId: z.uuid(),
        round: z.int(),
        change: KeptChange,
        earlierCost: usd,
      })
      .nullable(),
  }),
  options: z.array(RecordedOption),
  panel: z.array(RecordedSeat),
  contributions: z.array(RecordedContribution),
  ownerFacts: z.array(
    z.object({
      id: z.uuid(),
      roundNumber: z.int(),
      content: z.string(),
      answersId: z.uuid().nullable(),
    }),
  ),
  votes: z.array(RecordedVote),
  outcome: KeptOutcome.nullable(),
  memo: RecordedMemo.nullable(),
  calls: z.array(RecordedCall),
  followUps: z.array(RecordedFollowUp),
  events: z
    .array(RecordedEvent)
    .refine((events) => events.every(({ seq }, index) => seq === index + 1), 'The log has a gap.'),
});
export type SessionRecord = z.infer<typeof SessionRecord>;
