import { z } from 'zod';
import { type ProviderId, type ProviderKeys, providerIds } from './providers.ts';

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** The variables that decide who may sign in, and with what. */
export const identityVariables = {
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  LINKEDIN_CLIENT_ID: optional,
  LINKEDIN_CLIENT_SECRET: optional,
};

type Values = { [name in keyof typeof identityVariables]?: string | undefined };

/** What those variables say, once `identityProblems` finds nothing wrong with them. */
export interface IdentitySettings {
  providers: ProviderKeys;
}

/** Reads the variables; a provider with half of its keys counts as not configured. */
export function identitySettings(values: Values): IdentitySettings {
  const providers: ProviderKeys = {};
  for (const id of providerIds) {
    const { clientId, clientSecret } = keysOf(id, values);
    if (clientId && clientSecret) providers[id] = { clientId, clientSecret };
  }
  return { providers };
}

/** What does not fit together, naming the variables. */
export function identityProblems(values: Values): string[] {
  return providerIds.flatMap((id) => {
    const { clientId, clientSecret } = keysOf(id, values);
    if (Boolean(clientId) === Boolean(clientSecret)) return [];
    const name = id.toUpperCase();
    return [`${name}_CLIENT_ID and ${name}_CLIENT_SECRET belong together; set both or neither`];
  });
}

function keysOf(id: ProviderId, values: Values) {
  const name = id.toUpperCase() as Uppercase<ProviderId>;
  return { clientId: values[`${name}_CLIENT_ID`], clientSecret: values[`${name}_CLIENT_SECRET`] };
}
