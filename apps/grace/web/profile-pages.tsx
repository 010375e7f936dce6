import { LoadingState, lazyPart, NoPageState } from '@commons/ui';
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Within } from './frame/within.tsx';
import { TodayPage } from './today/today-page.tsx';

// With Today comes nothing else.
const HistoryPage = lazyPart(() => import('./history/history-page.tsx'), 'HistoryPage');
const CardPage = lazyPart(() => import('./emergency-card/card-page.tsx'), 'CardPage');
const AccessLogPage = lazyPart(() => import('./access-log/access-log-page.tsx'), 'AccessLogPage');
const AdherencePage = lazyPart(() => import('./adherence/adherence-page.tsx'), 'AdherencePage');
const CalendarPage = lazyPart(() => import('./calendar/calendar-page.tsx'), 'CalendarPage');
const CarePage = lazyPart(() => import('./care/care-page.tsx'), 'CarePage');
const ChangePage = lazyPart(() => import('./care/change-page.tsx'), 'ChangePage');
const InvitePage = lazyPart(() => import('./care/invite-page.tsx'), 'InvitePage');
const ConsentsPage = lazyPart(() => import('./consents/consents-page.tsx'), 'ConsentsPage');
const EditCardPage = lazyPart(() => import('./emergency-card/edit-card-page.tsx'), 'EditCardPage');
const ExportPage = lazyPart(() => import('./export/export-page.tsx'), 'ExportPage');
const HandoverPage = lazyPart(() => import('./handover/handover-page.tsx'), 'HandoverPage');
const HealthPage = lazyPart(() => import('./health/health-page.tsx'), 'HealthPage');
const MedicationPages = lazyPart(() => import('./medications/medication-pages.tsx'), 'MedicationPages');
const NewNotePage = lazyPart(() => import('./notes/new-note-page.tsx'), 'NewNotePage');
const NotePage = lazyPart(() => import('./notes/note-page.tsx'), 'NotePage');
const NotesPage = lazyPart(() => import('./notes/notes-page.tsx'), 'NotesPage');
const PersonPage = lazyPart(() => import('./profiles/person-page.tsx'), 'PersonPage');
const RemindersPage = lazyPart(() => import('./reminders/reminders-page.tsx'), 'RemindersPage');
const StockPage = lazyPart(() => import('./stock/stock-page.tsx'), 'StockPage');
const StoryPage = lazyPart(() => import('./story/story-page.tsx'), 'StoryPage');
const SessionPage = lazyPart(() => import('./talk/session-page.tsx'), 'SessionPage');
const TalkPage = lazyPart(() => import('./talk/talk-page.tsx'), 'TalkPage');
const TimeZonePage = lazyPart(() => import('./travel/time-zone-page.tsx'), 'TimeZonePage');

/** The pages about one person; their paths begin with `/p/<profile>`. */
export function ProfilePages() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Switch>
        <Route path="/p/:profileId/emergency-card">
          <Within scope="emergency_card" level="view">
            <CardPage />
          </Within>
        </Route>
        <Route path="/p/:profileId/emergency-card/edit">
          <Within scope="emergency_card" level="manage">
            <EditCardPage />
          </Within>
        </Route>
        <Route path="/p/:profileId/export" component={ExportPage} />
        <Route path="/p/:profileId/handover" component={HandoverPage} />
        <Route path="/p/:profileId" component={TodayPage} />
        <Route path="/p/:profileId/history">
          <Within scope="medications" level="view">
            <HistoryPage />
          </Within>
        </Route>
        <Route path="/p/:profileId/notes">
          <Within scope="notes" level="view">
            <NotesPage />
          </Within>
        </Route>
        <Route path="/p/:profileId/notes/new">
          <Within scope="notes" level="log">
            <NewNotePage />
          </Within>
        </Route>
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
        <Route path="/p/:profileId/talk/:sessionId">
          <Within scope="chat_transcripts" level="view">
            <SessionPage />
          </Within>
        </Route>
        <Route path="/p/:profileId/story" component={StoryPage} />
        <Route path="/p/:profileId/reminders" component={RemindersPage} />
        <Route path="/p/:profileId/person" component={PersonPage} />
        <Route>
          <NoPageState />
        </Route>
      </Switch>
    </Suspense>
  );
}
