/** Cuts a text into words, each with the white space that follows it; joined, they are the text again. */
export function splitChunks(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}
