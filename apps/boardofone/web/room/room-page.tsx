import { usePageTitle } from '@commons/ui';
import { Group } from '@mantine/core';
import { ForkStrip } from '../forks/fork-strip.tsx';
import { ProblemHeading } from '../log/problem-heading.tsx';
import type { ReadSession } from '../log/session-frame.tsx';
import { SessionFrame } from '../log/session-frame.tsx';
import page from '../page.module.css';
import { AskOwner } from './ask-owner.tsx';
import { Controls } from './controls.tsx';
import { NextPages } from './next-pages.tsx';
import { RehearsalNotice } from './rehearsal-notice.tsx';
import { Room } from './room.tsx';
import { useAnnounceProgress } from './use-announce-progress.ts';

/** A session that runs or has run, as it happens. */
export function RoomPage({ id }: { id: string }) {
  usePageTitle('The room');
  return <SessionFrame id={id}>{(read) => <LiveRoom {...read} />}</SessionFrame>;
}

function LiveRoom({ session, events, view, isWhole }: ReadSession) {
  useAnnounceProgress(view);
  return (
    <div className={page.page}>
      <ProblemHeading problem={session.problem} back={{ href: '/', label: 'Your decisions' }} />
      <RehearsalNotice session={session} />
      <ForkStrip id={session.id} />
      <Room
        session={session}
        events={events}
        isWhole={isWhole}
        view={view}
        controls={
          <Group gap="xs">
            <NextPages id={session.id} view={view} />
            <Controls id={session.id} view={view} />
          </Group>
        }
        aside={<AskOwner id={session.id} view={view} />}
      />
    </div>
  );
}
