import { isSchemas } from '../../repository/kinds-of-files.ts';
import { forEachImport } from '../rule.ts';

/** A `schemas.ts` holds zod and nothing else, because forms load it in the browser. */
export const pureSchemas = forEachImport((path, { specifier, target }) => {
  if (!isSchemas(path) || specifier === 'zod' || (target && isSchemas(target))) return undefined;
  return `schemas.ts imports ${specifier}: it may import zod and other schemas.ts only, so that a form can load it.`;
});
