import { describe, expect, it } from 'vitest';
import { brokenRule } from './rules.ts';

const context = {
  known: 'Margaret worked as a nurse in Leeds with Joan in 1958. My daughter Amara rang. Gardens',
  lastSaid: 'Amara rang me this morning.',
  avoided: ['hospital', 'the war'],
  medicines: ['Metformin'],
};

describe('what the companion may say', () => {
  it.each([
    ['quiz', 'Do you remember your wedding?'],
    ['quiz', 'What is the name of your daughter?'],
    ['quiz', "What was your daughter's name?"],
    ['quiz', 'What year was that?'],
    ['quiz', 'When were you a nurse?'],
    ['quiz', 'Who is this?'],
    ['contradiction', 'No, your daughter is at work.'],
    ['contradiction', "That's not true."],
    ['contradiction', 'You are mistaken.'],
    ['contradiction', 'She passed away long ago.'],
    ['contradiction', 'You already told me that.'],
    ['medicine', 'You should take two tablets.'],
    ['medicine', 'Metformin is best with food.'],
    ['medicine', 'That is 500 mg a day.'],
    ['invented', 'Your son must be proud.'],
    ['invented', 'How lovely that Robert came.'],
    ['invented', 'That was in 1961.'],
    ['invented', 'Robert must be proud.'],
    ['avoided', 'The hospital had long corridors.'],
    ['long', `It was ${'very '.repeat(30)}nice.`],
  ])('%s: “%s” is held back', (rule, sentence) => {
    expect(brokenRule(sentence, context)).toBe(rule);
  });

  it.each([
    'That sounds lovely.',
    'Amara is kind.',
    'It was a good day.',
    'How nice that Amara rang.',
    'Your daughter thought of you.',
    'You were a nurse in Leeds.',
    'In 1958 you worked with Joan.',
    'Do you like flowers or vegetables better?',
    'I am glad you told me.',
    'I can see that this matters to you.',
  ])('“%s” is said', (sentence) => {
    expect(brokenRule(sentence, context)).toBeUndefined();
  });

  it('what the person brings up themselves may be spoken of', () => {
    const asked = { ...context, lastSaid: 'I was in hospital once.' };
    expect(brokenRule('The hospital must have been busy.', asked)).toBeUndefined();
  });
});
