import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readServerEnvironment } from './env.ts';
import { keptSecret } from './kept-secret.ts';

const secret = 's'.repeat(32);
const complete = {
  NODE_ENV: 'production',
  AUTH_SECRET: secret,
  PUBLIC_URL: 'https://commons.example.org',
  SMTP_URL: 'smtp://mail.example.org:587',
};

function problemsOf(source: Record<string, string>, developmentSecret?: () => string): readonly string[] {
  try {
    readServerEnvironment(developmentSecret, source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

describe('the environment', () => {
  it('needs nothing in development but a secret that the caller keeps', () => {
    expect(readServerEnvironment(() => secret, {})).toEqual({
      production: false,
      port: undefined,
      host: '127.0.0.1',
      publicUrl: undefined,
      secret,
      smtpUrl: undefined,
      mailFrom: undefined,
      providers: {},
      bearer: undefined,
      serviceKey: undefined,
      logLevel: 'info',
      trustedProxies: 0,
      shutdownTimeoutMs: 10_000,
      shutdownDelayMs: 0,
      modelQuota: undefined,
      metricsToken: undefined,
      tracing: undefined,
      callRates: { queries: 3_000, mutations: 600 },
    });
  });

  it('is complete in production with these four', () => {
    expect(readServerEnvironment(undefined, complete)).toMatchObject({ production: true, secret });
  });

  it('names every variable that production lacks, at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' }, () => secret);

    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'AUTH_SECRET',
      'PUBLIC_URL',
      'SMTP_URL',
    ]);
    expect(problems[0]).toContain('openssl rand -base64 32');
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a number'],
    [{ MODEL_USD_PER_DAY: 'a dollar' }, 'MODEL_USD_PER_DAY must be a number'],
    [{ MODEL_USD_PER_DAY: '-1' }, 'MODEL_USD_PER_DAY must be at least 0'],
    [{ PORT: '70000' }, 'PORT must be at most 65535'],
    [{ PUBLIC_URL: 'commons.example.org' }, 'PUBLIC_URL must be a URL like https://commons.example.org'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters'],
    [{ SMTP_URL: 'https://mail' }, 'SMTP_URL must be a URL like smtp://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL like http://',
    ],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL like http://'],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'Bearer x' }, 'OTEL_EXPORTER_OTLP_HEADERS must be a list like'],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=%zz' }, 'OTEL_EXPORTER_OTLP_HEADERS must be a list like'],
    [{ GOOGLE_CLIENT_ID: 'x' }, 'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together'],
    [{ GITHUB_CLIENT_SECRET: 'x' }, 'GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET belong together'],
    [{ SUPABASE_JWT_SECRET: 'short' }, 'SUPABASE_JWT_SECRET must have at least 32 characters'],
    [
      { SUPABASE_JWT_SECRET: secret },
      'SUPABASE_JWT_ISSUER belongs to SUPABASE_JWT_SECRET or SUPABASE_JWKS_URL',
    ],
    [{ SUPABASE_JWT_SECRET: secret, SUPABASE_JWKS_URL: 'https://x.example' }, 'exclude each other'],
    [
      { SUPABASE_JWKS_URL: 'http://x.example', SUPABASE_JWT_ISSUER: 'x' },
      'SUPABASE_JWKS_URL must be an address',
    ],
    [{ SERVICE_KEY: 'short' }, 'SERVICE_KEY must have at least 32 characters'],
    [{ LINKEDIN_CLIENT_ID: 'x' }, 'LINKEDIN_CLIENT_ID and LINKEDIN_CLIENT_SECRET belong together'],
  ])('says what is wrong with %j', (wrong, expected) => {
    expect(problemsOf({ ...complete, ...wrong }).join('\n')).toContain(expected);
  });

  it('does not repeat a secret in its complaint', () => {
    expect(problemsOf({ ...complete, AUTH_SECRET: 'planted' }).join('\n')).not.toContain('planted');
  });

  it.each([
    [{ MODEL_TOKENS_PER_DAY: '1000' }, { tokensPerDay: 1_000, usdPerDay: 0 }],
    [{ MODEL_USD_PER_DAY: '0.25' }, { tokensPerDay: 0, usdPerDay: 0.25 }],
    [{ MODEL_TOKENS_PER_DAY: '0', MODEL_USD_PER_DAY: '0' }, undefined],
  ])('reads from %j what a person may use of language models', (variables, modelQuota) => {
    expect(readServerEnvironment(undefined, { ...complete, ...variables })).toMatchObject({ modelQuota });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readServerEnvironment(undefined, { ...complete, PORT: '', HOST: '' })).toMatchObject({
      port: undefined,
      host: '127.0.0.1',
    });
  });
});

describe('a kept secret', () => {
  it('is made once, is long, and is readable by its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'commons-secret-'));
    const file = join(folder, 'data/secret');
    const made = keptSecret(file);

    expect(keptSecret(file)).toBe(made);
    expect(made).toHaveLength(43);
    expect(readFileSync(file, 'utf8')).toBe(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });

  it('is never an empty one, as a full disk may have left it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'commons-secret-'));
    const file = join(folder, 'secret');
    writeFileSync(file, '');

    expect(() => keptSecret(file)).toThrow(/secret does not hold a secret\. Delete it/);
    rmSync(folder, { recursive: true });
  });
});
