import { Radio, Stack, Title } from '@mantine/core';
import { nameWithStrength } from '../../medicine/strength.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { MedicationFacts } from '../../server/medications/schemas.ts';
import { PlanPreview } from '../schedule/plan-preview.tsx';
import type { Problems } from '../schedule/read-plan.ts';
import { EntryNotices } from './entry-notices.tsx';
import { ingredientsOf } from './facts-draft.ts';
import { FactsList } from './facts-list.tsx';
import classes from './forms.module.css';
import { GivingFields } from './giving-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { LateWindowField } from './late-window-field.tsx';
import { LookFields } from './look-fields.tsx';
import { SchedulesEditor } from './schedules-editor.tsx';
import { SupplyFields } from './supply-fields.tsx';
import type { MedicationEntry } from './use-medication-draft.ts';

interface StepProps {
  entry: MedicationEntry;
  problems: Problems;
}

interface EntryStep {
  title: string;
  Fields: (props: StepProps) => React.ReactNode;
  /** Whether a problem at this path is one of this step. */
  owns: (path: string) => boolean;
}

const identity = new Set(['name', 'ingredients', 'strengthAmount', 'strengthUnit', 'form', 'route']);
const rootOf = (path: string) => path.split('.')[0] ?? '';
const isIdentity = (path: string) => identity.has(rootOf(path));
const isDetail = (path: string) =>
  !isIdentity(path) && (rootOf(path) in MedicationFacts.shape || rootOf(path) === 'lateWindowMinutes');

/** The steps of entering a medicine. */
export const entrySteps: [EntryStep, ...EntryStep[]] = [
  { title: 'What it is', Fields: IdentityStep, owns: isIdentity },
  { title: 'When and how much', Fields: PlanStep, owns: (path) => !isIdentity(path) && !isDetail(path) },
  { title: 'Good to know', Fields: DetailsStep, owns: isDetail },
  { title: 'Look at it once more', Fields: CheckStep, owns: () => false },
];

function factsProps({ entry, problems }: StepProps) {
  const { draft, change } = entry;
  return {
    draft: draft.facts,
    problems,
    change: (part: Partial<typeof draft.facts>) => change({ facts: { ...draft.facts, ...part } }),
  };
}

function IdentityStep(props: StepProps) {
  const { draft, now } = props.entry;
  const { name } = draft.facts;
  return (
    <>
      <IdentityFields {...factsProps(props)} />
      <EntryNotices name={name} ingredients={ingredientsOf(draft.facts)} now={now} />
    </>
  );
}

function PlanStep({ entry, problems }: StepProps) {
  const { draft, change, hasEarlierToday, zone, today } = entry;
  return (
    <>
      <SchedulesEditor
        schedules={draft.schedules}
        onChange={(schedules) => change({ schedules })}
        problems={problems}
        zone={zone}
        today={today}
      />
      {hasEarlierToday && (
        <Radio.Group
          label="Doses of earlier today"
          size="md"
          value={draft.from}
          onChange={(value) => change({ from: value as typeof draft.from })}
        >
          <Stack gap="sm" mt="xs">
            <Radio value="now" label="Leave them out: begin with the next one" size="md" />
            <Radio value="today" label="Show them, so that they can be logged" size="md" />
          </Stack>
        </Radio.Group>
      )}
      <Preview entry={entry} />
    </>
  );
}

function Preview({ entry: { plans, zone, from } }: Pick<StepProps, 'entry'>) {
  if (!plans) return <p className={classes.state}>The calendar appears here when everything is filled in.</p>;
  return <PlanPreview plans={plans} zone={zone} from={from} />;
}

function DetailsStep(props: StepProps) {
  const { entry, problems } = props;
  const { draft, change, plans } = entry;
  const facts = factsProps(props);
  const usual = [...new Set((plans ?? []).filter(isTimed).map(defaultLateWindowMinutes))].join(' or ');
  const isAsNeeded = draft.schedules.every(({ plan }) => plan.kind === 'asNeeded');
  return (
    <>
      <fieldset className={classes.section}>
        <GivingFields {...facts} isAsNeeded={isAsNeeded} />
        {!isAsNeeded && (
          <LateWindowField
            value={draft.lateWindow}
            usual={usual || 60}
            onChange={(lateWindow) => change({ lateWindow })}
            error={problems.lateWindowMinutes}
          />
        )}
      </fieldset>
      <fieldset className={classes.section}>
        <legend className="ui-hidden">Pharmacy and packs</legend>
        <h2>Pharmacy and packs</h2>
        <SupplyFields {...facts} unit={draft.schedules[0]?.plan.unit ?? ''} />
      </fieldset>
      <fieldset className={classes.section}>
        <legend className="ui-hidden">How to know it</legend>
        <h2>How to know it</h2>
        <LookFields {...facts} />
      </fieldset>
    </>
  );
}

const isTimed = ({ kind }: SchedulePlan) => kind !== 'asNeeded';

function CheckStep({ entry }: StepProps) {
  const { facts, draft, now } = entry;
  return (
    <>
      <EntryNotices name={draft.facts.name} ingredients={ingredientsOf(draft.facts)} now={now} />
      {facts && (
        <section className={classes.form} aria-label="What was entered">
          <Title order={2}>{nameWithStrength(facts)}</Title>
          <FactsList facts={facts} />
        </section>
      )}
      <Preview entry={entry} />
    </>
  );
}
