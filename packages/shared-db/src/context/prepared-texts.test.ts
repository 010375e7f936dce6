import { describe, expect, it } from 'vitest';
import { PreparedTexts } from './prepared-texts.ts';

describe('the texts that are prepared', () => {
  it('are those that come again', () => {
    const texts = new PreparedTexts(true);
    expect([texts.admit('a'), texts.admit('b'), texts.admit('a'), texts.admit('a')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('are at most two hundred, the first to come', () => {
    const texts = new PreparedTexts(true);
    for (let n = 0; n < 250; n += 1) {
      texts.admit(`text ${n}`);
      expect(texts.admit(`text ${n}`)).toBe(n < 200);
    }
    expect(texts.admit('text 0')).toBe(true);
  });

  it('do not crowd out others by coming once', () => {
    const texts = new PreparedTexts(true);
    for (let n = 0; n < 10_000; n += 1) texts.admit(`once ${n}`);
    texts.admit('often');
    expect(texts.admit('often')).toBe(true);
  });

  it('are none when preparing is switched off', () => {
    const texts = new PreparedTexts(false);
    texts.admit('a');
    expect(texts.admit('a')).toBe(false);
  });
});
