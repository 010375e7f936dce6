import { uuidV7 } from '@commons/shared-db';
import type { GracePerson } from './family.ts';

/** A line in somebody's ledger of stock. */
export interface StockLine {
  profileId: string;
  medicationId: string;
  id: string;
}

export async function refilled(
  { client }: GracePerson,
  medicine: Pick<StockLine, 'profileId' | 'medicationId'>,
): Promise<StockLine> {
  const line = { ...medicine, id: uuidV7() };
  await client.stock.refill.mutate({ ...line, amount: '28' });
  return line;
}

/** How a stranger would try everything about stock, reports and time zones with the ids of one. */
export function stockAttempts(line: () => StockLine): Record<string, () => object> {
  return {
    'stock.list': line,
    'stock.refill': () => ({ ...line(), id: uuidV7(), amount: '28' }),
    'stock.count': () => ({ ...line(), id: uuidV7(), amount: '28' }),
    'stock.takeBack': line,
    'reports.adherence': () => ({ ...line(), days: 30 }),
    'reports.month': () => ({ ...line(), month: '2026-11' }),
    'travel.move': () => ({ ...line(), zone: 'Asia/Tokyo', from: '2099-01-01' }),
  };
}
