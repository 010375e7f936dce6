import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { KeptChange } from '../../deliberation/schemas.ts';

const statuses = ['active', 'paused', 'completed', 'failed', 'killed'] as const;
const phases = [
  'problem_decomposition',
  'panel_selection',
  'initial_round',
  'deliberation',
  'voting',
  'synthesis',
  'complete',
] as const;
const waits = ['approval', 'panel', 'answers'] as const;
const reversibilities = ['reversible', 'costly', 'irreversible', 'unknown'] as const;

export const SessionId = z.object({ id: z.uuid() });
export type SessionId = z.infer<typeof SessionId>;

const problemText = writtenText
  .min(10, 'Say what is to be decided, in a sentence or more.')
  .max(4_000, 'Keep the problem under 4,000 characters.');
const longText = writtenText.max(12_000, 'Keep this under 12,000 characters.');

/** US dollars with at most four places. */
export const capUsd = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,4})?$/, 'Enter an amount in dollars, like 1.00.')
  .refine((usd) => Number(usd) > 0 && Number(usd) <= 1_000, 'Enter an amount between 0.01 and 1000.');

const usd = z.string().regex(/^\d{1,6}(\.\d{1,8})?$/, 'Enter an amount in dollars, like 0.50.');

export const CreateSession = z.object({
  id: z.uuid(),
  problem: problemText,
  context: longText.default(''),
  constraints: longText.default(''),
  decideBy: z.iso.date().nullable().default(null),
  reversibility: z.enum(reversibilities).default('unknown'),
  /** Of the outlines; its questions, options and panel are proposed. */
  template: z.string().min(1).max(40).nullable().default(null),
  maxRounds: z.int().min(0).max(10).default(2),
  seatsWanted: z.int().min(3).max(7).default(5),
  answerWaitSeconds: z.int().min(0).max(86_400).default(0),
  capUsd: capUsd.default('1.00'),
});
export type CreateSession = z.infer<typeof CreateSession>;

export const Session = z.object({
  id: z.uuid(),
  problem: z.string(),
  context: z.string(),
  constraints: z.string(),
  decideBy: z.string().nullable(),
  reversibility: z.enum(reversibilities),
  status: z.enum(statuses),
  phase: z.enum(phases),
  waitsFor: z.enum(waits).nullable(),
  roundNumber: z.int(),
  maxRounds: z.int(),
  seatsWanted: z.int(),
  answerWaitSeconds: z.int(),
  capUsd: z.string(),
  totalCost: z.string(),
  totalTokens: z.int(),
  lastSeq: z.int(),
  killReason: z.string().nullable(),
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  /** Whether anything was said where no language model was configured; null until somebody has spoken. */
  isRehearsal: z.boolean().nullable(),
});
export type Session = z.infer<typeof Session>;

const SessionSummary = Session.pick({
  id: true,
  problem: true,
  status: true,
  phase: true,
  waitsFor: true,
  roundNumber: true,
  totalCost: true,
  createdAt: true,
}).extend({
  archivedAt: z.date().nullable(),
  /** What a what-if does otherwise; null for any other session. */
  whatIf: KeptChange.nullable(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const standings = ['waiting', 'running', 'paused', 'completed', 'ended'] as const;

/** A page begins after the session that the one before ended with. */
export const ListSessions = z.object({
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(50).default(20),
  text: z.string().trim().max(200, 'Search for fewer words.').default(''),
  /** How it stands, as the list groups it. */
  standing: z.enum(standings).nullish(),
  isArchived: z.boolean().default(false),
  /** Begun at this moment or later, and before that one; whose days they are, the page knows. */
  begunFrom: z.iso.datetime().nullish(),
  begunBefore: z.iso.datetime().nullish(),
  /** US dollars so far, both included. */
  costFrom: usd.nullish(),
  costUntil: usd.nullish(),
});
export type ListSessions = z.infer<typeof ListSessions>;

export const SessionPage = z.object({ items: z.array(SessionSummary), nextCursor: z.uuid().nullable() });
export type SessionPage = z.infer<typeof SessionPage>;

const optionLabel = writtenText.min(1, 'Name the option.').max(120, 'Keep the option under 120 characters.');

/** What the owner makes of the proposal: their questions and options, of which exactly one is to do nothing. */
export const ApproveDecomposition = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  subQuestions: z
    .array(writtenText.min(1, 'Write the question.').max(300, 'Keep the question under 300 characters.'))
    .min(1, 'Keep at least one question.')
    .max(8, 'Keep at most eight questions.'),
  options: z
    .array(
      z.object({
        label: optionLabel,
        description: writtenText.max(500, 'Keep this under 500 characters.').default(''),
        isNothing: z.boolean().default(false),
      }),
    )
    .min(2, 'Give at least two options.')
    .max(7, 'Give at most seven options.')
    .refine(
      (options) => options.filter(({ isNothing }) => isNothing).length === 1,
      'Exactly one option is to do nothing.',
    )
    .refine(
      (options) => new Set(options.map(({ label }) => label.toLowerCase())).size === options.length,
      'Two options have the same name.',
    ),
});
export type ApproveDecomposition = z.infer<typeof ApproveDecomposition>;

export const KillSession = z.object({
  id: z.uuid(),
  reason: writtenText.min(1, 'Say why, for the record.').max(500, 'Keep the reason under 500 characters.'),
});
export type KillSession = z.infer<typeof KillSession>;

export const ArchiveSession = z.object({ id: z.uuid(), isArchived: z.boolean() });
export type ArchiveSession = z.infer<typeof ArchiveSession>;

export const ChangeCap = z.object({ id: z.uuid(), capUsd });
export type ChangeCap = z.infer<typeof ChangeCap>;
