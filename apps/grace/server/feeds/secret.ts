import { randomBytes } from 'node:crypto';

/** A secret that nobody guesses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The last part of a calendar's address. */
export const fileOf = (id: string, secret: string): string => `${id}.${secret}.ics`;

/** Id and secret of a calendar's address; undefined for anything else. */
export function readFile(file: string): { id: string; secret: string } | undefined {
  const [, id, secret] =
    /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})\.ics$/.exec(file) ?? [];
  return id && secret ? { id, secret } : undefined;
}
