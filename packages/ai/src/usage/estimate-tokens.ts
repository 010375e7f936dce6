import type { ModelRequest } from '../port.ts';

const firstWideCodePoint = 0x2e80;
const tokensOfMessageFrame = 4;

/**
 * Estimates the tokens of a text: four ASCII characters to a token, two characters of other alphabets, and one for
 * each CJK character or emoji. Real tokenizers differ by model; this one is steady, cheap and never shrinks as text
 * grows. A figure made with it is labelled `estimate` wherever it is shown.
 */
export function estimateTokens(text: string): number {
  let quarters = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    quarters += codePoint < 0x80 ? 1 : codePoint < firstWideCodePoint ? 2 : 4;
  }
  return Math.ceil(quarters / 4);
}

/** Estimates the tokens that a request costs as input: its texts, and four tokens of framing for each message. */
export function estimateRequestTokens(request: Pick<ModelRequest, 'system' | 'messages'>): number {
  const texts = [request.system, ...request.messages.map((message) => message.content)].filter(
    (text) => text !== '',
  );
  return texts.reduce((total, text) => total + estimateTokens(text) + tokensOfMessageFrame, 0);
}
