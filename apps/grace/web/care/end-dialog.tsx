import { ConfirmDialog, notify } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Caregiver, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';

interface EndDialogProps {
  caregiver: Caregiver;
  opened: boolean;
  onClose: () => void;
}

/** Asks before a part in somebody's care ends, which takes another invitation to undo. */
export function EndDialog({ caregiver: { id, name, isYou }, opened, onClose }: EndDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, preferredName } = useProfile();
  const end = useMutation(
    trpc.caregivers.end.mutationOptions({
      onSuccess: async () => {
        onClose();
        notify({
          title: isYou ? `You left the care of ${preferredName}.` : `${name} has no access any more.`,
        });
        await queries.invalidateQueries();
      },
    }),
  );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={isYou ? `Leave the care of ${preferredName}?` : `End the access of ${name}?`}
      confirmLabel={isYou ? 'Leave' : 'End access'}
      cancelLabel={isYou ? 'Stay' : 'Keep it'}
      onConfirm={() => end.mutate({ profileId, id })}
      pending={end.isPending}
      error={end.error}
    >
      <p>
        It ends at once, also on pages that are open. What {isYou ? 'you' : name} recorded stays, under{' '}
        {isYou ? 'your' : 'their'} name. Only another invitation brings {isYou ? 'you' : 'them'} back.
      </p>
    </ConfirmDialog>
  );
}
