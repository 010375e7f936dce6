import { newApp } from './new-app/new-app.ts';
import { repositoryRoot } from './run/command.ts';

// `pnpm new-app <name>`.
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.abort());
const { made, text } = await newApp({
  root: repositoryRoot,
  words: process.argv.slice(2),
  signal: stopped.signal,
});
process.stdout.write(`${text}\n`);
process.exitCode = made ? 0 : 1;
