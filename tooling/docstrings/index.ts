import { type Directive, parseSync, type Statement } from 'oxc-parser';
import type { Check } from '../repository/finding.ts';
import { isConfiguration, isSource } from '../repository/kinds-of-files.ts';
import { lineAt } from '../repository/line-at.ts';

/** Every export of `packages/*` says in a sentence what it is for. */
export const docstrings: Check = ({ files, read }) =>
  files
    .filter((path) => path.startsWith('packages/') && isSource(path))
    .filter((path) => !isConfiguration(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((path) => {
      const text = read(path);
      return undocumented(path, text).map(({ name, start }) => ({
        path,
        line: lineAt(text, start),
        message: `${name} has no docstring: say in a sentence what it is for.`,
      }));
    });

function undocumented(path: string, text: string): { name: string; start: number }[] {
  const { program, module, comments } = parseSync(path, text);
  const blocks = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'));
  const isDocumented = (start: number) =>
    blocks.some((block) => block.end <= start && text.slice(block.end, start).trim() === '');

  const entries = module.staticExports.flatMap((one) => one.entries).filter((one) => !one.moduleRequest);
  const names = new Set(entries.map((one) => one.localName.name ?? 'default'));
  return [...names].flatMap((name) => {
    // Overloads, and a type beside a value of the same name, share the first one's docstring.
    const declaration = program.body.find((statement) => namesIn(statement).includes(name));
    if (!declaration || isDocumented(declaration.start)) return [];
    return [{ name, start: declaration.start }];
  });
}

/** The names that a statement at the top of a file declares. */
function namesIn(statement: Statement | Directive): string[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? namesIn(statement.declaration) : [];
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      return ['default', ...('id' in declaration && declaration.id ? [declaration.id.name] : [])];
    }
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return statement.id ? [statement.id.name] : [];
    default:
      return [];
  }
}
