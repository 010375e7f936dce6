import { forEachImport } from '../rule.ts';

/** No app imports another; the gateway, which serves them all, takes their public entry. */
export const appsStayApart = forEachImport((path, { specifier, target, workspacePackage }) => {
  const from = appOf(path);
  const to = appOf(workspacePackage ? `${workspacePackage.folder}/` : (target ?? ''));
  if (!from || !to || from === to) return undefined;
  if (from === 'gateway' && specifier === workspacePackage?.name) return undefined;
  return `${from} imports ${specifier} of ${to}: apps never import each other; what both need belongs into a package.`;
});

function appOf(path: string): string | undefined {
  return /^apps\/([^/]+)\//.exec(path)?.[1];
}
