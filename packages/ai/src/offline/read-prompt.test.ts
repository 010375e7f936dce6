import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

const text = (words: string) => [{ type: 'text' as const, text: words }];

describe('reading a prompt', () => {
  it('finds the last question and the answer before it', () => {
    const prompt = readPrompt([
      { role: 'system', content: 'Be brief.\n\n## Tone\nDry.' },
      { role: 'user', content: text('One?') },
      { role: 'assistant', content: [{ type: 'reasoning', text: 'Hm.' }, ...text('One.')] },
      { role: 'user', content: [...text(' Two'), ...text('? ')] },
    ]);
    expect(prompt).toMatchObject({
      instructions: 'Be brief.',
      sections: [{ label: 'Tone' }],
      question: 'Two?',
      previousAnswer: 'One.',
    });
    expect(prompt.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });

  it('makes do with nothing', () => {
    expect(readPrompt([])).toEqual({
      system: '',
      messages: [],
      instructions: '',
      sections: [],
      question: '',
      previousAnswer: undefined,
    });
  });
});
