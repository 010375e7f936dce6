import { describe, expect, it } from 'vitest';
import {
  filledSections,
  noBusiness,
  problemsIn,
  readDraft,
  saysTheSame,
  writeDraft,
} from './business-values.ts';

const studio = { ...noBusiness, name: 'Okafor Ceramics', fields: { ...noBusiness.fields, offers: 'Bowls' } };

describe('the values of the business form', () => {
  it('come back from a draft as they were, unfinished or not', () => {
    const draft = { ...studio, name: '', version: 3 };
    expect(readDraft(writeDraft(draft))).toEqual(draft);
  });

  it('are read from a draft that was written before a section existed', () => {
    const old = JSON.stringify({ name: 'Okafor Ceramics', fields: { offers: 'Bowls' }, version: 0 });
    expect(readDraft(old)).toEqual(studio);
  });

  it('ignore a draft that is empty or damaged', () => {
    expect([readDraft(''), readDraft('{"name":'), readDraft('{"name":1}')]).toEqual([null, null, null]);
  });

  it('need a name and keep within the limits, in the words of the server', () => {
    expect(problemsIn(studio)).toEqual({});
    const wrong = { ...studio, name: '  ', fields: { ...studio.fields, currency: 'x'.repeat(201) } };
    expect(problemsIn(wrong)).toEqual({
      name: 'Give it a name, for example your shop’s.',
      currency: 'Keep this under 200 characters.',
    });
  });

  it('do not count blanks at the edges as a change, nor as a filled section', () => {
    const blank = { ...studio, name: ' Okafor Ceramics ', fields: { ...studio.fields, goals: ' \n' } };
    expect(saysTheSame(studio, blank)).toBe(true);
    expect(filledSections(blank)).toBe(1);
    expect(saysTheSame(studio, { ...studio, fields: { ...studio.fields, goals: 'Grow' } })).toBe(false);
  });
});
