import { describe, expect, it } from 'vitest';
import { answerFromPlan, asksAboutMedicine } from './dose-question.ts';

const plan = [
  {
    name: 'Metformin 500 mg',
    ingredients: ['metformin'],
    times: ['08:00, 1 tablet', '18:00, 1 tablet'],
    isAsNeeded: false,
  },
  { name: 'Amlodipine 5 mg', ingredients: ['amlodipine'], times: ['08:00, 1 tablet'], isAsNeeded: false },
  { name: 'Panadol', ingredients: ['paracetamol'], times: [], isAsNeeded: true },
];

describe('questions about medicines', () => {
  it.each([
    'When do I take my tablets?',
    'did i take my metformin',
    'How many pills should I have',
    'Can I take another one?',
    'I forgot my dose',
    'Should I double it?',
    'I missed my insulin this morning, what now?',
    'Is amlodipine good for me?',
    'I do not know if I had my medicine',
  ])('“%s” is one', (text) => {
    expect(asksAboutMedicine(text, plan)).toBe(true);
  });

  it.each([
    'I took my tablets this morning.',
    'Shall I take the dog out?',
    'Can I have another biscuit?',
    'When does Amara come?',
    'I like that song',
  ])('“%s” is none', (text) => {
    expect(asksAboutMedicine(text, plan)).toBe(false);
  });

  it('are answered with what the plan says, all of it or the medicine that was named', () => {
    expect(answerFromPlan('When do I take my tablets?', plan)).toBe(
      [
        'Your plan for today says:',
        'Metformin 500 mg: 08:00, 1 tablet; 18:00, 1 tablet.',
        'Amlodipine 5 mg: 08:00, 1 tablet.',
        'Panadol: only when it is needed.',
        'I cannot say more about medicines. Your doctor or your pharmacist can.',
      ].join('\n'),
    );
    expect(answerFromPlan('What about metformin?', plan)).not.toContain('Amlodipine');
  });

  it('never get advice, whatever is asked', () => {
    for (const text of ['Should I double my metformin?', 'Can I skip amlodipine?', 'What now?'])
      expect(answerFromPlan(text, plan)).not.toMatch(
        /\b(should|double|skip|extra|stop|safe|recommend|better)\b/i,
      );
  });

  it('say so when there is nothing in the plan', () => {
    expect(answerFromPlan('When?', [])).toContain('no medicines for today');
  });
});
