import type { Check } from '../../repository/finding.ts';
import { isSource } from '../../repository/kinds-of-files.ts';
import { packageOf } from '../../repository/packages.ts';

/** A package is imported through its `exports` and by its name. */
export const publicEntries: Check = ({ files, imports, packages }) =>
  files.filter(isSource).flatMap((path) =>
    imports(path).flatMap(({ specifier, line, target, workspacePackage }) => {
      if (workspacePackage && !target) {
        const message = `${specifier} is no entry of ${workspacePackage.name}: import one that its "exports" names, or add one.`;
        return [{ path, line, message }];
      }
      const home = packageOf(packages, path);
      const other = target && specifier.startsWith('.') ? packageOf(packages, target) : undefined;
      // Imports of apps have rules of their own.
      if (!other || other === home || other.folder.startsWith('apps/')) return [];
      const message = `${specifier} reaches into the folder of ${other.name}: import ${other.name} by its name instead.`;
      return [{ path, line, message }];
    }),
  );
