import { router } from '@commons/api';
import { accessLogRouter } from './access-log/router.ts';
import { alertsRouter } from './alerts/router.ts';
import { allergiesRouter } from './allergies/router.ts';
import { caregiversRouter } from './caregivers/router.ts';
import { changes } from './changes.ts';
import { conditionsRouter } from './conditions/router.ts';
import { consentsRouter } from './consents/router.ts';
import { dosesRouter } from './doses/router.ts';
import { emergencyCardRouter } from './emergency-card/router.ts';
import { exportRouter } from './export/router.ts';
import { feedsRouter } from './feeds/router.ts';
import { handoverRouter } from './handover/router.ts';
import { importRouter } from './import/router.ts';
import { invitationsRouter } from './invitations/router.ts';
import { medicationsRouter } from './medications/router.ts';
import { modelRouter } from './model/router.ts';
import { notesRouter } from './notes/router.ts';
import { noticesRouter } from './notices/router.ts';
import { profilesRouter } from './profiles/router.ts';
import { pushRouter } from './push/router.ts';
import { reportsRouter } from './reports/router.ts';
import { sessionsRouter } from './sessions/router.ts';
import { stockRouter } from './stock/router.ts';
import { storyRouter } from './story/router.ts';
import { summariesRouter } from './summaries/router.ts';
import { topicsRouter } from './topics/router.ts';
import { travelRouter } from './travel/router.ts';
import { turnsRouter } from './turns/router.ts';

export const graceRouter = router({
  accessLog: accessLogRouter,
  allergies: allergiesRouter,
  caregivers: caregiversRouter,
  changes: changes.router,
  conditions: conditionsRouter,
  consents: consentsRouter,
  doses: dosesRouter,
  export: exportRouter,
  handover: handoverRouter,
  import: importRouter,
  invitations: invitationsRouter,
  emergencyCard: emergencyCardRouter,
  medications: medicationsRouter,
  notes: notesRouter,
  profiles: profilesRouter,
  alerts: alertsRouter,
  model: modelRouter,
  sessions: sessionsRouter,
  story: storyRouter,
  summaries: summariesRouter,
  topics: topicsRouter,
  turns: turnsRouter,
  reports: reportsRouter,
  stock: stockRouter,
  travel: travelRouter,
  feeds: feedsRouter,
  notices: noticesRouter,
  push: pushRouter,
});

export type GraceRouter = typeof graceRouter;
