import type { ProviderId } from '@commons/api';

/** What people call the providers. */
export const providerNames: Readonly<Record<ProviderId, string>> = {
  google: 'Google',
  github: 'GitHub',
  linkedin: 'LinkedIn',
};
