import { z } from 'zod';

/** A count of tokens as a provider may report it. More than the ledger's column holds is no count but a fault. */
export const tokenCount = z.int32().nonnegative().nullish();
