import { describe, expect, it } from 'vitest';
import { entryNotices } from './notices.ts';

const medicine = (name: string, ...ingredients: string[]) => ({ name, ingredients });
const allergy = (substance: string) => ({ substance });
const found = (...args: Parameters<typeof entryNotices>) =>
  entryNotices(...args).map(
    (notice) => `${notice.kind}: ${notice.found}${notice.isFamily ? ' (related)' : ''}`,
  );

describe('an ingredient that is there already', () => {
  it.each([
    ['paracetamol', 'Paracetamol'],
    ['Acetaminophen', 'paracetamol'],
    ['Amlodipine (besilate)', 'amlodipine'],
    ['metformin hydrochloride', 'METFORMIN'],
    ['codéine phosphate', 'codeine'],
    ['potassium', 'Potassium'],
  ])('is told: %s and %s', (entered, present) => {
    const others = [medicine('Cold remedy', 'caffeine', present)];

    expect(found(medicine('New', entered), others, [])).toEqual(['duplicate: Cold remedy']);
  });

  it.each([
    ['amlodipine', 'amiloride'],
    ['potassium', 'potassium citrate'],
    ['', ''],
    ['500', '500'],
  ])('is not seen in %s and %s', (entered, present) => {
    expect(found(medicine('New', entered), [medicine('Other', present)], [])).toEqual([]);
  });
});

describe('an allergy', () => {
  it.each([
    ['Penicillin', 'phenoxymethylpenicillin', 'allergy: Penicillin (related)'],
    ['Penicillins', 'amoxicillin', 'allergy: Penicillins (related)'],
    ['aspirin', 'Acetylsalicylic acid', 'allergy: aspirin'],
    ['Amoxicillin', 'amoxicillin trihydrate', 'allergy: Amoxicillin'],
    ['ibuprofen', 'naproxen', 'allergy: ibuprofen (related)'],
  ])('to %s is told for %s', (substance, ingredient, notice) => {
    expect(found(medicine('New', ingredient), [], [allergy(substance)])).toEqual([notice]);
  });

  it('is found in the name as well, and not where nothing matches', () => {
    expect(found(medicine('Peanut oil ear drops', 'arachis oil'), [], [allergy('peanut')])).toEqual([
      'allergy: peanut',
    ]);
    expect(found(medicine('Metformin', 'metformin'), [], [allergy('Penicillin'), allergy('')])).toEqual([]);
  });
});
