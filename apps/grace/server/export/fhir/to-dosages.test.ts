import type { MedicationRequest } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SchedulePlan } from '../../../schedule/schemas.ts';
import { anyPlan } from '../../../schedule/testing/any-plan.ts';
import { faultsIn } from '../../../testing/fhir-r4.ts';
import { toDosages } from './to-dosages.ts';

const start = { startDate: '2026-11-01', end: { kind: 'never' }, unit: 'tablet' } as const;
const requestWith = (plan: SchedulePlan): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'plan',
  medicationCodeableConcept: { text: 'Metformin' },
  subject: { reference: 'urn:uuid:019aa5c0-0000-7000-8000-000000000001' },
  dosageInstruction: toDosages(plan),
});

describe('the instructions of a plan', () => {
  it('are what an R4 validator accepts, each with its text, whatever the plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const request = requestWith(plan);
        expect(faultsIn(request)).toEqual([]);
        for (const { text } of request.dosageInstruction ?? []) expect(text).toBeTruthy();
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('name as many times of day as there are doses a day', () => {
    const plan = SchedulePlan.parse({
      kind: 'daily',
      ...start,
      times: [
        { time: '08:00', amount: '1' },
        { time: '20:00', amount: '1' },
      ],
    });

    expect(toDosages(plan)).toMatchObject([
      {
        sequence: 1,
        text: expect.stringContaining('08:00 and 20:00'),
        timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd', timeOfDay: ['08:00:00', '20:00:00'] } },
        doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
      },
    ]);
  });

  it('are concurrent for different amounts on one day, and follow one another in a taper', () => {
    const times = [
      { time: '08:00', amount: '2' },
      { time: '20:00', amount: '1' },
    ];
    const daily = toDosages(SchedulePlan.parse({ kind: 'daily', ...start, times }));
    const taper = toDosages(
      SchedulePlan.parse({
        kind: 'taper',
        unit: 'tablet',
        startDate: '2026-11-01',
        phases: [
          { days: 5, everyDays: 1, times: times.slice(0, 1) },
          { days: null, everyDays: 2, times: times.slice(1) },
        ],
      }),
    );

    expect(daily.map(({ sequence }) => sequence)).toEqual([1, 1]);
    expect(daily.map(({ text }) => text)).toEqual([
      expect.stringContaining('2 tablets'),
      expect.stringContaining('1 tablet'),
    ]);
    expect(taper.map(({ sequence, timing }) => [sequence, timing?.repeat?.boundsPeriod])).toEqual([
      [1, { start: '2026-11-01', end: '2026-11-05' }],
      [2, { start: '2026-11-06' }],
    ]);
  });

  it('say as needed what for, how far apart and how much in 24 hours at most', () => {
    const plan = SchedulePlan.parse({
      kind: 'asNeeded',
      unit: 'tablet',
      amount: '1',
      reason: 'Headache',
      minIntervalMinutes: 240,
      maxAmountIn24h: '8',
      followUpMinutes: null,
    });

    expect(toDosages(plan)).toMatchObject([
      {
        asNeededCodeableConcept: { text: 'Headache' },
        timing: { repeat: { frequency: 1, period: 240, periodUnit: 'min' } },
        maxDosePerPeriod: { numerator: { value: 8, unit: 'tablet' }, denominator: { value: 24, unit: 'h' } },
      },
    ]);
  });

  it('are refused by the validator when they break a rule of timing', () => {
    const request = requestWith(
      SchedulePlan.parse({ kind: 'daily', ...start, times: [{ time: '08:00', amount: '1' }] }),
    );
    const [dosage] = request.dosageInstruction ?? [];
    if (dosage?.timing?.repeat) dosage.timing.repeat.when = ['MORN'];

    expect(faultsIn(request).join()).toContain('tim-10');
  });
});
