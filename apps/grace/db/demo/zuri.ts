import type { Tx } from '@commons/shared-db';
import { addDays } from '../../schedule/calendar-day.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { dayOf } from '../../schedule/zone.ts';
import { profiles } from '../schema/profiles.ts';
import { addMedicine, type DemoMedicine } from './demo-medicine.ts';

export const zuri = '019aa5c0-0000-7000-8000-00000000a002';

const cole = {
  prescriber: 'Dr Helen Cole',
  pharmacy: 'Well Pharmacy, High Street',
  form: 'inhaler',
} as const;
const inhaled = { ...cole, route: 'inhaled' } as const;

/** What Amara's daughter takes: one inhaler whose times differ between school days and weekends, and one as needed. */
export function zurisMedicines(today: string): DemoMedicine[] {
  const from = addDays(today, -60);
  const puffs = (weekdays: number[], ...times: string[]): SchedulePlan => ({
    kind: 'weekly',
    unit: 'puff',
    startDate: from,
    end: { kind: 'never' },
    weekdays,
    everyWeeks: 1,
    times: times.map((time) => ({ time, amount: '2' })),
  });
  return [
    {
      number: 21,
      facts: {
        ...inhaled,
        name: 'Clenil Modulite',
        ingredients: ['beclometasone'],
        strengthAmount: '50',
        strengthUnit: 'mcg/puff',
        instructions: 'With the spacer, then rinse the mouth',
        indication: 'Asthma, every day',
        look: 'Brown inhaler',
        packSize: '200',
      },
      versions: [{ from, plan: puffs([1, 2, 3, 4, 5], '07:15', '19:30') }],
      others: [puffs([6, 7], '09:00', '20:00')],
    },
    {
      number: 22,
      facts: {
        ...inhaled,
        name: 'Salamol',
        ingredients: ['salbutamol'],
        strengthAmount: '100',
        strengthUnit: 'mcg/puff',
        indication: 'Wheezing',
        look: 'Blue inhaler',
        prnTryFirst: 'Sit her up, slow breaths together',
        prnSigns: 'Wheezing, a tight chest, coughing at night',
      },
      versions: [
        {
          from,
          plan: {
            kind: 'asNeeded',
            unit: 'puff',
            amount: '2',
            reason: 'wheezing',
            minIntervalMinutes: 240,
            maxAmountIn24h: '8',
            followUpMinutes: 20,
          },
        },
      ],
    },
  ];
}

/** A second person in the same hands, so that there is somebody to change to. */
export async function addZuri(tx: Tx, userId: string, zone: string, now: number): Promise<void> {
  await tx
    .insert(profiles)
    .values({
      id: zuri,
      userId,
      basis: 'parent',
      holderName: 'Amara Okafor',
      fullName: 'Zuri Okafor',
      preferredName: 'Zuri',
      timeZone: zone,
    })
    .onConflictDoNothing({ target: profiles.id });
  const person = { profileId: zuri, zone, actorName: 'Amara Okafor' };
  for (const medicine of zurisMedicines(dayOf(zone, now))) await addMedicine(tx, person, medicine);
}
