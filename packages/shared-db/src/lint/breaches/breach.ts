/** How a test breaks a rule of the catalogue in the notes fixture, what must be found, and how to put it right. */
export interface Breach {
  rule: string;
  breach: string;
  object: string;
  repair: string;
}
