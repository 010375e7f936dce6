import type { Database } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import type { Tracer } from './tracer.ts';
import { withinChild } from './within-child.ts';

const facts = { 'db.system.name': 'postgresql' };

/** The same database, with a span for each context; nothing of whose it is or of what is asked in it. */
export function traceDatabase(database: Database, tracer: Tracer | undefined): Database {
  if (!tracer) return database;
  return {
    ...database,
    asUser: (caller, work) => withinChild(tracer, 'context user', facts, () => database.asUser(caller, work)),
    asUserJointly: (caller) => {
      const run = database.asUserJointly(caller);
      return (name, work) => withinChild(tracer, 'context user', facts, () => run(name, work));
    },
    asAnon: (work) => withinChild(tracer, 'context anon', facts, () => database.asAnon(work)),
  };
}

/** The same for the service login. */
export function traceService(service: ServiceDatabase, tracer: Tracer | undefined): ServiceDatabase {
  if (!tracer) return service;
  return {
    ...service,
    asService: (why, work) =>
      withinChild(tracer, 'context service', facts, () => service.asService(why, work)),
  };
}
