import type { Tx } from '@commons/shared-db';
import { allergies } from '../schema/allergies.ts';
import { conditions } from '../schema/conditions.ts';

const allergyId = '019aa5c0-0000-7000-8000-00000000d001';
const known = [
  { number: 1, name: 'High blood pressure', onsetOn: '2005-04-01' },
  { number: 2, name: 'Underactive thyroid', onsetOn: '2009-10-01' },
  { number: 3, name: 'Type 2 diabetes', onsetOn: '2012-08-20' },
  { number: 4, name: 'Atrial fibrillation', onsetOn: '2018-02-11', note: 'On a blood thinner' },
  { number: 5, name: 'Osteoporosis', onsetOn: '2021-06-01' },
  { number: 6, name: 'Broken left wrist', onsetOn: '2021-05-22', resolvedOn: '2021-08-15' },
  {
    number: 7,
    name: 'Memory problems',
    onsetOn: '2024-01-30',
    note: 'Mild, seen at the memory clinic once a year',
  },
];

/** What Margaret is allergic to and what she has, unless it is there already. */
export async function addHealth(tx: Tx, profileId: string): Promise<void> {
  await tx
    .insert(allergies)
    .values({
      id: allergyId,
      profileId,
      category: 'medicine',
      substance: 'Penicillin',
      reaction: 'Rash and swollen lips',
      severity: 'severe',
      notedOn: '1987-06-01',
    })
    .onConflictDoNothing({ target: allergies.id });
  await tx
    .insert(conditions)
    .values(
      known.map(({ number, ...condition }) => ({
        ...condition,
        id: `019aa5c0-0000-7000-8000-00000000e00${number}`,
        profileId,
      })),
    )
    .onConflictDoNothing({ target: conditions.id });
}
