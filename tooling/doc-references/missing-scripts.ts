import type { Finding } from '../repository/finding.ts';
import { packageOf } from '../repository/packages.ts';
import type { Repository } from '../repository/repository.ts';
import { codeIn, type DocumentText } from './documents.ts';

const command = /\bpnpm(?:@\S+)?\s+(?:--filter\s+(?<filter>\S+)\s+)?(?:run\s+)?(?<script>[a-z][\w:-]*)/g;
const ownCommands = ['add', 'dlx', 'exec', 'install', 'list', 'outdated', 'patch', 'remove', 'update', 'why'];

/** `pnpm …` commands whose script no package.json in reach has. */
export function missingScripts(repository: Repository, { path, lines }: DocumentText): Finding[] {
  return lines.flatMap(({ number, text, fenced }) =>
    (fenced ? [text] : codeIn(text)).flatMap((code) =>
      [...code.matchAll(command)].flatMap(({ groups = {} }) => {
        const { filter, script = '' } = groups;
        if (ownCommands.includes(script) || scriptsInReach(repository, path, filter).includes(script))
          return [];
        const message = `\`pnpm ${script}\` is no script${filter ? ` of ${filter}` : ''}: name one that package.json has.`;
        return [{ path, line: number, message }];
      }),
    ),
  );
}

/** The scripts of the filtered package; without a filter those of the root and of the document's own package. */
function scriptsInReach(repository: Repository, path: string, filter: string | undefined): string[] {
  const { packages } = repository;
  if (filter) {
    const named = packages.find(({ name }) => name === filter);
    return named ? scriptsOf(repository, `${named.folder}/package.json`) : [];
  }
  const own = packageOf(packages, path);
  return [
    ...scriptsOf(repository, 'package.json'),
    ...(own ? scriptsOf(repository, `${own.folder}/package.json`) : []),
  ];
}

function scriptsOf({ read }: Repository, manifest: string): string[] {
  const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(read(manifest));
  return Object.keys(scripts);
}
