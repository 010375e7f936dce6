import { lazyPart, newMessageId } from '@commons/ui';
import { type ReactNode, Suspense, useState } from 'react';
import { may } from '../../care/may.ts';
import type { Profile } from '../client.ts';
import { useOutbox } from '../outbox/outbox-context.ts';
import type { OutboxReport } from '../outbox/outbox-item.ts';
import type { DoseEntry } from './administrations.ts';
import { TodayContext, type TodayHandlers } from './today-context.ts';
import type { AsNeeded, TodayDose } from './today-from.ts';
import type { Words } from './words.ts';

const CorrectDialog = lazyPart(() => import('../history/correct-dialog.tsx'), 'CorrectDialog');
const AsNeededDialog = lazyPart(() => import('./as-needed-dialog.tsx'), 'AsNeededDialog');
const GivenDialog = lazyPart(() => import('./given-dialog.tsx'), 'GivenDialog');
const SkipDialog = lazyPart(() => import('./skip-dialog.tsx'), 'SkipDialog');

interface TodayActionsProps {
  profile: Profile;
  zone: string;
  serverNow: () => number;
  /** When the list was read, if it could not be read again since. */
  readBefore: number | undefined;
  words: Words;
  isSettling: boolean;
  children: ReactNode;
}

type Asked =
  | { what: 'given'; dose: TodayDose }
  | { what: 'skip'; dose: TodayDose }
  | { what: 'asNeeded'; medicine: AsNeeded }
  | { what: 'correct'; entry: DoseEntry; name: string };

/** Reports go through the outbox, one tap or a dialog each. */
export function TodayActions(props: TodayActionsProps) {
  const { profile, zone, serverNow, readBefore, words, isSettling, children } = props;
  const outbox = useOutbox();
  const [asked, setAsked] = useState<Asked>();
  const { id: profileId } = profile;
  const send = (name: string, report: OutboxReport) => {
    setAsked(undefined);
    void outbox.add({ ...report, name, zone });
  };
  const nameOf = ({ versionId, localDate, slot }: TodayDose) => ({
    id: newMessageId(),
    profileId,
    versionId,
    localDate,
    slot,
  });
  const nowIso = () => new Date(serverNow()).toISOString();
  const close = () => setAsked(undefined);
  const handlers: TodayHandlers = {
    words,
    isSettling,
    canLog: may(profile, 'medications', 'log'),
    give: (dose) => send(dose.medicine.name, { kind: 'log', input: { ...nameOf(dose), actualAt: nowIso() } }),
    giveOtherwise: (dose) => setAsked({ what: 'given', dose }),
    skip: (dose) => setAsked({ what: 'skip', dose }),
    takeAsNeeded: (medicine) => setAsked({ what: 'asNeeded', medicine }),
    correct: (entry, name) => setAsked({ what: 'correct', entry, name }),
    retry: (id) => {
      const item = outbox.items.find(({ input }) => input.id === id);
      if (item) void outbox.add({ ...item, problem: undefined });
    },
    discard: (id) => void outbox.remove(id),
  };
  return (
    <TodayContext value={handlers}>
      {children}
      <Suspense>
        {asked?.what === 'given' && (
          <GivenDialog
            dose={asked.dose}
            zone={zone}
            now={serverNow()}
            onClose={close}
            onReport={(values) =>
              send(asked.dose.medicine.name, { kind: 'log', input: { ...nameOf(asked.dose), ...values } })
            }
          />
        )}
        {asked?.what === 'skip' && (
          <SkipDialog
            dose={asked.dose}
            onClose={close}
            onReport={(values) =>
              send(asked.dose.medicine.name, {
                kind: 'skip',
                input: { ...nameOf(asked.dose), ...values, actualAt: nowIso() },
              })
            }
          />
        )}
        {asked?.what === 'asNeeded' && (
          <AsNeededDialog
            asNeeded={asked.medicine}
            zone={zone}
            now={serverNow()}
            readBefore={readBefore}
            onClose={close}
            onReport={(values) => {
              const { medicine, versionId, items } = asked.medicine;
              // What the server refused for its limit is the same dose, now with a reason.
              const id = items.find(({ problem }) => problem)?.input.id ?? newMessageId();
              send(medicine.name, { kind: 'logAsNeeded', input: { id, profileId, versionId, ...values } });
            }}
          />
        )}
        {asked?.what === 'correct' && (
          <CorrectDialog
            profileId={profileId}
            zone={zone}
            entry={asked.entry}
            name={asked.name}
            onClose={close}
          />
        )}
      </Suspense>
    </TodayContext>
  );
}
