import { expect, it } from 'vitest';
import { margaretId, margaretsDay, paracetamolVersion } from '../testing/margaret.ts';
import { todayFrom } from './today-from.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

it('counts a dose that waits to be sent towards the limits, although its plan has another version by now', () => {
  const day = margaretsDay(new Date(now));
  const [, asNeeded] = day.versions;
  if (!asNeeded) throw new Error('Nothing is planned as needed.');
  const newer = { ...asNeeded, id: '019aa5c0-0000-7000-8000-00000000c0ff', effectiveFrom: now - 60_000 };
  const versions = [{ ...asNeeded, effectiveUntil: now - 60_000 }, newer];
  const input = {
    id: '019aa5c0-0000-7000-8000-00000000d001',
    profileId: margaretId,
    versionId: paracetamolVersion,
    actualAt: new Date(now - 30 * 60_000).toISOString(),
    amount: '2',
    reason: 'pain',
  };
  const waiting = { kind: 'logAsNeeded', input, name: 'Paracetamol', zone: 'UTC', hasWaited: true } as const;
  const [paracetamol] = todayFrom({ ...day, versions }, [waiting], now).asNeeded;

  expect(paracetamol?.state).toMatchObject({ isBlocked: true, blockedBy: 'interval', amountIn24h: '2' });
});
