import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import type { Check } from '../../repository/finding.ts';
import { isConfiguration, isSource } from '../../repository/kinds-of-files.ts';
import { lineAt } from '../../repository/line-at.ts';

const message =
  'process.env is read here: read it in a file named env.ts, which validates it, and pass the value in instead.';

/** The environment is read and validated in files named `env.ts`; everything else is told. */
export const environmentInOnePlace: Check = ({ files, read }) =>
  files
    .filter((path) => isSource(path) && !mayRead(path))
    .flatMap((path) => {
      const text = read(path);
      if (!text.includes('process')) return [];
      return readsOf(path, text).map((position) => ({ path, line: lineAt(text, position), message }));
    });

function mayRead(path: string): boolean {
  const isTest = /\.test\.tsx?$/.test(path);
  return posix.basename(path) === 'env.ts' || path.startsWith('tooling/') || isConfiguration(path) || isTest;
}

function readsOf(path: string, text: string): number[] {
  const positions: number[] = [];
  const visitor = new Visitor({
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || object.name !== 'process') return;
      const name =
        property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : '';
      if (name === 'env') positions.push(start);
    },
    ImportDeclaration({ source, specifiers, start }) {
      if (source.value !== 'node:process' && source.value !== 'process') return;
      const takesEnv = specifiers.some(
        (one) =>
          one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && one.imported.name === 'env',
      );
      if (takesEnv) positions.push(start);
    },
  });
  visitor.visit(parseSync(path, text).program);
  return positions;
}
