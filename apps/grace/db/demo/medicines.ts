import { addDays } from '../../schedule/calendar-day.ts';
import type { DoseTime, SchedulePlan } from '../../schedule/schemas.ts';
import type { DemoMedicine } from './demo-medicine.ts';

const at = (amount: string, ...times: string[]): DoseTime[] => times.map((time) => ({ time, amount }));
const never = { kind: 'never' } as const;
const daily = (startDate: string, times: DoseTime[]): SchedulePlan => ({
  kind: 'daily',
  unit: 'tablet',
  startDate,
  end: never,
  times,
});

const cole = { prescriber: 'Dr Helen Cole', pharmacy: 'Well Pharmacy, High Street' };
const closedSundays = { pharmacyClosedWeekdays: [7] };

/** What Margaret takes, took, and holds just now: a regimen such as a practice sees every day. */
export function medicines(today: string): DemoMedicine[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    {
      number: 1,
      facts: {
        ...cole,
        ...closedSundays,
        name: 'Amlodipine',
        ingredients: ['amlodipine'],
        strengthAmount: '5',
        strengthUnit: 'mg',
        indication: 'High blood pressure',
        startedOn: '2016-05-12',
        look: 'Small, white, round',
        packSize: '28',
      },
      versions: [{ from: ago(120), plan: daily(ago(120), at('1', '08:00')) }],
    },
    {
      number: 2,
      facts: {
        ...cole,
        ...closedSundays,
        name: 'Metformin',
        ingredients: ['metformin hydrochloride'],
        strengthAmount: '500',
        strengthUnit: 'mg',
        instructions: 'With food',
        indication: 'Type 2 diabetes',
        startedOn: '2012-09-03',
        look: 'White, oval, with a line across',
        missedDoseInstruction: 'Leave it out and take the next one as usual. Never two at once.',
        packSize: '56',
      },
      versions: [
        { from: ago(120), plan: daily(ago(120), at('1', '08:00')) },
        {
          from: ago(40),
          plan: daily(ago(40), at('1', '08:00', '18:00')),
          reason: 'HbA1c was 62, one more with the evening meal',
        },
      ],
    },
    {
      number: 3,
      facts: {
        ...cole,
        ...closedSundays,
        name: 'Apixaban',
        ingredients: ['apixaban'],
        strengthAmount: '2.5',
        strengthUnit: 'mg',
        indication: 'Atrial fibrillation, against strokes',
        startedOn: '2018-02-20',
        look: 'Small, yellow, round',
        missedDoseInstruction:
          'Take it as soon as you notice, then go on as usual. Never two at once. Ask the pharmacist if unsure.',
        isSkippable: false,
        escalationDelayMinutes: 60,
        packSize: '56',
      },
      versions: [{ from: ago(120), plan: daily(ago(120), at('1', '08:00', '20:00')) }],
    },
    {
      number: 4,
      facts: {
        ...cole,
        ...closedSundays,
        name: 'Levothyroxine',
        ingredients: ['levothyroxine sodium'],
        strengthAmount: '50',
        strengthUnit: 'mcg',
        instructions: 'With water, half an hour before breakfast',
        indication: 'Underactive thyroid',
        startedOn: '2009-11-02',
        packSize: '28',
      },
      versions: [{ from: ago(120), plan: daily(ago(120), at('1', '07:00')) }],
    },
    {
      number: 5,
      facts: {
        ...cole,
        ...closedSundays,
        name: 'Alendronic acid',
        ingredients: ['alendronic acid'],
        strengthAmount: '70',
        strengthUnit: 'mg',
        instructions: 'Sitting upright with a full glass of water; nothing else for half an hour',
        indication: 'Osteoporosis',
        startedOn: '2021-06-14',
        missedDoseInstruction: 'Take it the morning after you notice, then go back to Mondays.',
        packSize: '4',
      },
      versions: [
        {
          from: ago(120),
          plan: {
            kind: 'weekly',
            unit: 'tablet',
            startDate: ago(120),
            end: never,
            weekdays: [1],
            everyWeeks: 1,
            times: at('1', '06:30'),
          },
        },
      ],
    },
    {
      number: 6,
      facts: {
        ...cole,
        name: 'Prednisolone',
        ingredients: ['prednisolone'],
        strengthAmount: '5',
        strengthUnit: 'mg',
        instructions: 'In the morning, with food. Do not stop it suddenly.',
        indication: 'Polymyalgia rheumatica',
        prescriber: 'Dr Amit Shah, rheumatology',
        startedOn: ago(10),
        isSkippable: false,
        escalationDelayMinutes: 120,
        packSize: '28',
      },
      versions: [
        {
          from: ago(10),
          plan: {
            kind: 'taper',
            unit: 'tablet',
            startDate: ago(10),
            phases: [
              { days: 14, everyDays: 1, times: at('3', '08:00') },
              { days: 28, everyDays: 1, times: at('2.5', '08:00') },
              { days: 28, everyDays: 1, times: at('2', '08:00') },
            ],
          },
        },
      ],
    },
    {
      number: 7,
      facts: {
        name: 'Vitamin D',
        ingredients: ['colecalciferol'],
        strengthAmount: '1000',
        strengthUnit: 'unit',
        form: 'capsule',
        indication: 'Osteoporosis',
        startedOn: '2021-06-14',
      },
      versions: [
        {
          from: ago(90),
          plan: {
            kind: 'everyDays',
            unit: 'capsule',
            startDate: ago(90),
            end: never,
            everyDays: 2,
            times: at('1', '08:00'),
          },
        },
      ],
    },
    {
      number: 8,
      facts: {
        ...cole,
        name: 'Latanoprost eye drops',
        ingredients: ['latanoprost'],
        strengthAmount: '50',
        strengthUnit: 'mcg/mL',
        form: 'drops',
        route: 'eye',
        instructions: 'Both eyes. Keep the open bottle no longer than four weeks.',
        indication: 'Glaucoma',
        startedOn: '2020-01-17',
      },
      versions: [
        {
          from: ago(120),
          plan: {
            kind: 'daily',
            unit: 'drop',
            startDate: ago(120),
            end: never,
            times: at('2', '21:00'),
          },
        },
      ],
    },
    {
      number: 9,
      facts: {
        ...cole,
        name: 'Paracetamol',
        ingredients: ['paracetamol'],
        strengthAmount: '500',
        strengthUnit: 'mg',
        indication: 'Pain in the hips and shoulders',
        startedOn: ago(60),
        prnTryFirst: 'A warm shower, or the heat pad for twenty minutes',
        prnSigns: 'Slow to get up, holds her shoulder, does not want to be touched',
        prnReviewOn: addDays(today, 30),
        packSize: '100',
      },
      versions: [
        {
          from: ago(60),
          plan: {
            kind: 'asNeeded',
            unit: 'tablet',
            amount: '2',
            reason: 'pain',
            minIntervalMinutes: 240,
            maxAmountIn24h: '8',
            followUpMinutes: 60,
          },
        },
      ],
    },
    {
      number: 10,
      facts: {
        ...cole,
        name: 'Clarithromycin',
        ingredients: ['clarithromycin'],
        strengthAmount: '500',
        strengthUnit: 'mg',
        instructions: 'Finish the course',
        indication: 'Chest infection',
        startedOn: ago(3),
        packSize: '14',
      },
      versions: [
        {
          from: ago(3),
          plan: {
            kind: 'interval',
            unit: 'tablet',
            anchor: `${ago(3)}T09:00:00Z`,
            everyHours: 12,
            amount: '1',
            end: { kind: 'count', doses: 14 },
          },
        },
      ],
    },
    {
      number: 11,
      facts: {
        ...cole,
        name: 'Simvastatin',
        ingredients: ['simvastatin'],
        strengthAmount: '20',
        strengthUnit: 'mg',
        indication: 'High cholesterol',
        startedOn: '2016-05-12',
        packSize: '28',
      },
      versions: [{ from: ago(120), plan: daily(ago(120), at('1', '20:00')) }],
      hold: { from: ago(3), until: addDays(today, 5), reason: 'Not together with clarithromycin' },
    },
    {
      number: 12,
      facts: {
        ...cole,
        name: 'Ramipril',
        ingredients: ['ramipril'],
        strengthAmount: '2.5',
        strengthUnit: 'mg',
        form: 'capsule',
        indication: 'High blood pressure',
        startedOn: '2024-03-04',
      },
      versions: [
        {
          from: ago(120),
          plan: { kind: 'daily', unit: 'capsule', startDate: ago(120), end: never, times: at('1', '08:00') },
        },
      ],
      stop: { on: ago(75), reason: 'Dry cough' },
    },
  ];
}
