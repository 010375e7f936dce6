import { NotFoundState, usePageTitle } from '@commons/ui';
import { useParams } from 'wouter';
import { ScheduleForm } from './schedule-form.tsx';
import { currentVersions } from './schedule-in-words.ts';
import { WithMedication } from './with-medication.tsx';

/** Changes the schedule of the address; without one, the first that holds. */
export function ChangeSchedulePage() {
  const { scheduleId } = useParams<{ scheduleId?: string }>();
  usePageTitle('Change the schedule');
  return (
    <WithMedication>
      {(medication, now) => {
        const open = currentVersions(medication, now);
        const version = scheduleId ? open.find((one) => one.scheduleId === scheduleId) : open[0];
        if (!version) return <NotFoundState />;
        return <ScheduleForm key={version.scheduleId} medication={medication} current={version} now={now} />;
      }}
    </WithMedication>
  );
}

/** One more schedule of a medicine. */
export function AddSchedulePage() {
  usePageTitle('Add a schedule');
  return (
    <WithMedication>
      {(medication, now) => <ScheduleForm medication={medication} current={null} now={now} />}
    </WithMedication>
  );
}
