export * from '../identity/accounts.ts';
export * from '../identity/email-verifications.ts';
export * from '../identity/identity-schema.ts';
export * from '../identity/sessions.ts';
export * from '../identity/verifications.ts';
export * from './audit-log.ts';
export * from './model-usage.ts';
export * from './users.ts';
