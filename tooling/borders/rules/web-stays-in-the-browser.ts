import { isBuiltin } from 'node:module';
import { isWebCode } from '../../repository/kinds-of-files.ts';
import { forEachImport } from '../rule.ts';

const serverOnly = /^@commons\/(shared-db|api\/server)(\/|$)/;

/** Web code names neither the database, nor the server, nor Node, not even for a type. */
export const webStaysInTheBrowser = forEachImport((path, { specifier }) => {
  if (!isWebCode(path)) return undefined;
  if (isBuiltin(specifier))
    return `Web code imports ${specifier}, which browsers don't have: use a web API instead.`;
  if (!serverOnly.test(specifier)) return undefined;
  return `Web code imports ${specifier}: take the type from the app's router (RouterOutputs) or from @commons/api instead.`;
});
