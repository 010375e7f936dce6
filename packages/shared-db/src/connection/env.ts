import { z } from 'zod';
import type { Logins } from './logins.ts';

/** Where the database is: one of ours, one to be set up with an administrator's address, or one that is set up already. */
export type DatabaseSettings =
  | { kind: 'embedded' }
  | { kind: 'administered'; adminUrl: string; pooler?: string | undefined }
  | {
      kind: 'given';
      app: string;
      service: string;
      owner: string | undefined;
      /** Whoever may make the three logins, with the passwords that their addresses say. */
      adminUrl?: string | undefined;
      pooler?: string | undefined;
    };

const address = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
  .refine((value) => URL.canParse(value), 'is no address; write postgres://user:password@host:5432/database')
  .optional();

const hostAndPort = z
  .string()
  .regex(/^[^\s/@]+:\d+$/, 'must be host:port, like 127.0.0.1:6432')
  .refine((value) => URL.canParse(`postgres://${value}`), 'must be host:port, like 127.0.0.1:6432')
  .optional();

const schema = z.object({
  DATABASE_URL: address,
  DATABASE_OWNER_URL: address,
  DATABASE_APP_URL: address,
  DATABASE_SERVICE_URL: address,
  DATABASE_POOLER: hostAndPort,
});

/**
 * Reads where the database is from the environment.
 *
 * @throws naming the variable that is wrong or missing and what it must hold
 */
export function readDatabaseSettings(environment: NodeJS.ProcessEnv = process.env): DatabaseSettings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is wrong: ${faults.join('; ')}.`);
  }
  const { DATABASE_URL, DATABASE_OWNER_URL: owner, DATABASE_APP_URL, DATABASE_SERVICE_URL } = parsed.data;
  const { DATABASE_POOLER: pooler } = parsed.data;
  if (DATABASE_APP_URL && DATABASE_SERVICE_URL) {
    return {
      kind: 'given',
      app: DATABASE_APP_URL,
      service: DATABASE_SERVICE_URL,
      owner,
      adminUrl: DATABASE_URL,
      pooler,
    };
  }
  if (DATABASE_APP_URL || DATABASE_SERVICE_URL || owner) {
    throw new Error(
      'DATABASE_APP_URL and DATABASE_SERVICE_URL belong together, DATABASE_OWNER_URL with them. Set both, or DATABASE_URL alone.',
    );
  }
  if (DATABASE_URL) return { kind: 'administered', adminUrl: DATABASE_URL, pooler };
  if (pooler) {
    throw new Error(
      'DATABASE_POOLER stands in front of a PostgreSQL of your own. Say with DATABASE_URL where that is.',
    );
  }
  return { kind: 'embedded' };
}

/**
 * What `DATABASE_PREPARE` says about prepared statements: on or off, or undefined to let the address decide, which says no where it
 * leads to a pooler. On is for a pooler that keeps them, PgBouncer from 1.21 on with `max_prepared_statements` above 0.
 */
export function readDatabasePrepare(environment: NodeJS.ProcessEnv = process.env): boolean | undefined {
  const value = environment.DATABASE_PREPARE;
  if (!value) return undefined;
  if (value === 'on' || value === 'off') return value === 'on';
  throw new Error('The environment is wrong: DATABASE_PREPARE must be on or off.');
}

/** The owner's address of settings that name one. */
export function requireOwner(logins: Partial<Logins>): string {
  if (logins.owner) return logins.owner;
  throw new Error('Migrating needs the owner’s login. Set DATABASE_OWNER_URL.');
}
