import { describe, expect, it } from 'vitest';
import { readPrompt } from '../read-prompt.ts';
import { composeTitle } from './title.ts';

const titleOf = (text: string) =>
  composeTitle(readPrompt([{ role: 'user', content: [{ type: 'text', text }] }]));

describe('an offline title', () => {
  it.each([
    ['Hi, can you help me write a post about the winter candle?', 'Post about the winter candle'],
    ['What is our **return policy** today?', 'What is our return policy today'],
    ['User: how do I price refills?\nAssistant: …', 'How do I price refills'],
    ['Which courses do we offer, and what do they cost?', 'Which courses do we offer…'],
    ['and of the to in on at', 'And of the to in on…'],
    ['please', 'Please'],
    ['', 'New conversation'],
    ['one two three four five six seven eight nine', 'One two three four five six…'],
    ['<script>alert(1)</script>', 'Script alert 1 /script'],
    ['x'.repeat(200), `X${'x'.repeat(58)}…`],
  ])('for %j is %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('comes from the first message of the user', () => {
    const messages = ['Candle prices', 'And refills?'].map((text) => ({
      role: 'user' as const,
      content: [{ type: 'text' as const, text }],
    }));
    expect(composeTitle(readPrompt(messages))).toBe('Candle prices');
  });
});
