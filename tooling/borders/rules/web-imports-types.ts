import { isSchemas, isSource, isWebCode } from '../../repository/kinds-of-files.ts';
import { forEachImport } from '../rule.ts';

/** At run time, web code imports web code and schemas; of everything else it imports types. */
export const webImportsTypes = forEachImport((path, { specifier, target, typeOnly, workspacePackage }) => {
  if (!isWebCode(path) || typeOnly || !target) return undefined;
  const isSafe = isWebCode(target) || isSchemas(target) || !isSource(target);
  if (isSafe || workspacePackage?.name === '@commons/ui') return undefined;
  return `Web code imports ${specifier}, which would ship the server's code to browsers: use \`import type\`, or move a shared zod schema to a schemas.ts.`;
});
