import { AppError } from '@commons/api';
import type { PaymentSource, Payments } from '../payments/payments.ts';

/** The provider, or word that there is none. */
export async function requirePayments(payments: PaymentSource): Promise<Payments> {
  const opened = await payments();
  if (opened) return opened;
  throw new AppError('FORBIDDEN', { message: 'Tiers cannot be bought on this installation.' });
}
