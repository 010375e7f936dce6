import { expect, it } from 'vitest';
import { metforminFacts } from '../testing/medicine.ts';
import { describeChanges } from './describe-changes.ts';

const after = (part: Partial<typeof metforminFacts>) =>
  describeChanges(metforminFacts, { ...metforminFacts, ...part });

it('tells nothing where nothing was changed', () => {
  expect(after({})).toEqual([]);
});

it('tells each field as people read it, before and after', () => {
  expect(after({ strengthAmount: '0.5', strengthUnit: 'g', form: 'liquid', isSkippable: false })).toEqual([
    { field: 'Strength', before: '500 mg', after: '0.5 g' },
    { field: 'Form', before: 'Tablet', after: 'Liquid' },
    { field: 'May be skipped', before: 'yes', after: 'no' },
  ]);
});

it('tells that a picture was changed, without the picture', () => {
  const photo = 'data:image/jpeg;base64,AAAA';

  expect(after({ photo })).toEqual([{ field: 'Picture', before: '', after: 'another picture' }]);
});

it('knows every field that a medicine has', () => {
  const others = Object.entries(metforminFacts).map(([field, value]): [string, unknown] => {
    if (Array.isArray(value)) return [field, field.endsWith('Weekdays') ? [1] : ['2027-01-01']];
    if (typeof value === 'boolean') return [field, !value];
    if (field === 'form') return [field, 'capsule'];
    if (field === 'route') return [field, 'nasal'];
    if (field === 'strengthUnit') return [field, 'g'];
    return [field, typeof value === 'number' || field === 'escalationDelayMinutes' ? 60 : '2'];
  });

  for (const [field, value] of others) expect(after({ [field]: value }), field).toHaveLength(1);
});
