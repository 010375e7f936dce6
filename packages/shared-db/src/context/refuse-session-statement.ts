import { RefusedStatementError } from './context-errors.ts';

const ordinary = /^(?:select|insert|update|delete|with)\b/i;

// What ends or nests the transaction, takes the connection out of step, or stays on it or on its login. Each can only begin a
// statement: inside another they could stand in DO and CALL alone, which are among them.
const refused = new Set([
  ...['begin', 'start', 'commit', 'end', 'rollback', 'abort', 'savepoint', 'release'],
  ...[
    'prepare',
    'execute',
    'deallocate',
    'declare',
    'fetch',
    'move',
    'close',
    'discard',
    'listen',
    'unlisten',
  ],
  ...['copy', 'do', 'call', 'load', 'alter'],
]);

/** Throws when `text` is a statement that acts on the transaction, the connection or the login, which all belong to the context. */
export function refuseSessionStatement(text: string): void {
  if (ordinary.test(text)) return;
  const keyword = /^[a-z]+/i.exec(text.slice(beginning(text)))?.[0].toLowerCase();
  if (keyword && refused.has(keyword)) throw new RefusedStatementError(keyword.toUpperCase());
}

/** Where the first statement begins: PostgreSQL skips space, semicolons and comments, which nest. */
function beginning(text: string): number {
  let at = 0;
  for (;;) {
    if (text.startsWith('--', at)) {
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
    } else if (text.startsWith('/*', at)) {
      at = endOfComment(text, at);
    } else if (/[\s;]/.test(text[at] ?? '')) {
      at += 1;
    } else {
      return at;
    }
  }
}

function endOfComment(text: string, start: number): number {
  let at = start;
  let depth = 0;
  do {
    const two = text.slice(at, at + 2);
    if (two === '/*') depth += 1;
    if (two === '*/') depth -= 1;
    at += two === '/*' || two === '*/' ? 2 : 1;
  } while (depth > 0 && at < text.length);
  return at;
}
