import { describe, expect, it } from 'vitest';
import { type OfflinePrompt, readPrompt } from '../read-prompt.ts';
import { composeAnswer } from './compose-answer.ts';
import { notice } from './notice.ts';

const context = `You are Chidi. INTERNAL ORDERS.

## Company
Lumen Candles is a studio in Leeds.

## What we sell
Hand-poured soy candles, £14 to £32. A refill costs £9. The winter candle smells of orange and clove.

## Who we sell to
Gift buyers between 25 and 45

## Tone of voice
Warm, plain

## Policies
Returns within 30 days, unused. Shipping takes 2 days in the UK.

## Goals
Reach 200 refill customers by June

## Do not say
cheap`;

function prompt(question: string, system = context, previousAnswer?: string): OfflinePrompt {
  return readPrompt([
    { role: 'system', content: system },
    ...(previousAnswer === undefined
      ? []
      : [{ role: 'assistant' as const, content: [{ type: 'text' as const, text: previousAnswer }] }]),
    { role: 'user', content: [{ type: 'text', text: question }] },
  ]);
}

const answerTo = (...args: Parameters<typeof prompt>) => composeAnswer(prompt(...args));

describe('an offline answer', () => {
  const questions = ['Hi!', 'Write a post', 'What is a refill?', 'Who won in 1998?', 'thanks', '', 'Ideas?'];

  it.each(questions)('to %j starts with the notice and never quotes the instructions', (question) => {
    const text = answerTo(question);
    expect(text.startsWith(`${notice}\n\n`)).toBe(true);
    expect(text).not.toContain('INTERNAL');
    expect(text).not.toMatch(/undefined|\bI think\b|\bthinking\b/);
  });

  it('quotes the facts that the question is about, with their section', () => {
    const text = answerTo('What does a refill cost?');
    expect(text).toContain('- **What we sell:** A refill costs £9.');
    expect(text).toContain('*From what you told me: What we sell.*');
    expect(text).not.toContain('30 days');
  });

  it('says plainly when the context does not cover a question, and what it does cover', () => {
    const text = answerTo('Who won the world cup in 1998?');
    expect(text).toContain('What you told me says nothing about that');
    expect(text).toContain('**Policies**');
  });

  it('greets with the name of the business and examples', () => {
    expect(answerTo('Good morning!')).toContain('**Lumen Candles**');
  });

  it.each(['Hello', 'What is a refill?', 'Summarise our business'])(
    'to %j without a context says what is missing',
    (question) => {
      expect(answerTo(question, 'You are Chidi.')).toContain('There is nothing saved to answer from yet.');
    },
  );

  it('is short after a thank-you', () => {
    expect(answerTo('Thanks!')).toBe(`${notice}\n\nYou are welcome!`);
  });

  it('says what it can do', () => {
    expect(answerTo('What can you do?')).toContain('fill templates');
  });

  it('drafts a post on the topic, and reminds of the tone and of what to avoid', () => {
    const text = answerTo('Write a post for Instagram about the winter candle');
    expect(text).toContain('**The winter candle — Lumen Candles**');
    expect(text).toContain('The winter candle smells of orange and clove.');
    expect(text).toContain('check the tone (Warm, plain) and that it avoids what you listed (cheap)');
  });

  it('drafts an email to a customer without what a customer should not read', () => {
    const text = answerTo('Write an email to a customer about returns');
    expect(text).toMatch(/\*\*Subject:\*\* Returns\n\nHello \[name\],/);
    expect(text).toContain('Returns within 30 days, unused.');
    expect(text).toContain('Kind regards,\n\nLumen Candles');
    expect(text).not.toContain('200 refill customers');
  });

  it('drafts a product description', () => {
    const text = answerTo('Write a product description for the winter candle.');
    expect(text).toContain('### The winter candle');
    expect(text).toContain('- **For:** Gift buyers between 25 and 45');
  });

  it('leaves blanks in a draft without a context', () => {
    const text = answerTo('Write a post about summer', '');
    expect(text).toContain('[what you offer]');
    expect(text).toContain('Fill the brackets');
  });

  it('offers a checklist, and says that it is one, for requests that need thought', () => {
    const text = answerTo('How can we get more customers?');
    expect(text).toContain('- **Goal:** Reach 200 refill customers by June');
    expect(text).toContain('A general checklist, not advice made for you');
  });

  it('sums up the whole context', () => {
    const text = answerTo('What do you know about us?');
    for (const label of ['Company', 'Policies', 'Goals']) expect(text).toContain(`- **${label}:**`);
  });

  it('cuts its previous answer short', () => {
    const previous = `${notice}\n\nOne. Two. Three. Four.\n\n*From what you told me: Policies.*`;
    expect(answerTo('Make it shorter', context, previous)).toContain('One. Two. Three.');
    expect(answerTo('Make it shorter', context, previous)).not.toContain('Four');
  });

  it('takes no time over a long pasted text', () => {
    const startedAt = performance.now();
    answerTo('write '.repeat(40_000));
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
