/** A sentence of a summary and the turns that it comes from. */
export interface SummarySentence {
  text: string;
  turnIds: string[];
}
