import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { LoginPasswords } from './logins.ts';

const schema = z.object({ owner: z.string(), app: z.string(), service: z.string() });

/** The passwords kept in `file`, readable by its owner only; made at random the first time. */
export function keepLoginPasswords(file: string): LoginPasswords {
  if (existsSync(file)) return read(file);
  const fresh = () => randomBytes(24).toString('base64url');
  const passwords = { owner: fresh(), app: fresh(), service: fresh() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  return passwords;
}

function read(file: string): LoginPasswords {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(
      `${file} does not hold the passwords of the three logins. Delete it; new ones are made then.`,
      {
        cause: error,
      },
    );
  }
}
