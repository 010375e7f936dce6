import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { runCommand } from '../run/command.ts';
import { copyTemplate } from './copy-template.ts';
import { installInGateway } from './install-in-gateway.ts';
import { nameProblem } from './name-problem.ts';
import { titleOf } from './rename.ts';

export interface NewAppOptions {
  root: string;
  /** What was said after the command: one word, the name. */
  words: readonly string[];
  /** Installs and formats afterwards, which needs the package manager. */
  install?: boolean;
  now?: Date;
  /** Stops the installing; what is there by then stays. */
  signal?: AbortSignal;
}

/** What came of it, in words; when it was refused, nothing was changed. */
export interface NewAppOutcome {
  made: boolean;
  text: string;
}

/** Makes `apps/<name>` out of `apps/template` and puts it into the gateway. */
export async function newApp(options: NewAppOptions): Promise<NewAppOutcome> {
  const { root, words, install = true, now = new Date(), signal } = options;
  const [name, ...more] = words;
  const problem = nameProblem(name, takenNames(root)) ?? extraWords(more) ?? (await treeProblem(root));
  if (problem || !name) return { made: false, text: `${problem}\nNothing was changed.` };
  const files = copyTemplate(root, name, now);
  installInGateway(root, name);
  writeFileSync(`${root}/.changeset/add-${name}.md`, changesetOf(name));
  const failure = install ? await finish(root, name, signal) : undefined;
  return failure === undefined
    ? { made: true, text: nextSteps(name, files) }
    : { made: false, text: `apps/${name} is there, but not installed. ${failure}\n\n${goOnOrBack(name)}` };
}

function takenNames(root: string): string[] {
  return ['apps', 'packages'].flatMap((folder) =>
    existsSync(`${root}/${folder}`)
      ? readdirSync(`${root}/${folder}`).filter((name) => isPackage(`${root}/${folder}/${name}`))
      : [],
  );
}

/** An app that was taken back leaves its installed packages behind, which git ignores. */
function isPackage(folder: string): boolean {
  return existsSync(`${folder}/package.json`);
}

function extraWords(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  return 'One app at a time, and its name in one word: pnpm new-app diary.';
}

/** With other changes about, one could not tell them from the new app's, nor take it back. Without git there is no telling. */
async function treeProblem(root: string): Promise<string | undefined> {
  const status = await runCommand('git', ['status', '--porcelain'], { cwd: root }).catch(() => undefined);
  if (status?.code !== 0 || status.output.trim() === '') return undefined;
  return 'There are changes that are not committed. Commit or stash them, so that the new app stands by itself.';
}

function changesetOf(name: string): string {
  return `---\n\n'@commons/gateway': minor\n'@commons/${name}': minor\n---\n\n${titleOf(name)}, a new app.\n`;
}

/** The formatter has its say, because lines are shorter or longer than the template's. Returns what failed. */
async function finish(root: string, name: string, signal?: AbortSignal): Promise<string | undefined> {
  const formatted = [`apps/${name}`, 'apps/gateway/server/site.ts', 'apps/gateway/package.json'];
  const commands: [string, string[]][] = [
    ['pnpm', ['install', '--prefer-offline', '--no-frozen-lockfile']],
    ['biome', ['check', '--write', ...formatted]],
  ];
  for (const [command, args] of commands) {
    const { code, output } = await runCommand(command, args, { cwd: root, ...(signal && { signal }) });
    if (signal?.aborted) return 'You stopped it half-way.';
    if (code !== 0) return `This failed:\n${command} ${args.join(' ')}\n${output.trim()}`;
  }
  return undefined;
}

function nextSteps(name: string, files: number): string {
  return `${titleOf(name)} is in apps/${name} (${files} files) and in the launcher. Next:

  pnpm dev                                see it at /${name}/, with hot reload
  (cd apps/${name} && pnpm build)         and then, for its tests:
  pnpm exec vitest run --project ${name}
  docs/adding-an-app.md                   make it yours, add a table, take it back
  git add -A && git commit                it stands by itself`;
}

/** What to do when only the installing is missing. */
function goOnOrBack(name: string): string {
  return `To go on:
  pnpm install && pnpm exec biome check --write apps/${name} apps/gateway
To take it back:
  git checkout apps/gateway pnpm-lock.yaml && git clean -fdx apps/${name} .changeset/add-${name}.md && pnpm install`;
}
