import { type Expression, parseSync, type Super, Visitor } from 'oxc-parser';
import type { Check } from '../repository/finding.ts';
import { lineAt } from '../repository/line-at.ts';
import { packageOf } from '../repository/packages.ts';

const runners = ['bench', 'describe', 'it', 'suite', 'test'];
const dodges = ['fails', 'only', 'runIf', 'skip', 'skipIf', 'todo'];

/** No test is skipped, singled out or put off, and none lies where no run finds it. */
export const honestTests: Check = ({ files, packages, read }) => {
  const tests = files.filter((path) => /\.test\.tsx?$/.test(path));
  const dodged = tests.flatMap((path) => {
    const text = read(path);
    return dodgesIn(path, text).map(({ name, start }) => ({
      path,
      line: lineAt(text, start),
      message: `.${name} leaves tests out: make the test pass everywhere, or delete it.`,
    }));
  });
  const unseen = tests.filter(
    (path) => !files.includes(`${packageOf(packages, path)?.folder}/vitest.config.ts`),
  );
  const message = 'No run finds this test: give its package a vitest.config.ts with packageVitestConfig.';
  return [...dodged, ...unseen.map((path) => ({ path, message }))];
};

function dodgesIn(path: string, text: string): { name: string; start: number }[] {
  const found: { name: string; start: number }[] = [];
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (property.type !== 'Identifier' || !dodges.includes(property.name)) return;
      if (runners.includes(rootOf(object))) found.push({ name: property.name, start });
    },
  }).visit(parseSync(path, text).program);
  return found;
}

/** The name at the start of a chain: `it` in `it.concurrent.only`. */
function rootOf(expression: Expression | Super): string {
  if (expression.type === 'Identifier') return expression.name;
  if (expression.type === 'MemberExpression') return rootOf(expression.object);
  return expression.type === 'CallExpression' ? rootOf(expression.callee) : '';
}
