/**
 * Puts what people and models wrote between marks, so that it reads as material and not as instructions. Whatever looks like a mark
 * inside it is taken apart.
 */
export function quoted(name: string, text: string): string {
  return `<${name}>\n${withoutMarks(text).trim() || '(nothing)'}\n</${name}>`;
}

/** The text with nothing in it that opens or closes a mark, not even in wide letters or with what nobody sees in between. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[<\u{ff1c}\u{fe64}](?=[\s\p{Cf}]*[/\u{ff0f}]?[\s\p{Cf}]*\p{L})/gu, '\u{2039}');
}
