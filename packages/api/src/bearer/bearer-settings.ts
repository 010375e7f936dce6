/** Whose bearer tokens are believed, and how their signature is checked; one way, never both. */
export interface BearerSettings {
  issuer: string;
  key: { secret: string } | { jwksUrl: URL };
}
