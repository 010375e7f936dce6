import { describe, expect, it } from 'vitest';
import { defaultSignInLimits, signInGate } from './sign-in-limits.ts';

const enter = (gate: ReturnType<typeof signInGate>, client: string, email: string) => {
  try {
    gate.enter('/sign-in/email', client, email);
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
});
