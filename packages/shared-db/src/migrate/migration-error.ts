/** A migration command that cannot go on; the message says what to do next. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
