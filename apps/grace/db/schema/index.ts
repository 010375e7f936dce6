export * from './access-log.ts';
export * from './caregivers.ts';
export * from './grace-schema.ts';
export * from './profiles.ts';
