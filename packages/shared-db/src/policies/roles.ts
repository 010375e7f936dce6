import { pgRole } from 'drizzle-orm/pg-core';

/** Role of a request without a session; holds only what a table grants it by name. */
export const anon = pgRole('anon').existing();

/** Role of a request with a session; every policy for people is written TO this role. */
export const authenticated = pgRole('authenticated').existing();

/** Login of the few privileged paths (sign-in, seeding, clean-up); the app login is no member of it. */
export const commonsService = pgRole('commons_service').existing();

/** Login that owns every object and migrates; row-level security is forced, so it reads no rows of people. */
export const commonsOwner = pgRole('commons_owner').existing();
