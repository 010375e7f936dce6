import { z } from 'zod';
import type { BearerSettings } from '../bearer/bearer-settings.ts';
import type { ProviderId, ProviderKeys } from './providers.ts';
import { providerIds } from './schemas.ts';

const secretLengthMin = 32;

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());
const optionalSecret = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().min(secretLengthMin, `must have at least ${secretLengthMin} characters`).optional(),
);

/** The variables that decide who may sign in, and with what. */
export const identityVariables = {
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  LINKEDIN_CLIENT_ID: optional,
  LINKEDIN_CLIENT_SECRET: optional,
  SUPABASE_JWT_SECRET: optionalSecret,
  SUPABASE_JWKS_URL: optional,
  SUPABASE_JWT_ISSUER: optional,
  SERVICE_KEY: optionalSecret,
};

type Values = { [name in keyof typeof identityVariables]?: string | undefined };

/** What those variables say, once `identityProblems` finds nothing wrong with them. */
export interface IdentitySettings {
  providers: ProviderKeys;
  /** Whose bearer tokens are taken; nobody's unless set. */
  bearer: BearerSettings | undefined;
  /** Opens the admin operations; without it there are none. */
  serviceKey: string | undefined;
}

/** Reads the variables; a provider with half of its keys counts as not configured. */
export function identitySettings(values: Values): IdentitySettings {
  const providers: ProviderKeys = {};
  for (const id of providerIds) {
    const { clientId, clientSecret } = keysOf(id, values);
    if (clientId && clientSecret) providers[id] = { clientId, clientSecret };
  }
  return { providers, bearer: bearerSettings(values), serviceKey: values.SERVICE_KEY };
}

/** What does not fit together, naming the variables. */
export function identityProblems(values: Values): string[] {
  const halves = providerIds.flatMap((id) => {
    const { clientId, clientSecret } = keysOf(id, values);
    if (Boolean(clientId) === Boolean(clientSecret)) return [];
    const name = id.toUpperCase();
    return [`${name}_CLIENT_ID and ${name}_CLIENT_SECRET belong together; set both or neither`];
  });
  return [...halves, ...bearerProblems(values)];
}

function bearerProblems(values: Values): string[] {
  const { SUPABASE_JWT_SECRET: secret, SUPABASE_JWKS_URL: keys, SUPABASE_JWT_ISSUER: issuer } = values;
  const problems: string[] = [];
  if (secret && keys) problems.push('SUPABASE_JWT_SECRET and SUPABASE_JWKS_URL exclude each other; set one');
  if (Boolean(secret || keys) !== Boolean(issuer)) {
    problems.push(
      'SUPABASE_JWT_ISSUER belongs to SUPABASE_JWT_SECRET or SUPABASE_JWKS_URL; set it with one of them',
    );
  }
  if (keys && !isSafeKeysUrl(keys)) {
    problems.push('SUPABASE_JWKS_URL must be an address with https://, or one of this machine');
  }
  return problems;
}

function bearerSettings(values: Values): BearerSettings | undefined {
  const { SUPABASE_JWT_SECRET: secret, SUPABASE_JWKS_URL: keys, SUPABASE_JWT_ISSUER: issuer } = values;
  if (!issuer || bearerProblems(values).length > 0) return undefined;
  if (secret) return { issuer, key: { secret } };
  return keys ? { issuer, key: { jwksUrl: new URL(keys) } } : undefined;
}

/** Whoever can answer in the place of the keys' server can sign in as anybody. */
function isSafeKeysUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

function keysOf(id: ProviderId, values: Values) {
  const name = id.toUpperCase() as Uppercase<ProviderId>;
  return { clientId: values[`${name}_CLIENT_ID`], clientSecret: values[`${name}_CLIENT_SECRET`] };
}
