import type { DBTransactionAdapter } from 'better-auth';
import { httpsOnly } from './https-only.ts';

type Row = Record<string, unknown>;

const tokenFields: ReadonlySet<string> = new Set([
  'accessToken',
  'refreshToken',
  'idToken',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
  'scope',
]);

/**
 * Keeps of a provider's answer only who somebody is. Its tokens are never stored, since nothing is asked of a provider
 * after the sign-in, and what is not stored cannot be stolen.
 */
export function keptOfProvider(adapter: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...adapter,
    // Safe casts: fields are left out or made shorter, none changes its type.
    create: (data) => adapter.create({ ...data, data: kept(data.model, data.data as Row) } as never) as never,
    async update(data) {
      const update = kept(data.model, data.update);
      if (data.model === 'account') delete update.providerId;
      const changed = Object.entries(update).filter(([name]) => name !== 'updatedAt');
      if (changed.length === 0) return adapter.findOne({ model: data.model, where: data.where });
      return adapter.update({ ...data, update });
    },
  };
}

function kept(model: string, row: Row): Row {
  if (model === 'user' && 'image' in row) return { ...row, image: httpsOnly(row.image) };
  if (model !== 'account') return { ...row };
  return Object.fromEntries(Object.entries(row).filter(([name]) => !tokenFields.has(name)));
}
