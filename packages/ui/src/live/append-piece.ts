/** A piece of a running answer and the place in the text where it belongs. */
export interface Piece {
  offset: number;
  text: string;
}

/** The text with a piece added; what the text has already is skipped, and so is a piece that would leave a gap. */
export function appendPiece(text: string, piece: Piece): string {
  if (piece.offset > text.length) return text;
  return text + piece.text.slice(text.length - piece.offset);
}
