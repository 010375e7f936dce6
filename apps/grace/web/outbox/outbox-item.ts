import type { RouterInputs } from '../client.ts';

type Inputs = RouterInputs['doses'];

/** A report of a dose on its way to the server; its id makes sure that it arrives once. */
export type OutboxReport =
  | { kind: 'log'; input: Inputs['log'] & { actualAt: string } }
  | { kind: 'skip'; input: Inputs['skip'] & { actualAt: string } }
  | { kind: 'logAsNeeded'; input: Inputs['logAsNeeded'] & { actualAt: string } };

export type OutboxItem = OutboxReport & {
  /** For people: which medicine. */
  name: string;
  /** The person's zone, in whose clock people hear of it. */
  zone: string;
  /** Sent later than it was reported: it had to wait for a connection. */
  hasWaited?: boolean;
  /** What the server said instead of recording it, where the connection is not what is missing; it is sent again. */
  fault?: string | undefined;
  /** Why the server refused it for good: somebody has to look. */
  problem?: undefined | { message: string; isPrnLimit: boolean };
};
