import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAllowances } from '../limits/allowances.ts';
import { defaultSignInLimits, type SignInLimits, signInGate } from './sign-in-limits.ts';

const path = '/sign-in/email';
const once = { max: 1, windowMs: 3_600_000 };

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

let secrets = 0;
/** A gate that has counted nothing yet; `another` opens the same gate in another process. */
function open(limits: Partial<SignInLimits> = {}) {
  const secret = `secret ${++secrets}`;
  const another = () => signInGate(openAllowances(db.service, secret), { ...defaultSignInLimits, ...limits });
  return { gate: another(), another };
}

const enter = (gate: ReturnType<typeof signInGate>, client: string, email: string, tried = path) =>
  gate.enter(tried, client, email).then(
    () => 'open',
    ({ code, retryAfterMs }) => (code === 'RATE_LIMITED' && retryAfterMs > 0 ? 'closed' : code),
  );

describe('the gate in front of sign-in', () => {
  it('lets nobody be locked out by a single other client', async () => {
    const { gate } = open();
    for (let count = 0; count < 260; count += 1) await enter(gate, '203.0.113.1', 'anna@example.org');

    expect(await enter(gate, '203.0.113.1', 'anna@example.org')).toBe('closed');
    expect(await enter(gate, '203.0.113.2', 'anna@example.org')).toBe('open');
  });

  it('counts nothing for an address while the client itself is refused', async () => {
    const { gate } = open({ byClient: once, byEmail: once, byBoth: once });
    await enter(gate, '203.0.113.1', 'anna@example.org');

    expect(await enter(gate, '203.0.113.1', 'ben@example.org')).toBe('closed');
    expect(await enter(gate, '203.0.113.2', 'ben@example.org')).toBe('open');
  });

  it('is open to many clients only as often as one address may be tried', async () => {
    const { gate } = open({ byEmail: once });
    await enter(gate, '203.0.113.1', 'anna@example.org');

    expect(await enter(gate, '203.0.113.2', 'Anna@Example.org')).toBe('closed');
    expect(await enter(gate, '203.0.113.2', 'ben@example.org')).toBe('open');
  });

  it.each(['/request-password-reset', '/sign-up/email'])(
    'has few mails written to one address in an hour, and lets no single client use them up: %s',
    async (mailing) => {
      const { gate } = open();
      const mails = async (client: string) => {
        let written = 0;
        while ((await enter(gate, client, 'anna@example.org', mailing)) === 'open') written += 1;
        return written;
      };

      expect(await mails('203.0.113.1')).toBe(5);
      expect(await mails('203.0.113.2')).toBe(5);
      for (const client of ['203.0.113.3', '203.0.113.4']) await mails(client);
      expect(await mails('203.0.113.5')).toBe(0);
      expect(await enter(gate, '203.0.113.5', 'ben@example.org', mailing)).toBe('open');
    },
  );

  it('takes all addresses of one IPv6 customer for one client', async () => {
    const { gate } = open({ byClient: once });
    await enter(gate, '2001:db8::1', 'anna@example.org');

    expect(await enter(gate, '2001:db8::ffff:1', 'ben@example.org')).toBe('closed');
    expect(await enter(gate, '2001:db8:0:1::1', 'ben@example.org')).toBe('open');
  });

  it('forgets after a success what this client tried with this address', async () => {
    const { gate } = open({ byBoth: once });
    await enter(gate, '203.0.113.1', 'anna@example.org');
    expect(await enter(gate, '203.0.113.1', 'anna@example.org')).toBe('closed');
    await gate.succeeded(path, '203.0.113.1', 'Anna@example.org');

    expect(await enter(gate, '203.0.113.1', 'anna@example.org')).toBe('open');
  });

  it.each(['byClient', 'byEmail'] as const)(
    'forgets after a success nothing of what counts %s',
    async (limit) => {
      const { gate } = open({ [limit]: once });
      await enter(gate, '203.0.113.1', 'anna@example.org');
      await gate.succeeded(path, '203.0.113.1', 'anna@example.org');

      expect(await enter(gate, '203.0.113.1', 'anna@example.org')).toBe('closed');
    },
  );

  it('counts over all processes, and before and after a restart', async () => {
    const { gate, another } = open({ byBoth: { max: 10, windowMs: 86_400_000 } });
    const gates = [gate, another(), another()];
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        enter(gates[index % 3] ?? gate, '203.0.113.1', 'anna@example.org'),
      ),
    );

    expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(10);
    expect(await enter(another(), '203.0.113.1', 'anna@example.org')).toBe('closed');
  });

  it('keeps neither addresses nor clients where they could be read', async () => {
    const { gate } = open();
    await enter(gate, '203.0.113.77', 'planted@example.org');
    const rows = await db.admin`select key from app.rate_limits`;

    expect(JSON.stringify(rows)).not.toMatch(/planted|203\.0\.113/);
  });
});
