import type { TestModule } from 'vitest/node';
import type { Verdict } from './mutant.ts';

// What expect(), node:assert and the queries of Testing Library throw; anything else may be a mistake in the mutant.
const failedExpectations = new Set(['AssertionError', 'TestingLibraryElementError']);

/** Reads off a run whether an expectation failed. A file that could not be loaded or a crash inside a test is no proof. */
export function judge(module: TestModule): Omit<Verdict, 'id'> {
  const tests = [...module.children.allTests()];
  const failed = tests.flatMap((test) => {
    const { state, errors } = test.result();
    return state === 'failed' ? [{ name: test.fullName, errors }] : [];
  });
  const proof = failed.find(({ errors }) => errors.some(({ name }) => failedExpectations.has(name ?? '')));
  if (proof) return { outcome: 'killed', by: proof.name };
  const errors = [...module.errors(), ...failed.flatMap((test) => test.errors)];
  if (errors.length > 0) {
    return { outcome: 'broken', by: errors.map(({ name, message }) => `${name}: ${message}`).join('\n') };
  }
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  return passed > 0
    ? { outcome: 'survived', by: `${passed} tests passed` }
    : { outcome: 'broken', by: 'No test ran.' };
}
