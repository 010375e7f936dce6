import { readFileSync, writeFileSync } from 'node:fs';

const siteFile = 'apps/gateway/server/site.ts';
const manifestFile = 'apps/gateway/package.json';

/** Adds the app to the list of what the gateway serves, and to its dependencies. */
export function installInGateway(root: string, name: string): void {
  edit(`${root}/${siteFile}`, (text) => addToSite(text, name));
  edit(`${root}/${manifestFile}`, (text) => addDependency(text, name));
}

/** Adds an import and an entry, the last one, to the list of apps. */
export function addToSite(text: string, name: string): string {
  const [imports = [], apps] = [text.match(/^import .*;$/gm) ?? [], /\bapps: \[([^\]]*)\]/.exec(text)];
  if (!apps || imports.length === 0)
    throw new Error(`${siteFile} has no list "apps: […]": add ${name} by hand.`);
  const added = `import { ${name} } from '@commons/${name}';`;
  // In the order in which the formatter sorts them.
  const after = imports.findLast((line) => pathOf(line) < pathOf(added)) ?? imports[0] ?? '';
  const entries = [...(apps[1] ?? '').split(',').map((entry) => entry.trim()), name].filter(Boolean);
  return text
    .replace(after, () => `${after}\n${added}`)
    .replace(apps[0], () => `apps: [${entries.join(', ')}]`);
}

/** Adds the app's package, in alphabetical order. */
export function addDependency(text: string, name: string): string {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(text);
  const dependencies = { ...manifest.dependencies, [`@commons/${name}`]: 'workspace:*' };
  const sorted = Object.entries(dependencies).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ ...manifest, dependencies: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function pathOf(line: string): string {
  return /'([^']*)'/.exec(line)?.[1] ?? '';
}
