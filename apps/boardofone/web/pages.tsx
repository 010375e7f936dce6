import { LoadingState, lazyPart, NoPageState, Shell } from '@commons/ui';
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { BoardNav } from './frame/board-nav.tsx';
import { useFollowChanges } from './log/use-follow-changes.ts';
import { SessionsPage } from './sessions/sessions-page.tsx';

const ComparePage = lazyPart(() => import('./forks/compare-page.tsx'), 'ComparePage');
const CostsPage = lazyPart(() => import('./costs/costs-page.tsx'), 'CostsPage');
const NewSessionPage = lazyPart(() => import('./sessions/new-session-page.tsx'), 'NewSessionPage');
const OutcomesPage = lazyPart(() => import('./outcomes/outcomes-page.tsx'), 'OutcomesPage');
const OwnPersonaPage = lazyPart(() => import('./own-personas/own-persona-page.tsx'), 'OwnPersonaPage');
const PanelPage = lazyPart(() => import('./panel/panel-page.tsx'), 'PanelPage');
const PersonasPage = lazyPart(() => import('./personas/personas-page.tsx'), 'PersonasPage');
const NoticesPage = lazyPart(() => import('./notices/notices-page.tsx'), 'NoticesPage');
const PlanPage = lazyPart(() => import('./plan/plan-page.tsx'), 'PlanPage');
const WhatIfPage = lazyPart(() => import('./forks/what-if-page.tsx'), 'WhatIfPage');
const QuestionsPage = lazyPart(() => import('./questions/questions-page.tsx'), 'QuestionsPage');
const SharingPage = lazyPart(() => import('./sharing/sharing-page.tsx'), 'SharingPage');
const RoomPage = lazyPart(() => import('./room/room-page.tsx'), 'RoomPage');
const MemoPage = lazyPart(() => import('./memo/memo-page.tsx'), 'MemoPage');
const ReplayPage = lazyPart(() => import('./replay/replay-page.tsx'), 'ReplayPage');

/** The pages, inside their frame. They show what other tabs and devices change as it happens. */
export function Pages() {
  useFollowChanges();
  return (
    <Shell>
      <BoardNav />
      <Suspense fallback={<LoadingState />}>
        <Switch>
          <Route path="/" component={SessionsPage} />
          <Route path="/costs" component={CostsPage} />
          <Route path="/new" component={NewSessionPage} />
          <Route path="/outcomes" component={OutcomesPage} />
          <Route path="/notices" component={NoticesPage} />
          <Route path="/personas" component={PersonasPage} />
          <Route path="/personas/:code">{({ code }) => <OwnPersonaPage key={code} code={code} />}</Route>
          <Route path="/plan" component={PlanPage} />
          <Route path="/sessions/:id/memo">{({ id }) => <MemoPage key={id} id={id} />}</Route>
          <Route path="/sessions/:id/replay">{({ id }) => <ReplayPage key={id} id={id} />}</Route>
          <Route path="/sessions/:id">{({ id }) => <RoomPage key={id} id={id} />}</Route>
          <Route path="/sessions/:id/what-if">{({ id }) => <WhatIfPage key={id} id={id} />}</Route>
          <Route path="/sessions/:id/compare">{({ id }) => <ComparePage key={id} id={id} />}</Route>
          <Route path="/sessions/:id/panel">{({ id }) => <PanelPage key={id} id={id} />}</Route>
          <Route path="/sessions/:id/questions">{({ id }) => <QuestionsPage key={id} id={id} />}</Route>
          <Route path="/sessions/:id/sharing">{({ id }) => <SharingPage key={id} id={id} />}</Route>
          <Route>
            <NoPageState />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
