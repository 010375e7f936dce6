import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ConsentFacts, changeText, consentText, consentVersion, endText } from './consent-text.ts';

const facts: ConsentFacts = {
  personName: 'Margaret Okafor',
  holderName: 'Amara Okafor',
  basis: 'power_of_attorney',
  caregiverName: 'Ben Okafor',
  level: 'log',
  scopes: ['notes', 'medications'],
  endsAt: new Date('2027-11-22T00:00:00Z'),
  timeZone: 'Europe/London',
};

describe('the text of a consent', () => {
  it('is the one of its version, to the letter', () => {
    const wording = [consentText(facts), changeText(facts), endText({ ...facts, by: 'Amara Okafor' })];
    const hash = createHash('sha256').update(wording.join('\n')).digest('hex').slice(0, 12);

    // Another hash means another wording: give it another version.
    expect({ [consentVersion]: hash }).toEqual({ '2026-11': '5bd64bac03ab' });
  });

  it('says who lets whom see what, in one order, and until which day of the person', () => {
    const text = consentText(facts);

    expect(text).toMatch(
      /^Amara Okafor, who answers for Margaret Okafor with a power of attorney, lets Ben Okafor/,
    );
    expect(text).toContain('may see:\n- Medicines and doses\n- Notes, except private ones\n\n');
    expect(text).toContain('look, and record doses and notes.');
    expect(text).toContain('until the end of 21 November 2027');
    expect(text).not.toMatch(/Every word|emergency card\n/);
  });

  it('names the person alone when they consent for themselves', () => {
    expect(consentText({ ...facts, basis: 'self' })).toMatch(/^Margaret Okafor lets Ben Okafor take part/);
  });
});
