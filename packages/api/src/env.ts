import type { ModelQuota } from '@commons/ai';
import { z } from 'zod';
import {
  type IdentitySettings,
  identityProblems,
  identitySettings,
  identityVariables,
} from './identity/variables.ts';
import type { CallRates } from './limits/call-limits.ts';
import { type TracingSettings, tracingSettings, tracingVariables } from './tracing/variables.ts';

/** The server's environment, checked. */
export interface ServerEnvironment extends IdentitySettings {
  production: boolean;
  /** Undefined lets the server pick a free one from 3000 on. */
  port: number | undefined;
  host: string;
  /** Address of the site as people see it; undefined means the address that the server listens on. */
  publicUrl: URL | undefined;
  secret: string;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  logLevel: string;
  /** How many reverse proxies in front of the server add to X-Forwarded-For. */
  trustedProxies: number;
  shutdownTimeoutMs: number;
  shutdownDelayMs: number;
  callRates: CallRates;
  /** What one person may use of language models in a day; undefined for any amount. */
  modelQuota: ModelQuota | undefined;
  /** Who shows it may read `/metrics` from anywhere; without one, only this machine may. */
  metricsToken: string | undefined;
  /** Where traces go; undefined traces nothing. */
  tracing: TracingSettings | undefined;
}

/** Tells by name which variables are missing or wrong and what to do about each. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

const unset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(unset, type.optional());

const Variables = z.object({
  NODE_ENV: optional(z.string()),
  PORT: optional(z.coerce.number('must be a number').int().min(0).max(65_535, 'must be at most 65535')),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be a URL like https://commons.example.org' }),
  ),
  AUTH_SECRET: optional(
    z.string().min(32, 'must have at least 32 characters; make one with: openssl rand -base64 32'),
  ),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: 'must be a URL like smtp://user:password@mail.example.org:587' }),
  ),
  MAIL_FROM: optional(z.string()),
  ...identityVariables,
  ...tracingVariables,
  LOG_LEVEL: optional(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent',
    }),
  ),
  TRUSTED_PROXIES: optional(z.coerce.number('must be a number').int().min(0).max(10)),
  SHUTDOWN_TIMEOUT_MS: optional(z.coerce.number('must be a number').int().min(0).max(600_000)),
  SHUTDOWN_DELAY_MS: optional(z.coerce.number('must be a number').int().min(0).max(600_000)),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
  MODEL_TOKENS_PER_DAY: optional(z.coerce.number('must be a number').int().min(0).max(1_000_000_000_000)),
  MODEL_USD_PER_DAY: optional(
    z.coerce.number('must be a number').min(0, 'must be at least 0').max(1_000_000),
  ),
  QUERIES_PER_MINUTE: optional(z.coerce.number('must be a number').int().min(0).max(10_000_000)),
  MUTATIONS_PER_MINUTE: optional(z.coerce.number('must be a number').int().min(0).max(10_000_000)),
});

/**
 * Reads and checks the server's environment.
 *
 * @param developmentSecret a secret to use outside production when AUTH_SECRET is not set, see `keptSecret`
 * @throws {EnvironmentError} naming every variable that is missing or wrong
 */
export function readServerEnvironment(
  developmentSecret?: () => string,
  source: Readonly<Record<string, string | undefined>> = process.env,
): ServerEnvironment {
  const { data, error } = Variables.safeParse(source);
  if (error) {
    throw new EnvironmentError(error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const production = data.NODE_ENV === 'production';
  const secret = data.AUTH_SECRET ?? (production ? undefined : developmentSecret?.());
  const problems = missing(data, secret);
  if (problems.length > 0 || secret === undefined) throw new EnvironmentError(problems);

  return {
    production,
    port: data.PORT,
    host: data.HOST ?? '127.0.0.1',
    publicUrl: data.PUBLIC_URL === undefined ? undefined : new URL(data.PUBLIC_URL),
    secret,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    ...identitySettings(data),
    logLevel: data.LOG_LEVEL ?? 'info',
    trustedProxies: data.TRUSTED_PROXIES ?? 0,
    shutdownTimeoutMs: data.SHUTDOWN_TIMEOUT_MS ?? 10_000,
    shutdownDelayMs: data.SHUTDOWN_DELAY_MS ?? 0,
    modelQuota: modelQuota(data),
    metricsToken: data.METRICS_TOKEN,
    tracing: tracingSettings(data),
    // Far above what a person at a page comes to, and low enough to stop a script that runs wild.
    callRates: { queries: data.QUERIES_PER_MINUTE ?? 3_000, mutations: data.MUTATIONS_PER_MINUTE ?? 600 },
  };
}

function modelQuota(data: z.infer<typeof Variables>): ModelQuota | undefined {
  const { MODEL_TOKENS_PER_DAY: tokensPerDay = 0, MODEL_USD_PER_DAY: usdPerDay = 0 } = data;
  return tokensPerDay > 0 || usdPerDay > 0 ? { tokensPerDay, usdPerDay } : undefined;
}

function missing(data: z.infer<typeof Variables>, secret: string | undefined): string[] {
  const problems: string[] = [];
  if (secret === undefined) {
    problems.push('AUTH_SECRET is missing; make one with: openssl rand -base64 32');
  }
  if (data.NODE_ENV === 'production') {
    if (!data.PUBLIC_URL) problems.push('PUBLIC_URL is missing; set the address people open, with https://');
    if (!data.SMTP_URL) problems.push('SMTP_URL is missing; without it nobody can reset a password');
  }
  return [...problems, ...identityProblems(data)];
}
