import type { BenchMessage, Task } from './task.ts';
import { TestBench } from './test-bench.ts';

// Runs in a copy of the workspace: is sent a test file with its mutants, tells what becomes of each, and waits for the next.
const bench = await TestBench.open(process.cwd());
const tell = (message: BenchMessage) => process.send?.(message);

process.on('message', async (task: Task | 'end') => {
  if (task === 'end') {
    await bench.close();
    process.disconnect();
    return;
  }
  try {
    tell({ end: await bench.run(task, (verdict) => tell({ verdict })) });
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ end: { policies: [], problem } });
  }
});
