import { newApp } from './new-app/new-app.ts';
import { repositoryRoot } from './run/command.ts';

// `pnpm new-app <name>`.
const { made, text } = await newApp({ root: repositoryRoot, words: process.argv.slice(2) });
process.stdout.write(`${text}\n`);
process.exitCode = made ? 0 : 1;
