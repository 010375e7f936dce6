export * from './chidi-schema.ts';
export * from './context-versions.ts';
export * from './conversations.ts';
export * from './messages.ts';
export * from './user-contexts.ts';
