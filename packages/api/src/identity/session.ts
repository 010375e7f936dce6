/** The signed-in person, as far as every request knows them. */
export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** One signed-in device. */
export interface Session {
  readonly id: string;
  readonly user: SessionUser;
  readonly expiresAt: Date;
}
