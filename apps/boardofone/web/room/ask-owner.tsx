import { notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { isOver } from '../../deliberation/states.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { useTRPC } from '../client.ts';
import { useReadOn } from '../log/use-read-on.ts';
import classes from './ask-owner.module.css';
import { OwnerForm } from './owner-form.tsx';
import { Said } from './said.tsx';

/** What the panel asks, what the owner told it, and the way to say more before another round. */
export function AskOwner({ id, view }: { id: string; view: SessionView }) {
  if (!canHear(view)) return <Said view={view} />;
  return (
    <Said
      view={view}
      head={view.waitsFor === 'answers' && <GoOn id={id} view={view} />}
      answer={(contributionId) => (
        <OwnerForm sessionId={id} answersId={contributionId} label="Your answer" verb="Answer" />
      )}
    >
      <OwnerForm
        sessionId={id}
        answersId={null}
        label="Tell the panel something"
        description="Everybody reads it as a fact from you, from the next round on."
        verb="Tell the panel"
      />
    </Said>
  );
}

/** Whether there may be another round, which would hear it. */
const canHear = ({ status, phase, round, maxRounds }: SessionView): boolean =>
  !isOver(status) && phase !== 'voting' && phase !== 'synthesis' && round <= maxRounds;

function GoOn({ id, view }: { id: string; view: SessionView }) {
  const trpc = useTRPC();
  const goOn = useMutation(
    trpc.room.goOn.mutationOptions({
      onError: (error: unknown) => void notifyError(error),
      onSettled: useReadOn(id),
    }),
  );
  const { answersUntil: until, ownerFacts, round } = view;
  const hasSaid = ownerFacts.some((fact) => fact.round > round);
  return (
    <div className={classes.wait}>
      <p>
        The next round waits for you
        {until && ` until ${until.toLocaleTimeString(undefined, { timeStyle: 'short' })}`}. Answer what you
        want to answer, then let it go on.
      </p>
      <Button loading={goOn.isPending} onClick={() => goOn.mutate({ id })}>
        {hasSaid ? 'Go on' : 'Go on without answering'}
      </Button>
    </div>
  );
}
