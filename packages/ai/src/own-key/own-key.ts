import { z } from 'zod';
import { isServerUrl } from '../providers/is-server-url.ts';
import { type ProviderName, providerNames } from '../providers/provider.ts';

/** A key of a person or an organisation, as they entered it. */
export interface OwnKey {
  provider: ProviderName;
  key: string;
  model?: string | undefined;
  /** For `openai-compatible` only, which has no address of its own. */
  baseUrl?: string | undefined;
}

const ownKey = z
  .object({
    provider: z.enum(providerNames, `must be one of ${providerNames.join(', ')}`),
    key: z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be printable ASCII without spaces'),
    model: z.string().min(1, 'must not be empty').max(200, 'must be at most 200 characters').optional(),
    baseUrl: z
      .string()
      // The key must not cross the open network where anybody can read it.
      .refine((url) => isServerUrl(url) && url.startsWith('https:'), 'must be an https URL without a login')
      .optional(),
  })
  .refine(({ provider, baseUrl }) => (provider === 'openai-compatible') === (baseUrl !== undefined), {
    path: ['baseUrl'],
    message: 'belongs to openai-compatible, and only to it',
  });

/** Checks what a person entered and fails with a message that names each bad field, without repeating its value. */
export function checkOwnKey(entered: OwnKey): OwnKey {
  const result = ownKey.safeParse(entered);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new TypeError(`This key cannot be used: ${problems.join('; ')}.`);
}
