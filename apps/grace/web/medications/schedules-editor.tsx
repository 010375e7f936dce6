import { newMessageId } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { schedulesMax } from '../../schedule/misfit.ts';
import { newPlanDraft, type PlanDraft } from '../schedule/plan-draft.ts';
import { PlanEditor } from '../schedule/plan-editor.tsx';
import { planText } from '../schedule/plan-text.ts';
import { type Problems, readPlan } from '../schedule/read-plan.ts';
import { problemsWithin } from '../schedule/read-plans.ts';
import classes from './forms.module.css';
import type { ScheduleDraft } from './use-medication-draft.ts';

interface SchedulesEditorProps {
  schedules: ScheduleDraft[];
  onChange: (schedules: ScheduleDraft[]) => void;
  problems: Problems;
  zone: string;
  today: string;
}

/** All schedules of one medicine: one is open to be edited, the others stand there in words. */
export function SchedulesEditor({ schedules, onChange, problems, zone, today }: SchedulesEditorProps) {
  const [openId, setOpenId] = useState(schedules.at(-1)?.id);
  const list = useRef<HTMLDivElement>(null);
  /** What was opened last takes the focus, so that the keyboard goes on there. */
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted) list.current?.querySelector<HTMLElement>(`[data-schedule="${wanted}"]`)?.focus();
  }, [wanted]);
  const open = (id: string | undefined) => {
    setOpenId(id);
    setWanted(id);
  };
  const setPlan = (id: string, part: Partial<PlanDraft>) =>
    onChange(schedules.map((one) => (one.id === id ? { ...one, plan: { ...one.plan, ...part } } : one)));
  const add = () => {
    const unit = schedules[0]?.plan.unit ?? 'tablet';
    const id = newMessageId();
    const plan = newPlanDraft(today);
    const times = plan.times.map((one) => ({ ...one, time: '20:00' }));
    onChange([...schedules, { id, plan: { ...plan, unit, kind: 'weekly', times } }]);
    open(id);
  };
  const remove = (id: string) => {
    const left = schedules.filter((one) => one.id !== id);
    onChange(left);
    open(left.at(-1)?.id);
  };
  const editor = ({ id, plan }: ScheduleDraft, index: number) => (
    <PlanEditor
      draft={plan}
      change={(part) => setPlan(id, part)}
      problems={problemsWithin(problems, index)}
    />
  );
  const [only] = schedules;
  return (
    <div ref={list} className={classes.form}>
      {only && schedules.length === 1 ? (
        <div data-schedule={only.id} tabIndex={-1}>
          {editor(only, 0)}
        </div>
      ) : (
        schedules.map((one, index) => {
          const isOpen = one.id === openId || Object.keys(problemsWithin(problems, index)).length > 0;
          const label = `Schedule ${index + 1}`;
          return (
            <fieldset key={one.id} className={classes.schedule} data-schedule={one.id} tabIndex={-1}>
              <legend>{label}</legend>
              {isOpen ? editor(one, index) : <p>{inWords(one.plan, zone)}</p>}
              <Group gap="xs">
                {!isOpen && (
                  <Button variant="default" onClick={() => open(one.id)}>
                    Change {label.toLowerCase()}
                  </Button>
                )}
                <Button variant="subtle" color="gray" onClick={() => remove(one.id)}>
                  Remove {label.toLowerCase()}
                </Button>
              </Group>
            </fieldset>
          );
        })
      )}
      {schedules.length < schedulesMax && (
        <div className={classes.another}>
          <Button variant="light" leftSection={<IconPlus size={18} stroke={1.8} />} onClick={add}>
            Add another schedule
          </Button>
          <span className={classes.state}>Such as 1 tablet every day, and 2 on Mondays.</span>
        </div>
      )}
    </div>
  );
}

function inWords(draft: PlanDraft, zone: string): string {
  const { plan } = readPlan(draft, zone);
  return plan ? planText(plan) : 'Something is missing here.';
}
