import { Composer, ModelNotice, notifyError, useShortcut } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { saidMax } from '../../server/turns/schemas.ts';
import { type Session, useTRPC } from '../client.ts';
import { inReadersClock } from '../formats/in-readers-clock.ts';
import { useProfile } from '../frame/profile-context.ts';
import { BrokenOff } from './broken-off.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';
import { DictateButton } from './dictate-button.tsx';
import { SpokenTurn } from './spoken-turn.tsx';
import classes from './talk.module.css';
import { Turns } from './turns.tsx';
import { useBeginningInView } from './use-beginning-in-view.ts';
import { useLiveTurn } from './use-live-turn.ts';
import { useReadAloud } from './use-read-aloud.ts';
import { useSay } from './use-say.ts';
import { VoiceBar } from './voice-bar.tsx';

/** One thing at a time: what the companion says, two answers, a field, and always a way on. */
export function Conversation({ session }: { session: Session }) {
  const profile = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const model = useQuery(
    trpc.model.describe.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  ).data;
  const { sending, say } = useSay(profile.id, session.id);
  const readAgain = () => queries.invalidateQueries();
  const options = { onSettled: readAgain, onError: notifyError };
  const { mutate: stop } = useMutation(trpc.turns.stop.mutationOptions(options));
  const { mutate: end, isPending: isEnding } = useMutation(trpc.sessions.end.mutationOptions(options));

  const turn = session.turns.findLast(({ role }) => role === 'companion');
  const live = useLiveTurn(turn);
  const text = inReadersClock(live?.text ?? turn?.content ?? '');
  const lastSaid = sending ?? session.turns.findLast(({ role }) => role === 'person')?.content;
  const spoken = useBeginningInView(turn?.id);
  const voice = useReadAloud({ id: turn?.id ?? '', text, isWhole: live === null });
  const draftKey = `talk:${session.id}`;
  const onStop = live ? () => stop({ answerId: live.id }) : undefined;
  useShortcut({
    keys: 'escape',
    label: 'Stop the companion',
    run: () => onStop?.(),
    whileTyping: true,
    enabled: !!live,
  });

  return (
    <div className={classes.conversation}>
      {model?.offline && <ModelNotice assistantName="The companion" />}
      <div className={classes.top}>
        <h1 className={classes.title}>{session.title}</h1>
        <VoiceBar voice={voice} />
      </div>
      {lastSaid && (
        <p className={classes.said} dir="auto">
          <span>You said:</span> {lastSaid}
        </p>
      )}
      <div ref={spoken} className={classes.now} aria-live="polite" aria-busy={live !== null}>
        {sending !== null ? (
          <p className={classes.words}>
            <span className={classes.thinking}>One moment …</span>
          </p>
        ) : (
          turn && <SpokenTurn turn={turn} text={text} />
        )}
      </div>
      {live && !live.connected && <p role="status">The connection is gone. It comes back by itself.</p>}
      {turn && !live && sending === null && <BrokenOff turn={turn} />}
      {turn && !live && (
        <ChoiceButtons
          key={turn.id}
          choices={turn.choices}
          profileId={profile.id}
          disabled={sending !== null}
          onChoose={say}
        />
      )}
      <div className={classes.composer}>
        <Composer
          draftKey={draftKey}
          label="Your answer"
          placeholder="Or say it in your own words"
          lengthMax={saidMax}
          streaming={live !== null}
          onStop={onStop}
          onSend={say}
          footer={<DictateButton draftKey={draftKey} />}
        />
      </div>
      <div className={classes.ways}>
        <Button component={Link} href={`/p/${profile.id}/talk`} variant="default" size="md">
          Something else
        </Button>
        <Button
          variant="default"
          size="md"
          loading={isEnding}
          onClick={() => end({ profileId: profile.id, id: session.id })}
        >
          Enough for today
        </Button>
      </div>
      {session.turns.length > 2 && !profile.isPlain && (
        <details className={classes.earlier}>
          <summary>What we said before</summary>
          <Turns turns={session.turns.slice(0, -1)} name={profile.preferredName} />
        </details>
      )}
    </div>
  );
}
