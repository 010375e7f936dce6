import { describe, expect, it } from 'vitest';
import { readConversation } from '../read-prompt.ts';
import { composeCompany } from './company.ts';

const system = `You are a gentle companion.

## Margaret's life
- Margaret grew roses behind the house (told by Amara).
- She was a nurse in Leeds.

## Questions you may ask
- Do you like flowers or vegetables better? [Flowers | Vegetables]
- Wild or tidy? [Wild | Tidy]`;

const say = (...turns: string[]) =>
  composeCompany(
    readConversation(
      system,
      turns.map((content, index) => ({
        role: index % 2 ? ('assistant' as const) : ('user' as const),
        content,
      })),
    ),
  );

describe('company without a model', () => {
  it('takes up what the context has on what was said, and asks the first question with its choice', () => {
    expect(say('I love roses')).toBe(
      [
        'That is good to hear about.',
        'I have this in your story: “Margaret grew roses behind the house (told by Amara).”',
        'Do you like flowers or vegetables better?',
        '[Flowers | Vegetables]',
      ].join('\n'),
    );
  });

  it('repeats neither what it quoted nor what it asked', () => {
    const next = say('I love roses', say('I love roses') ?? '', 'Roses, always roses');
    expect(next).not.toContain('Margaret grew roses');
    expect(next).toContain('Wild or tidy?');
  });

  it('quotes nothing when the context says nothing about it, and has a question to the end', () => {
    expect(say('a', 'Do you like flowers or vegetables better? Wild or tidy?', 'ships')).toBe(
      'I like to hear that.\nShall we go on with this?',
    );
  });

  it('leaves other prompts to other templates', () => {
    expect(composeCompany(readConversation('You are Chidi.\n\n## Facts\nRoses.', []))).toBeUndefined();
  });
});
