import { describe, expect, it } from 'vitest';
import { explainConnectionError, withoutPassword } from './explain-connection-error.ts';

const url = 'postgres://me:secret@db.example.org:5432/commons';
const failing = (code: string) => Object.assign(new Error('raw'), { code });

describe('explainConnectionError', () => {
  it.each([
    ['ECONNREFUSED', 'Start PostgreSQL'],
    ['ENOTFOUND', 'host name is unknown'],
    ['CONNECT_TIMEOUT', 'did not answer in time'],
    ['28P01', 'password is wrong'],
    ['28000', 'refuses this login'],
    ['3D000', 'does not exist'],
    ['57P03', 'still starting'],
  ])('says of %s where and what to do, without the password', (code, text) => {
    const { message, cause } = explainConnectionError(failing(code), url) as Error;
    expect(message).toContain('Cannot use the database at postgres://me@db.example.org:5432/commons: ');
    expect(message).toContain(text);
    expect(message).not.toContain('secret');
    expect(cause).toMatchObject({ code });
  });

  it('passes on what it does not know', () => {
    for (const error of [failing('42601'), new Error('plain'), 'text']) {
      expect(explainConnectionError(error, url)).toBe(error);
    }
  });
});

describe('withoutPassword', () => {
  it('keeps everything else', () => {
    expect(withoutPassword(`${url}?sslmode=require`)).toBe(
      'postgres://me@db.example.org:5432/commons?sslmode=require',
    );
  });
});
