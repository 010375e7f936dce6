const maxLength = 80;

/** A model's title as plain text on one line: it is as little to be trusted as everything else that a model writes. */
export function plainTitle(text: string): string {
  const line = text
    // More than this is no title; the expressions below would take long for a book.
    .slice(0, 1_000)
    .normalize('NFC')
    // Control, format and bidirectional characters can make a title show something else than it says.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s"'“”„‘’#*_`>-]+|[\s"'“”„‘’*_`.]+$/g, '');
  const characters = [...line];
  return characters.length > maxLength
    ? `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
