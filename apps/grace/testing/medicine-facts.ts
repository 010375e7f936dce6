import type { SchedulePlan } from '../schedule/schemas.ts';
import type { MedicationFacts } from '../server/medications/schemas.ts';

export const metforminFacts: MedicationFacts = {
  name: 'Metformin',
  ingredients: ['metformin'],
  strengthAmount: '500',
  strengthUnit: 'mg',
  form: 'tablet',
  route: 'oral',
  instructions: 'With food',
  indication: 'Diabetes',
  prescriber: 'Dr Shah',
  pharmacy: '',
  prescriptionNumber: '',
  pharmacyClosedWeekdays: [],
  pharmacyClosedDates: [],
  startedOn: '2019-03-01',
  look: '',
  photo: null,
  missedDoseInstruction: '',
  isSkippable: true,
  escalationDelayMinutes: null,
  prnTryFirst: '',
  prnSigns: '',
  prnReviewOn: null,
  packSize: '28',
  refillNoticeDays: 7,
};

/** One tablet every day at the given times. */
export const dailyAt = (...times: string[]): SchedulePlan => ({
  kind: 'daily',
  unit: 'tablet',
  startDate: '2026-11-01',
  end: { kind: 'never' },
  times: times.map((time) => ({ time, amount: '1' })),
});
