import { describe, expect, it } from 'vitest';
import { readDatabasePrepare, readDatabaseSettings, requireOwner } from './env.ts';

const app = 'postgres://commons_app:a@localhost/commons';
const service = 'postgres://commons_service:s@localhost/commons';
const owner = 'postgresql://commons_owner:o@localhost/commons';

describe('readDatabaseSettings', () => {
  it('takes the embedded database when nothing is said', () => {
    expect(readDatabaseSettings({})).toEqual({ kind: 'embedded' });
    expect(readDatabaseSettings({ DATABASE_URL: '', OTHER: 'x' })).toEqual({ kind: 'embedded' });
  });

  it('takes an administrator’s address', () => {
    expect(readDatabaseSettings({ DATABASE_URL: owner })).toEqual({ kind: 'administered', adminUrl: owner });
  });

  it('takes the logins of a database that is set up, with or without its owner', () => {
    const given = { DATABASE_APP_URL: app, DATABASE_SERVICE_URL: service };
    expect(readDatabaseSettings(given)).toEqual({ kind: 'given', app, service, owner: undefined });
    expect(readDatabaseSettings({ ...given, DATABASE_OWNER_URL: owner, DATABASE_URL: owner })).toEqual({
      kind: 'given',
      app,
      service,
      owner,
      adminUrl: owner,
    });
  });

  it('takes a pooler in front of either', () => {
    const DATABASE_POOLER = '10.0.0.7:6432';
    expect(readDatabaseSettings({ DATABASE_URL: owner, DATABASE_POOLER })).toEqual({
      kind: 'administered',
      adminUrl: owner,
      pooler: DATABASE_POOLER,
    });
    expect(
      readDatabaseSettings({ DATABASE_APP_URL: app, DATABASE_SERVICE_URL: service, DATABASE_POOLER }),
    ).toMatchObject({ kind: 'given', pooler: DATABASE_POOLER });
  });

  it('refuses a pooler in front of the embedded database', () => {
    expect(() => readDatabaseSettings({ DATABASE_POOLER: 'localhost:6432' })).toThrow(/DATABASE_URL where/);
  });

  it.each(['localhost', 'postgres://localhost:6432', 'me@localhost:6432', 'localhost:99999'])(
    'refuses %s for a pooler',
    (DATABASE_POOLER) => {
      expect(() => readDatabaseSettings({ DATABASE_URL: owner, DATABASE_POOLER })).toThrow(
        'DATABASE_POOLER must be host:port, like 127.0.0.1:6432',
      );
    },
  );

  it.each([{ DATABASE_APP_URL: app }, { DATABASE_SERVICE_URL: service }, { DATABASE_OWNER_URL: owner }])(
    'refuses half of it: %o',
    (environment) => {
      expect(() => readDatabaseSettings(environment)).toThrow(/belong together/);
    },
  );

  it.each([
    ['mysql://localhost/x', /DATABASE_URL must start with postgres:\/\/ or postgresql:\/\//],
    ['localhost:5432', /DATABASE_URL must start with/],
    ['postgres://[', /DATABASE_URL is no address; write postgres:\/\/user/],
  ])('names the variable that holds %s', (value, message) => {
    expect(() => readDatabaseSettings({ DATABASE_URL: value })).toThrow(message);
  });

  it('repeats no password in its message', () => {
    expect(() => readDatabaseSettings({ DATABASE_URL: 'postgre://me:secret@host/db' })).toThrow(
      /^(?!.*secret)/,
    );
  });
});

describe('readDatabasePrepare', () => {
  it('is left to the address unless it is said', () => {
    expect(readDatabasePrepare({})).toBeUndefined();
    expect(readDatabasePrepare({ DATABASE_PREPARE: '' })).toBeUndefined();
    expect(readDatabasePrepare({ DATABASE_PREPARE: 'on' })).toBe(true);
    expect(readDatabasePrepare({ DATABASE_PREPARE: 'off' })).toBe(false);
  });

  it('says what may stand there', () => {
    expect(() => readDatabasePrepare({ DATABASE_PREPARE: 'no' })).toThrow(
      'DATABASE_PREPARE must be on or off',
    );
  });
});

describe('requireOwner', () => {
  it('asks for the variable that is missing', () => {
    expect(requireOwner({ owner })).toBe(owner);
    expect(() => requireOwner({})).toThrow('Migrating needs the owner’s login. Set DATABASE_OWNER_URL.');
  });
});
