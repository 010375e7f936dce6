import { NoPageState } from '@commons/ui';
import { Route, Switch } from 'wouter';
import { Within } from '../frame/within.tsx';
import { EditMedicationPage } from './edit-medication-page.tsx';
import { MedicationPage } from './medication-page.tsx';
import { MedicationsPage } from './medications-page.tsx';
import { NewMedicationPage } from './new-medication-page.tsx';
import { PrintPage } from './print-page.tsx';
import { AddSchedulePage, ChangeSchedulePage } from './schedule-pages.tsx';

const base = '/p/:profileId/medications';

/** The pages about medicines, each for those whose grant reaches it. */
export function MedicationPages() {
  return (
    <Switch>
      <Route path={`${base}/new`}>
        <Within scope="medications" level="manage">
          <NewMedicationPage />
        </Within>
      </Route>
      <Route path={`${base}/:id/edit`}>
        <Within scope="medications" level="manage">
          <EditMedicationPage />
        </Within>
      </Route>
      <Route path={`${base}/:id/schedule/new`}>
        <Within scope="medications" level="manage">
          <AddSchedulePage />
        </Within>
      </Route>
      <Route path={`${base}/:id/schedule/:scheduleId?`}>
        <Within scope="medications" level="manage">
          <ChangeSchedulePage />
        </Within>
      </Route>
      <Route>
        <Within scope="medications" level="view">
          <Switch>
            <Route path={base} component={MedicationsPage} />
            <Route path={`${base}/print`} component={PrintPage} />
            <Route path={`${base}/:id`} component={MedicationPage} />
            <Route>
              <NoPageState />
            </Route>
          </Switch>
        </Within>
      </Route>
    </Switch>
  );
}
