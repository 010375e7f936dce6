import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { isOpen, otherPlans } from '../../medicine/other-plans.ts';
import { schedulesMax } from '../../schedule/misfit.ts';
import type { Medication } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { planText } from '../schedule/plan-text.ts';
import { EndScheduleDialog } from './end-schedule-dialog.tsx';
import classes from './medications.module.css';
import { currentVersions } from './schedule-in-words.ts';

interface ScheduleRowsProps {
  medication: Medication;
  now: number;
  /** Nothing can be changed here. */
  isBare?: boolean;
}

/** What each schedule of a medicine asks for now, and what may be done with it. */
export function ScheduleRows({ medication, now, isBare }: ScheduleRowsProps) {
  const profile = useProfile();
  const [ending, setEnding] = useState<Medication['versions'][number]>();
  const current = currentVersions(medication, now);
  const isOver = !current.some((version) => isOpen(version, now));
  const canChange = !isOver && !isBare && may(profile, 'medications', 'manage');
  const base = `/p/${profile.id}/medications/${medication.id}/schedule`;
  const isFull = otherPlans(medication.versions, null, now).length >= schedulesMax;
  return (
    <>
      <ul className={classes.schedules}>
        {current.map((version) => (
          <li key={version.id} className={classes.oneSchedule}>
            <p className={classes.words}>{planText(version.plan)}</p>
            {canChange && (
              <Group gap="xs">
                <Button
                  component={Link}
                  href={`${base}/${version.scheduleId}`}
                  variant="light"
                  aria-label={`Change: ${planText(version.plan)}`}
                >
                  Change
                </Button>
                {current.length > 1 && (
                  <Button
                    variant="subtle"
                    color="gray"
                    aria-label={`End: ${planText(version.plan)}`}
                    onClick={() => setEnding(version)}
                  >
                    End
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
      {canChange && !isFull && (
        <div>
          <Button
            component={Link}
            href={`${base}/new`}
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />}
          >
            Add a schedule
          </Button>
        </div>
      )}
      {ending && (
        <EndScheduleDialog
          medication={medication}
          ending={ending}
          now={now}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  );
}
