import { z } from 'zod';

/** What selling tiers takes. */
export interface StripeSettings {
  secretKey: string;
  webhookSecret: string;
  /** Prices that give a tier; the first of each is what is sold, and the others go on for whoever has them. */
  prices: { pro: readonly string[]; enterprise: readonly string[] };
}

/** How tiers are sold on this installation. */
export type PaymentSettings =
  | { kind: 'none' }
  | { kind: 'demonstration' }
  | ({ kind: 'stripe' } & StripeSettings);

const unset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(unset, type.optional());
const beginning = (start: RegExp, example: string) =>
  optional(z.string().regex(start, `must be like ${example}`));
const prices = optional(
  z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim()))
    .pipe(z.array(z.string().regex(/^price_/, 'must be ids like price_1Abc, with commas between'))),
);

const Variables = z.object({
  NODE_ENV: optional(z.string()),
  PAYMENTS: optional(z.enum(['demonstration'], 'must be "demonstration", or nothing')),
  STRIPE_SECRET_KEY: beginning(/^[sr]k_(test|live)_/, 'sk_live_…'),
  STRIPE_WEBHOOK_SECRET: beginning(/^whsec_/, 'whsec_…'),
  STRIPE_PRICE_PRO: prices,
  STRIPE_PRICE_ENTERPRISE: prices,
});

/**
 * Reads how tiers are sold. Without a key nothing is; half of the settings are a mistake and no way to run.
 *
 * @throws naming every variable that is missing or wrong, and no value
 */
export function readPaymentSettings(
  source: Readonly<Record<string, string | undefined>> = process.env,
): PaymentSettings {
  const { data, error } = Variables.safeParse(source);
  if (error) throw problem(error.issues.map(({ path, message }) => `${path[0]?.toString()} ${message}`));
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_PRICE_PRO: pro } = data;
  const enterprise = data.STRIPE_PRICE_ENTERPRISE ?? [];
  if (data.PAYMENTS === 'demonstration') {
    if (data.NODE_ENV === 'production')
      throw problem(['PAYMENTS must be empty in production: nobody pays there']);
    if (secretKey) throw problem(['PAYMENTS must be empty where STRIPE_SECRET_KEY is set']);
    return { kind: 'demonstration' };
  }
  if (secretKey && webhookSecret && pro) {
    return { kind: 'stripe', secretKey, webhookSecret, prices: { pro, enterprise } };
  }
  const needed = {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_PRICE_PRO: pro,
  };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 3 && enterprise.length === 0) return { kind: 'none' };
  throw problem(
    missing.map((name) => `${name} is missing; set all of ${Object.keys(needed).join(', ')} or none`),
  );
}

function problem(problems: readonly string[]): Error {
  return new Error(
    `The settings of payments are not complete:\n${problems.map((one) => `  - ${one}`).join('\n')}`,
  );
}
