import type { ModelFinish, ModelMessage } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import type { ZodType } from 'zod';
import type { CallPurpose } from '../../deliberation/call.ts';
import type { NewEvent } from '../../deliberation/event.ts';
import type { LockedSession } from './lock-session.ts';

/** A question to a model, with everything that answering it needs: no transaction is open meanwhile. */
export interface Prepared<Answer> {
  system: string;
  messages: ModelMessage[];
  schema: ZodType<Answer>;
  maxOutputTokens: number;
  model: string | null;
  /** The seats whose words it shows, in the order of their labels. */
  speakerOrder: string[];
  /** What the rehearsal answers in the model's place. */
  rehearse: () => Answer;
}

/** An answer with what it used. */
export interface Answered<Answer> {
  callId: string;
  answer: Answer;
  finish: ModelFinish;
  isAskedAgain: boolean;
  promptHash: string;
  speakerOrder: string[];
}

/** What one kind of step reads, and what it keeps of the answer. */
export interface StepWork<Answer> {
  purpose: CallPurpose;
  round: number;
  seatId: string | null;
  /** Undefined when there is nothing to do any more. */
  prepare(tx: Tx, session: LockedSession): Promise<Prepared<Answer> | undefined>;
  /** What the log says when it begins. */
  begun(attempt: number): NewEvent[];
  /** What it says when the first of the answer has come; nothing is said where there is none of it. */
  streaming?: (attempt: number) => NewEvent[];
  /** Writes the answer's rows; answers what the log is to say of it. Throws `MalformedAnswer` for what cannot be kept. */
  keep(tx: Tx, session: LockedSession, answered: Answered<Answer>): Promise<NewEvent[]>;
}

/** The answer fits its schema and still makes no sense, such as a vote for an option that is none. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}
