import { LoadingState, lazyPart, NoPageState, Shell, useShortcut } from '@commons/ui';
import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useFollowChanges } from './changes/use-follow-changes.ts';
import { useChidiCommands } from './commands/use-chidi-commands.ts';
import { ConversationHeading } from './conversations/conversation-heading.tsx';
import { ConversationPage } from './conversations/conversation-page.tsx';
import { NewConversationHeading } from './conversations/new-conversation-heading.tsx';
import { NewConversationPage } from './conversations/new-conversation-page.tsx';
import { useNewConversationPath } from './conversations/use-new-conversation-path.ts';
import { Sidebar } from './sidebar/sidebar.tsx';

// Forms and their validation are not needed for reading and asking.
const BusinessPages = lazyPart(() => import('./contexts/business-pages.tsx'), 'BusinessPages');

/** The pages of Chidi, inside their frame. */
export function Chidi() {
  const [path, navigate] = useLocation();
  const newConversation = useNewConversationPath();
  useFollowChanges();
  useChidiCommands();
  useShortcut({
    keys: 'mod+shift+o',
    label: 'New conversation',
    run: () => navigate(newConversation),
    whileTyping: true,
  });
  return (
    <Shell
      sidebar={<Sidebar />}
      sidebarLabel="Conversations"
      heading={<Heading />}
      fill={path === '/' || path.startsWith('/c/')}
    >
      <Switch>
        <Route path="/" component={NewConversationPage} />
        <Route path="/c/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
        <Route path="/contexts/*?">
          <Suspense fallback={<LoadingState />}>
            <BusinessPages />
          </Suspense>
        </Route>
        <Route>
          <NoPageState />
        </Route>
      </Switch>
    </Shell>
  );
}

function Heading() {
  return (
    <Switch>
      <Route path="/" component={NewConversationHeading} />
      <Route path="/c/:id">{({ id }) => <ConversationHeading key={id} id={id} />}</Route>
    </Switch>
  );
}
