import type { TestModule } from 'vitest/node';
import type { Verdict } from './mutant.ts';

// Mistakes of the mutant itself.
const mistakes = ['SyntaxError', 'TypeError', 'ReferenceError'];
// A busy machine brings it about as well.
const outOfTime = 'TestTimeoutError';

// What expect(), node:assert and the queries of Testing Library throw.
const expectations = new Set(['AssertionError', 'TestingLibraryElementError']);

/**
 * Reads off a run whether a test failed by an expectation, or by an error that what it tests has thrown, which is then named.
 * A file that could not be loaded or a mistake in the code is no proof, nor is running out of time unless that is expected.
 */
export function judge(module: TestModule, { hangs = false } = {}): Omit<Verdict, 'id'> {
  const noProof = new Set(hangs ? mistakes : [...mistakes, outOfTime]);
  const tests = [...module.children.allTests()];
  const failed = tests.flatMap((test) => {
    const { state, errors } = test.result();
    return state === 'failed' ? [{ name: test.fullName, errors }] : [];
  });
  const proofs = failed.flatMap(({ name, errors }) =>
    errors
      .filter((error) => !noProof.has(error.name ?? ''))
      .map((error) => ({ test: name, kind: error.name ?? '' })),
  );
  const proof = proofs.find(({ kind }) => expectations.has(kind)) ?? proofs[0];
  if (proof) {
    return { outcome: 'killed', by: proof.test + (expectations.has(proof.kind) ? '' : ` (${proof.kind})`) };
  }
  const errors = [...module.errors(), ...failed.flatMap((test) => test.errors)];
  if (errors.length > 0) {
    return { outcome: 'broken', by: errors.map(({ name, message }) => `${name}: ${message}`).join('\n') };
  }
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  return passed > 0
    ? { outcome: 'survived', by: `${passed} tests passed` }
    : { outcome: 'broken', by: 'No test ran.' };
}
