import { router } from '@commons/api';
import { allergiesRouter } from './allergies/router.ts';
import { changes } from './changes.ts';
import { conditionsRouter } from './conditions/router.ts';
import { dosesRouter } from './doses/router.ts';
import { medicationsRouter } from './medications/router.ts';
import { notesRouter } from './notes/router.ts';
import { profilesRouter } from './profiles/router.ts';

export const graceRouter = router({
  allergies: allergiesRouter,
  changes: changes.router,
  conditions: conditionsRouter,
  doses: dosesRouter,
  medications: medicationsRouter,
  notes: notesRouter,
  profiles: profilesRouter,
});

export type GraceRouter = typeof graceRouter;
