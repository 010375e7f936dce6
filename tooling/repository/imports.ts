import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { lineAt } from './line-at.ts';
import type { WorkspacePackage } from './packages.ts';

/** One import, re-export or dynamic import of a source file. */
export interface ImportRecord {
  specifier: string;
  line: number;
  /** Erased before the program runs: `import type` or `export type`. */
  typeOnly: boolean;
  /** The imported file below the root; undefined for libraries and for entries that a package does not have. */
  target: string | undefined;
  /** The workspace package that the specifier names, if it names one. */
  workspacePackage: WorkspacePackage | undefined;
}

/** Reads the imports of a file from the parser's module record, so that comments and strings don't count. */
export function importsOf(path: string, text: string, packages: readonly WorkspacePackage[]): ImportRecord[] {
  const { module, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);

  const record = (specifier: string, start: number, typeOnly: boolean): ImportRecord => {
    const workspacePackage = packages.find(
      ({ name }) => specifier === name || specifier.startsWith(`${name}/`),
    );
    const target = targetOf(path, specifier, workspacePackage);
    return { specifier, line: lineAt(text, start), typeOnly, target, workspacePackage };
  };
  const isErased = (start: number) => /^(import|export)\s+type\b/.test(text.slice(start, start + 40));

  return [
    ...module.staticImports.map((one) => record(one.moduleRequest.value, one.start, isErased(one.start))),
    ...module.staticExports.flatMap((one) => {
      const source = one.entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest;
      return source ? [record(source.value, one.start, isErased(one.start))] : [];
    }),
    ...module.dynamicImports.flatMap(({ start, moduleRequest }) => {
      const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
      return literal?.[2] ? [record(literal[2], start, false)] : [];
    }),
  ];
}

function targetOf(path: string, specifier: string, named: WorkspacePackage | undefined): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  return named?.entries.get(`.${specifier.slice(named.name.length)}`);
}
