import { providerIds } from './schemas.ts';

/** One of the providers. */
export type ProviderId = (typeof providerIds)[number];

/** What a provider gave the operator for this site. */
export interface ClientKeys {
  clientId: string;
  clientSecret: string;
}

/** The providers that are configured. */
export type ProviderKeys = Partial<Record<ProviderId, ClientKeys>>;

/** Whether a word names a provider. */
export function isProvider(word: unknown): word is ProviderId {
  return providerIds.some((id) => id === word);
}
