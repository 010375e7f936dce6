import { NoPageState } from '@commons/ui';
import { Route, Switch } from 'wouter';
import { AccessLogPage } from './access-log/access-log-page.tsx';
import { AdherencePage } from './adherence/adherence-page.tsx';
import { CalendarPage } from './calendar/calendar-page.tsx';
import { CarePage } from './care/care-page.tsx';
import { ChangePage } from './care/change-page.tsx';
import { InvitePage } from './care/invite-page.tsx';
import { ConsentsPage } from './consents/consents-page.tsx';
import { CardPage } from './emergency-card/card-page.tsx';
import { EditCardPage } from './emergency-card/edit-card-page.tsx';
import { ExportPage } from './export/export-page.tsx';
import { Within } from './frame/within.tsx';
import { HandoverPage } from './handover/handover-page.tsx';
import { HealthPage } from './health/health-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { MedicationPages } from './medications/medication-pages.tsx';
import { NewNotePage } from './notes/new-note-page.tsx';
import { NotePage } from './notes/note-page.tsx';
import { NotesPage } from './notes/notes-page.tsx';
import { PersonPage } from './profiles/person-page.tsx';
import { RemindersPage } from './reminders/reminders-page.tsx';
import { StockPage } from './stock/stock-page.tsx';

import { StoryPage } from './story/story-page.tsx';
import { SessionPage } from './talk/session-page.tsx';
import { TalkPage } from './talk/talk-page.tsx';
import { TodayPage } from './today/today-page.tsx';
import { TimeZonePage } from './travel/time-zone-page.tsx';

/** The pages about one person; their paths begin with `/p/<profile>`. */
export function ProfilePages() {
  return (
    <Switch>
      <Route path="/p/:profileId/emergency-card" component={CardPage} />
      <Route path="/p/:profileId/emergency-card/edit" component={EditCardPage} />
      <Route path="/p/:profileId/export" component={ExportPage} />
      <Route path="/p/:profileId/handover" component={HandoverPage} />
      <Route path="/p/:profileId" component={TodayPage} />
      <Route path="/p/:profileId/history" component={HistoryPage} />
      <Route path="/p/:profileId/notes">
        <Within scope="notes" level="view">
          <NotesPage />
        </Within>
      </Route>
      <Route path="/p/:profileId/notes/new" component={NewNotePage} />
      <Route path="/p/:profileId/notes/:noteId">
        <Within scope="notes" level="view">
          <NotePage />
        </Within>
      </Route>
      <Route path="/p/:profileId/calendar">
        <Within scope="medications" level="view">
          <CalendarPage />
        </Within>
      </Route>
      <Route path="/p/:profileId/stock">
        <Within scope="medications" level="view">
          <StockPage />
        </Within>
      </Route>
      <Route path="/p/:profileId/adherence">
        <Within scope="medications" level="view">
          <AdherencePage />
        </Within>
      </Route>
      <Route path="/p/:profileId/time-zone">
        <Within scope="medications" level="view">
          <TimeZonePage />
        </Within>
      </Route>
      <Route path="/p/:profileId/medications/*?">
        <MedicationPages />
      </Route>
      <Route path="/p/:profileId/health">
        <Within scope="medications" level="view">
          <HealthPage />
        </Within>
      </Route>
      <Route path="/p/:profileId/access-log" component={AccessLogPage} />
      <Route path="/p/:profileId/care" component={CarePage} />
      <Route path="/p/:profileId/care/invite" component={InvitePage} />
      <Route path="/p/:profileId/care/:caregiverId" component={ChangePage} />
      <Route path="/p/:profileId/consents" component={ConsentsPage} />
      <Route path="/p/:profileId/talk" component={TalkPage} />
      <Route path="/p/:profileId/talk/:sessionId" component={SessionPage} />
      <Route path="/p/:profileId/story" component={StoryPage} />
      <Route path="/p/:profileId/reminders" component={RemindersPage} />
      <Route path="/p/:profileId/person" component={PersonPage} />
      <Route>
        <NoPageState />
      </Route>
    </Switch>
  );
}
