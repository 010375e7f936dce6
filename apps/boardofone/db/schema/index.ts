export * from './app-schema.ts';
export * from './notes.ts';
