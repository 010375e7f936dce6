import type { AppDefinition } from '../define-app.ts';
import { cleanUpJob } from './clean-up-job.ts';
import type { JobDefinition } from './define-job.ts';

/**
 * Every job of a site: the apps' own and those of the platform.
 *
 * @throws naming a job that does not carry its app's name, or that is there twice
 */
export function siteJobs(
  apps: readonly AppDefinition[],
  mailJobs: readonly JobDefinition[],
): JobDefinition[] {
  const jobs = [...mailJobs, cleanUpJob];
  const names = new Set(jobs.map(({ name }) => name));
  for (const app of apps) {
    for (const job of (app.jobs ?? []).flatMap(withGivenUp)) {
      if (!job.name.startsWith(`${app.name}.`)) {
        throw new Error(`The job "${job.name}" belongs to ${app.name}. Name it ${app.name}.<what it does>.`);
      }
      if (names.has(job.name)) throw new Error(`The job "${job.name}" is declared twice.`);
      names.add(job.name);
      jobs.push(job);
    }
  }
  return jobs;
}

const withGivenUp = (job: JobDefinition): JobDefinition[] =>
  job.kind === 'person' && job.givenUp ? [job.givenUp, job] : [job];
