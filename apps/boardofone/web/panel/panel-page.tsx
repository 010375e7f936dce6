import { usePageTitle } from '@commons/ui';
import { Redirect } from 'wouter';
import { SessionFrame } from '../log/session-frame.tsx';
import { pathOf } from '../sessions/session-words.ts';
import { Panel } from './panel.tsx';

/** Who is to argue, for the owner to change; starting fixes them. */
export function PanelPage({ id }: { id: string }) {
  usePageTitle('The panel');
  return (
    <SessionFrame id={id}>
      {({ session, view }) =>
        view.waitsFor === 'panel' ? (
          <Panel session={session} view={view} />
        ) : (
          <Redirect to={pathOf(session)} replace />
        )
      }
    </SessionFrame>
  );
}
