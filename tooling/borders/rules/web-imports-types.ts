import { isSchemas, isWebCode } from '../../repository/kinds-of-files.ts';
import { forEachImport } from '../rule.ts';

/** At run time, web code imports web code and schemas of its own app, and `@commons/ui`; of everything else types. */
export const webImportsTypes = forEachImport((path, { specifier, target, typeOnly, workspacePackage }) => {
  if (!isWebCode(path) || typeOnly || !target) return undefined;
  const own = path.split('/').slice(0, 3).join('/');
  if (target.startsWith(`${own}/`) || isSchemas(target) || workspacePackage?.name === '@commons/ui')
    return undefined;
  return `Web code imports ${specifier}, which would ship the server's code to browsers: use \`import type\`, or move a shared zod schema to a schemas.ts.`;
});
