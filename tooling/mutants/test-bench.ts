import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestModule } from 'vitest/node';
import { createVitest, type Vitest } from 'vitest/node';
import { judge } from './judge.ts';
import type { Mutant, PolicyVerdict, Verdict } from './mutant.ts';
import { mutated } from './mutated.ts';
import type { Task, TaskEnd } from './task.ts';

/** A vitest that stays open over many runs, so that the database server is started once and files are read once. */
export class TestBench {
  readonly #root: string;
  #vitest: Vitest;

  private constructor(root: string, vitest: Vitest) {
    this.#root = root;
    this.#vitest = vitest;
  }

  static async open(root: string): Promise<TestBench> {
    return new TestBench(root, await start(root));
  }

  /** Runs the tests once as they are, which must be green, and once for each mutant. */
  async run({ test, mutants, spoilsServer }: Task, onVerdict: (verdict: Verdict) => void): Promise<TaskEnd> {
    const module = await this.#runTests(test);
    const untouched = judge(module);
    if (untouched.outcome !== 'survived') {
      return { policies: [], problem: `${test} is red without any mutant: ${untouched.by}` };
    }
    if (spoilsServer) {
      // The databases of the first run are templates for those of the next.
      await this.close();
      this.#vitest = await start(this.#root);
    }
    for (const mutant of mutants) onVerdict({ id: mutant.id, ...(await this.#try(mutant)) });
    return { policies: policiesOf(module) };
  }

  close(): Promise<void> {
    return this.#vitest.close();
  }

  async #try(mutant: Mutant): Promise<Omit<Verdict, 'id'>> {
    const path = join(this.#root, mutant.file);
    const original = await readFile(path, 'utf8');
    try {
      await this.#write(path, mutated(original, mutant));
      return judge(await this.#runTests(mutant.test), mutant);
    } finally {
      await this.#write(path, original);
    }
  }

  async #write(path: string, text: string): Promise<void> {
    await writeFile(path, text);
    this.#vitest.invalidateFile(path);
  }

  async #runTests(test: string): Promise<TestModule> {
    const specifications = await this.#vitest.globTestSpecifications([join(this.#root, test)]);
    const { testModules } = await this.#vitest.runTestSpecifications(specifications);
    const module = testModules.find(({ moduleId }) => moduleId === join(this.#root, test));
    if (!module) throw new Error(`There is no test file ${test}.`);
    return module;
  }
}

function start(root: string): Promise<Vitest> {
  return createVitest({ root, watch: false, reporters: [{}], maxWorkers: 1, bail: 1 });
}

function policiesOf(module: TestModule): PolicyVerdict[] {
  return [...module.children.allTests()].flatMap((test) => {
    // What `describeIsolation` of shared-db leaves there.
    const { policyVerdicts = [] } = test.meta() as { policyVerdicts?: PolicyVerdict[] };
    return policyVerdicts;
  });
}
