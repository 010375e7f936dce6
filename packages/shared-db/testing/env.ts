/** The administrator's address of the PostgreSQL to test against, when it is not to be the embedded one. */
export const externalTestServer = (): string | undefined => process.env.DATABASE_URL || undefined;
