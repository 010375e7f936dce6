import {
  type Demonstration,
  openDemonstration,
} from '../server/payments/demonstration/open-demonstration.ts';
import type { StandInEvent, StandInOptions } from '../server/payments/demonstration/stand-in.ts';
import { type BoardOptions, type BoardPerson, type RunningBoard, startBoard } from './start-board.ts';

/** A board that sells its tiers by a stand-in for Stripe, whose words wait until a test delivers them. */
export interface SellingBoard extends RunningBoard, Omit<Demonstration, 'payments'> {
  /** Words that nobody has delivered yet, in their order. */
  words: StandInEvent[];
  /** Delivers a word and returns how it was answered. */
  deliver(word: StandInEvent | undefined): Promise<number>;
  /** Somebody pays for a tier; the words of it wait. */
  pay(person: BoardPerson): Promise<void>;
  /** The same, and the words are delivered. Returns the provider’s name of the subscription. */
  buy(person: BoardPerson): Promise<string>;
  /** What disturbs the provider’s answers from now on. */
  disturb: NonNullable<StandInOptions['disturb']>;
}

export async function startSellingBoard(
  options: BoardOptions & { timeoutMs?: number } = {},
): Promise<SellingBoard> {
  const { timeoutMs, ...rest } = options;
  const words: StandInEvent[] = [];
  const selling = { disturb: (() => false) as NonNullable<StandInOptions['disturb']> };
  const { payments, ...demonstration } = await openDemonstration({
    ...(rest.now && { now: rest.now }),
    ...(timeoutMs && { timeoutMs }),
    disturb: (request, response) => selling.disturb(request, response),
    tell: async (event) => void words.push(structuredClone(event)),
  });
  const board = await startBoard({ ...rest, payments: async () => payments });
  const deliver = async (word: StandInEvent | undefined) => {
    if (!word) throw new Error('There is no such word.');
    return (await demonstration.post(word, board.server.url)).status;
  };
  const pay = async (person: BoardPerson) => {
    const { url } = await person.client.plan.beginCheckout.mutate({ tier: 'pro' });
    await demonstration.standIn.pay(new URL(url).pathname.split('/').at(-1) ?? '');
  };
  return Object.assign(selling, board, demonstration, {
    words,
    deliver,
    pay,
    async buy(person: BoardPerson) {
      await pay(person);
      for (const word of words.splice(0)) await deliver(word);
      return [...demonstration.standIn.subscriptions.keys()].at(-1) ?? '';
    },
    async [Symbol.asyncDispose]() {
      await board[Symbol.asyncDispose]();
      await demonstration.standIn[Symbol.asyncDispose]();
    },
  });
}
