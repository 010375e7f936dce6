import { describe, expect, it } from 'vitest';
import { defaultSignInLimits, signInGate } from './sign-in-limits.ts';

const path = '/sign-in/email';
const once = { max: 1, windowMs: 60_000 };

const enter = (gate: ReturnType<typeof signInGate>, client: string, email: string) => {
  try {
    gate.enter(path, client, email);
    return 'open';
  } catch {
    return 'closed';
  }
};

describe('the gate in front of sign-in', () => {
  it('lets nobody be locked out by a single other client', () => {
    const gate = signInGate(defaultSignInLimits);
    for (let count = 0; count < 500; count += 1) enter(gate, '203.0.113.1', 'anna@example.org');

    expect(enter(gate, '203.0.113.2', 'anna@example.org')).toBe('open');
  });

  it('counts nothing for an address while the client itself is refused', () => {
    const gate = signInGate({ ...defaultSignInLimits, byClient: once, byEmail: once, byBoth: once });
    enter(gate, '203.0.113.1', 'anna@example.org');

    expect(enter(gate, '203.0.113.1', 'ben@example.org')).toBe('closed');
    expect(enter(gate, '203.0.113.2', 'ben@example.org')).toBe('open');
  });

  it('is open to many clients only as often as one address may be tried', () => {
    const gate = signInGate({ ...defaultSignInLimits, byEmail: once });
    enter(gate, '203.0.113.1', 'anna@example.org');

    expect(enter(gate, '203.0.113.2', 'Anna@Example.org')).toBe('closed');
    expect(enter(gate, '203.0.113.2', 'ben@example.org')).toBe('open');
  });

  it('forgets after a success what this client tried with this address', () => {
    const gate = signInGate({ ...defaultSignInLimits, byBoth: once });
    enter(gate, '203.0.113.1', 'anna@example.org');
    expect(enter(gate, '203.0.113.1', 'anna@example.org')).toBe('closed');
    gate.succeeded(path, '203.0.113.1', 'Anna@example.org');

    expect(enter(gate, '203.0.113.1', 'anna@example.org')).toBe('open');
  });

  it.each(['byClient', 'byEmail'] as const)('forgets after a success nothing of what counts %s', (limit) => {
    const gate = signInGate({ ...defaultSignInLimits, [limit]: once });
    enter(gate, '203.0.113.1', 'anna@example.org');
    gate.succeeded(path, '203.0.113.1', 'anna@example.org');

    expect(enter(gate, '203.0.113.1', 'anna@example.org')).toBe('closed');
  });
});
