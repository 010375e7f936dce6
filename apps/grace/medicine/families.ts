import { ingredientKey } from './ingredient-key.ts';

/** Allergies that people name by the family, and some of its members. Few and well known: it is a reminder, not a check. */
const families: Readonly<Record<string, readonly string[]>> = {
  penicillin: [
    'penicillin',
    'penicillins',
    'amoxicillin',
    'ampicillin',
    'flucloxacillin',
    'phenoxymethylpenicillin',
    'benzylpenicillin',
    'piperacillin',
    'pivmecillinam',
    'co amoxiclav',
  ],
  nsaid: [
    'nsaid',
    'nsaids',
    'aspirin',
    'ibuprofen',
    'naproxen',
    'diclofenac',
    'indometacin',
    'ketoprofen',
    'celecoxib',
    'meloxicam',
    'etoricoxib',
  ],
  sulfonamide: [
    'sulfonamide',
    'sulfonamides',
    'sulfa',
    'sulpha',
    'sulfa drugs',
    'sulfamethoxazole',
    'co trimoxazole',
    'sulfadiazine',
    'sulfasalazine',
  ],
  opioid: [
    'opioid',
    'opioids',
    'opiate',
    'opiates',
    'codeine',
    'morphine',
    'dihydrocodeine',
    'oxycodone',
    'hydromorphone',
    'hydrocodone',
  ],
  statin: ['statin', 'statins', 'atorvastatin', 'simvastatin', 'rosuvastatin', 'pravastatin', 'fluvastatin'],
};

/** The families that an ingredient or an allergy belongs to. */
export function familiesOf(substance: string): string[] {
  const key = ingredientKey(substance);
  return Object.entries(families).flatMap(([family, members]) => (members.includes(key) ? [family] : []));
}
