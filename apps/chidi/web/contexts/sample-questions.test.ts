import { describe, expect, it } from 'vitest';
import type { BusinessDetails } from '../client.ts';
import { sampleQuestions } from './sample-questions.ts';

const nothing: BusinessDetails['fields'] = {
  company: '',
  offers: '',
  audience: '',
  tone: '',
  policies: '',
  goals: '',
  locale: '',
  currency: '',
  doNotSay: '',
  preferences: '',
};

describe('questions to begin with', () => {
  it('are about what the business has told', () => {
    const asked = sampleQuestions({
      name: 'Okafor Ceramics',
      fields: { ...nothing, offers: 'Bowls', tone: 'Warm' },
    });
    expect(asked).toHaveLength(3);
    expect(asked[0]).toContain('Okafor Ceramics offers');
    expect(asked[1]).toContain('tone');
  });

  it('are there even for a business that has told nothing', () => {
    const asked = sampleQuestions({ name: 'Okafor Ceramics', fields: { ...nothing, goals: '  ' } });
    expect(new Set(asked).size).toBe(3);
    expect(asked[0]).toBe('What do you know about Okafor Ceramics?');
  });
});
