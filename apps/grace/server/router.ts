import { router } from '@commons/api';
import { accessLogRouter } from './access-log/router.ts';
import { allergiesRouter } from './allergies/router.ts';
import { caregiversRouter } from './caregivers/router.ts';
import { changes } from './changes.ts';
import { conditionsRouter } from './conditions/router.ts';
import { consentsRouter } from './consents/router.ts';
import { dosesRouter } from './doses/router.ts';
import { invitationsRouter } from './invitations/router.ts';
import { medicationsRouter } from './medications/router.ts';
import { notesRouter } from './notes/router.ts';
import { profilesRouter } from './profiles/router.ts';

export const graceRouter = router({
  accessLog: accessLogRouter,
  allergies: allergiesRouter,
  caregivers: caregiversRouter,
  changes: changes.router,
  conditions: conditionsRouter,
  consents: consentsRouter,
  doses: dosesRouter,
  invitations: invitationsRouter,
  medications: medicationsRouter,
  notes: notesRouter,
  profiles: profilesRouter,
});

export type GraceRouter = typeof graceRouter;
