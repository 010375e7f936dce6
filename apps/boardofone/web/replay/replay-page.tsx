import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { useMemo } from 'react';
import { beginning, viewFrom } from '../../deliberation/checkpoint.ts';
import { isOver } from '../../deliberation/states.ts';
import { ForkStrip } from '../forks/fork-strip.tsx';
import { WhatIfLink } from '../forks/what-if-link.tsx';
import { ProblemHeading } from '../log/problem-heading.tsx';
import { type ReadSession, SessionFrame } from '../log/session-frame.tsx';
import { useContributions } from '../log/use-contributions.ts';
import page from '../page.module.css';
import { happenings } from '../room/happenings.ts';
import { Room } from '../room/room.tsx';
import { Said } from '../room/said.tsx';
import { statusWords } from '../room/status-words.ts';
import { Scrubber } from './scrubber.tsx';
import { usePlayback } from './use-playback.ts';

/** A session once more, from its log: whatever moment is chosen, nobody is asked anything. */
export function ReplayPage({ id }: { id: string }) {
  usePageTitle('Replay');
  return (
    <SessionFrame id={id}>{(read) => (read.isWhole ? <Replay {...read} /> : <LoadingState />)}</SessionFrame>
  );
}

function Replay({ session, events, checkpoint }: ReadSession) {
  const { id, problem } = session;
  // All that was said is fetched before anybody moves.
  const said = useContributions(id);
  const playback = usePlayback(events);
  const { seq } = playback;
  const until = useMemo(() => events.slice(0, seq), [events, seq]);
  const from = checkpoint.seq <= seq ? checkpoint : beginning;
  const view = useMemo(() => viewFrom(from, until), [from, until]);
  const [newest] = happenings(until, view);
  const ended = view.rounds.at(-1);
  const canFork = isOver(session.status);
  if (!said.data) {
    return said.error ? (
      <ErrorState error={said.error} onRetry={() => void said.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  return (
    <div className={page.page}>
      <ProblemHeading problem={problem} back={{ href: `/sessions/${id}`, label: 'The room' }} />
      <Scrubber playback={playback} moment={newest?.text ?? statusWords(view).title} />
      <ForkStrip id={id} />
      <Room
        session={session}
        events={until}
        view={view}
        controls={canFork && ended && <WhatIfLink id={id} round={ended.round} />}
        aside={<Said view={view} />}
      />
    </div>
  );
}
