import type { SignedInContext } from '@commons/api';
import type { CountStock } from '../../stock/schemas.ts';
import { recordChange } from './record-change.ts';

/** Somebody counted what is there; from now on that holds, whatever the ledger said. */
export const countStock = (ctx: SignedInContext, input: CountStock) => recordChange(ctx, 'count', input);
