import { countToBeSent } from '../kept/kept-store.ts';
import { useSession } from '../session/session-context.ts';
import { notify, notifyError } from '../toasts/notify.tsx';

/** Signs out; where that would remove what no server has yet, only after asking. */
export function useLeave(): () => Promise<void> {
  const { user, signOut } = useSession();
  const leave = () => void signOut().catch(notifyError);
  return async () => {
    const waiting = await countToBeSent(user.id);
    if (waiting === 0) return leave();
    notify({
      title:
        waiting === 1
          ? 'One entry has not been recorded yet'
          : `${waiting} entries have not been recorded yet`,
      text: 'Only this device has what was not recorded, and signing out removes it. You are still signed in.',
      action: { label: 'Sign out all the same', run: leave },
    });
  };
}
