import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keptFile } from '../kept-file.ts';
import type { LoginPasswords } from './logins.ts';

const schema = z.object({ owner: z.string(), app: z.string(), service: z.string() });

/** The passwords kept in `file`, readable by its owner only; made at random the first time. */
export function keepLoginPasswords(file: string): LoginPasswords {
  const fresh = () => randomBytes(24).toString('base64url');
  const passwords = () => ({ owner: fresh(), app: fresh(), service: fresh() });
  return parse(
    file,
    keptFile(file, () => `${JSON.stringify(passwords(), null, 2)}\n`),
  );
}

function parse(file: string, kept: string): LoginPasswords {
  try {
    return schema.parse(JSON.parse(kept));
  } catch (error) {
    throw new Error(
      `${file} does not hold the passwords of the three logins. Delete it; new ones are made then.`,
      {
        cause: error,
      },
    );
  }
}
