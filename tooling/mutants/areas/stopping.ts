import type { MutantArea } from '../mutant.ts';

const api = 'packages/api/src/';

export const stopping: MutantArea = {
  title: 'A process that is told to stop',
  mutants: [
    {
      id: 'stop-says-so',
      without: 'a load balancer sends people to a server that is leaving',
      file: `${api}server/stop-server.ts`,
      find: `  leaving.abort();
`,
      replace: '',
      test: `${api}server/start-server.db.test.ts`,
    },
    {
      id: 'stop-waits',
      without: 'a server is gone before a load balancer can have noticed',
      file: `${api}server/stop-server.ts`,
      find: `  if (delayMs > 0) await wait(delayMs);
`,
      replace: `  void delayMs;
`,
      test: `${api}server/start-server.db.test.ts`,
    },
    {
      id: 'stop-streams',
      without: 'open streams keep a server from ending in time',
      file: `${api}server/stop-server.ts`,
      find: `  shutdown.abort();
`,
      replace: '',
      test: `${api}trpc/streams.db.test.ts`,
    },
    {
      id: 'stop-farewell',
      without: 'whoever reads a stream is not told to come back',
      file: `${api}server/end-on-shutdown.ts`,
      find: `        controller.enqueue(farewell);
`,
      replace: '',
      test: `${api}trpc/streams.db.test.ts`,
    },
    {
      id: 'stop-apps',
      without: 'the database is closed while apps still write',
      file: `${api}server/stop-server.ts`,
      find: 'Promise.all([answered, ...stopped])',
      replace: 'Promise.all([answered])',
      test: `${api}server/stop-server.test.ts`,
    },
    {
      id: 'stop-hurry',
      without: 'an answer that takes long is cut off instead of handed over',
      file: `${api}server/stop-server.ts`,
      find: 'AbortSignal.timeout(Math.floor(timeoutMs * shareToFinish))',
      replace: 'new AbortController().signal',
      test: 'apps/chidi/server/answers/shutdown.db.test.ts',
    },
    {
      id: 'stop-no-haste',
      without: 'an answer that is nearly done is broken off',
      file: `${api}answers/running-answers.ts`,
      find: `    hurry.addEventListener('abort', endAll, { once: true });
`,
      replace: `    endAll();
`,
      test: 'apps/chidi/server/answers/shutdown.db.test.ts',
    },
    {
      id: 'stop-late-answers',
      without: 'an answer that begins while the process ends is cut off',
      file: `${api}answers/running-answers.ts`,
      find: `      if (hurry.aborted) endAll();
`,
      replace: '',
      test: `${api}answers/running-answers.test.ts`,
      hangs: true,
    },
    {
      id: 'stop-in-time',
      without: 'one request that hangs keeps a process from ending',
      file: `${api}server/stop-server.ts`,
      find: `    server.closeAllConnections();
`,
      replace: '',
      test: `${api}server/start-server.db.test.ts`,
      hangs: true,
    },
    {
      id: 'stop-twice',
      without: 'whoever tells a process twice to stop waits all the same',
      file: `${api}site/run-site.ts`,
      find: 'if (stopping) return void force();',
      replace: 'if (stopping) return;',
      test: 'apps/chidi/server/answers/hand-over.db.test.ts',
      hangs: true,
    },
    {
      id: 'stop-worker',
      without: 'a worker that is told to stop keeps its jobs from the others',
      file: `${api}jobs/start-worker-process.ts`,
      find: `        await worker?.stop(env.shutdownTimeoutMs);
`,
      replace: `        void worker;
`,
      test: `${api}jobs/killed-worker.db.test.ts`,
    },
    {
      id: 'stop-jobs-back',
      without: 'a job that does not finish is kept from the others',
      file: 'packages/shared-db/src/jobs/open-job-queue.ts',
      find: `      stopping.abort(stoppedError());
      await boss.stop({ graceful: false });
`,
      replace: '',
      test: 'packages/shared-db/src/jobs/open-job-queue.db.test.ts',
      hangs: true,
    },
    {
      id: 'stop-jobs-finish',
      without: 'a job that is nearly done is broken off',
      file: 'packages/shared-db/src/jobs/open-job-queue.ts',
      find: `      await Promise.race([finished, late.promise]).catch(onError);
`,
      replace: `      void finished.catch(onError);
`,
      test: 'packages/shared-db/src/jobs/open-job-queue.db.test.ts',
    },
    {
      id: 'stop-server-jobs',
      without: 'a server that does jobs as well keeps them from the others',
      file: `${api}server/start-server.ts`,
      find: `    stops.push(() => worker.stop(env.shutdownTimeoutMs / 2));
`,
      replace: '',
      test: `${api}jobs/jobs.db.test.ts`,
    },
    {
      id: 'stop-read-elsewhere',
      without: 'whoever reads an answer stays with the process that is leaving',
      file: `${api}server/end-on-shutdown.ts`,
      find: `      else shutdown.addEventListener('abort', end, { once: true });
`,
      replace: '',
      test: 'apps/chidi/server/answers/hand-over.db.test.ts',
      hangs: true,
    },
  ],
};
