import { buildOrBuy } from './build-or-buy.ts';
import { careForParent } from './care-for-parent.ts';
import type { DecisionTemplate } from './decision-template.ts';
import { hire } from './hire.ts';
import { move } from './move.ts';
import { price } from './price.ts';
import { quit } from './quit.ts';

/** Every decision template, in the order in which they are offered. */
export const templates: readonly DecisionTemplate[] = [hire, price, buildOrBuy, quit, move, careForParent];
