import { borders } from './borders/index.ts';
import { docReferences } from './doc-references/index.ts';
import { docstrings } from './docstrings/index.ts';
import { fileLength } from './file-length/index.ts';
import { honestTests } from './honest-tests/index.ts';
import { openRepository } from './repository/repository.ts';
const r = openRepository(process.cwd());
for (const f of [borders, docReferences, docstrings, fileLength, honestTests]) console.log(f.name, await f(r));
