import type { SignedInContext } from '@commons/api';
import type { RefillStock } from '../../stock/schemas.ts';
import { recordChange } from './record-change.ts';

/** A pack came into the house. */
export const refillStock = (ctx: SignedInContext, input: RefillStock) => recordChange(ctx, 'refill', input);
