import { describe, expect, it } from 'vitest';
import { loginsAt, passwordsOf, throughPooler } from './logins.ts';

const passwords = { owner: 'o', app: 'a', service: 's' };
const logins = loginsAt('postgres://admin:secret@db.example.org:5433/commons?sslmode=require', passwords);

describe('throughPooler', () => {
  it('leads the app and the service to the pooler, without named statements', () => {
    const { app, service } = throughPooler(logins, '10.0.0.7:6432');
    expect(app).toBe('postgres://commons_app:a@10.0.0.7:6432/commons?sslmode=require&prepare=false');
    expect(service).toBe('postgres://commons_service:s@10.0.0.7:6432/commons?sslmode=require&prepare=false');
  });

  it('leaves the owner at the database itself', () => {
    expect(throughPooler(logins, '10.0.0.7:6432').owner).toBe(logins.owner);
  });

  it('changes nothing where there is no pooler', () => {
    expect(throughPooler(logins)).toBe(logins);
  });
});

describe('passwordsOf', () => {
  it('reads what loginsAt wrote, whatever is in it', () => {
    const odd = { owner: "it's/a@b:c", app: '50% \\', service: 's' };
    expect(passwordsOf(loginsAt('postgres://localhost/commons', odd))).toEqual(odd);
  });

  it('names the variable whose address is another login’s or lacks the password', () => {
    expect(() => passwordsOf({ ...logins, app: 'postgres://me:secret@localhost/commons' })).toThrow(
      /^DATABASE_APP_URL must name the login commons_app and its password(?!.*secret)/,
    );
    expect(() => passwordsOf({ ...logins, service: 'postgres://commons_service@localhost/commons' })).toThrow(
      /^DATABASE_SERVICE_URL must/,
    );
  });
});
