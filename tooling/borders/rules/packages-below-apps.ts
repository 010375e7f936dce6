import { forEachImport } from '../rule.ts';

/** Packages and tooling know no app. */
export const packagesBelowApps = forEachImport((path, { specifier, target, workspacePackage }) => {
  if (!/^(packages|tooling)\//.test(path)) return undefined;
  if (!(workspacePackage?.folder ?? target ?? '').startsWith('apps/')) return undefined;
  return `A package imports ${specifier}: packages never import apps; let the app pass in what the package needs.`;
});
