/** What keys and passwords look like. Words about them, such as "their API key expires", are none. */
const shapes: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bsk-[\w-]{16,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[\w-]{30,}/,
  /\b(?:gh[opsur]_|github_pat_|glpat-|npm_|xox[abeprs]-|hf_|dop_v1_|whsec_|[rs]k_(?:live|test)_)[\w-]{10,}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./,
  /\bbearer\s+[\w.~+/-]{16,}/i,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i,
  /\b(?:password|passwd|passphrase|passwort|secret|token|api[ _-]?key|access[ _-]?key)\s*[:=]\s*["']?(?=\S*[\d_!@#$%^&*])[^\s"']{6,}/i,
];

const longWord = /[\w+/=-]{32,}/g;

/** Where a text holds what looks like a key or a password; undefined where it holds none. */
function findSecret(text: string): string | undefined {
  for (const shape of shapes) {
    const found = shape.exec(text)?.[0];
    if (found) return found;
  }
  return text.match(longWord)?.find(isRandom);
}

/** Nobody writes a word of 32 signs with capitals, small letters and several digits in between. */
function isRandom(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d/g)?.length ?? 0) > 3;
}

/** What to do about a secret in a text; undefined where there is none. */
export function secretWords(text: string): string | undefined {
  const found = findSecret(text);
  if (!found) return undefined;
  return `“${found.slice(0, 8)}…” looks like a key or a password. Take it out: what stands here is sent to the language model. If it is in use, change it where it is from.`;
}
