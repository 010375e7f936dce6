import { describe, expect, it } from 'vitest';
import { bullets, capitalised, inline, paragraphs, prose } from './markdown.ts';

describe('Markdown', () => {
  it('joins the paragraphs that are there', () => {
    expect(paragraphs('One', undefined, '', 'Two')).toBe('One\n\nTwo');
  });

  it('makes lists and running text', () => {
    expect(bullets(['one', 'two'])).toBe('- one\n- two');
    expect(bullets([])).toBe('');
    expect(prose(['One', 'Two!', 'Three.'])).toBe('One. Two! Three.');
  });

  it('fits a text into a sentence or the start of one', () => {
    expect(inline('Warm, plain. ')).toBe('Warm, plain');
    expect(capitalised('éclair')).toBe('Éclair');
    expect(capitalised('')).toBe('');
  });
});
