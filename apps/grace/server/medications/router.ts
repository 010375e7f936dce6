import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { addSchedule } from './add-schedule.ts';
import { medicationById } from './by-id.ts';
import { changeSchedule } from './change-schedule.ts';
import { createMedication } from './create.ts';
import { endSchedule } from './end-schedule.ts';
import { holdMedication } from './hold.ts';
import { listMedications } from './list.ts';
import { listChanges } from './list-changes.ts';
import { restartMedication } from './restart.ts';
import { resumeMedication } from './resume.ts';
import {
  AddSchedule,
  ChangeSchedule,
  CreateMedication,
  EndSchedule,
  HoldMedication,
  ListChanges,
  Medication,
  MedicationChange,
  MedicationId,
  ProfileMedications,
  RestartMedication,
  ResumeMedication,
  StopMedication,
  UpdateMedication,
} from './schemas.ts';
import { stopMedication } from './stop.ts';
import { updateMedication } from './update.ts';

export const medicationsRouter = router({
  list: signedInProcedure
    .input(ProfileMedications)
    .output(z.array(Medication))
    .query(({ ctx, input }) => listMedications(ctx, input)),
  byId: signedInProcedure
    .input(MedicationId)
    .output(Medication)
    .query(({ ctx, input }) => medicationById(ctx, input)),
  changes: signedInProcedure
    .input(ListChanges)
    .output(z.array(MedicationChange))
    .query(({ ctx, input }) => listChanges(ctx, input)),
  create: signedInProcedure
    .input(CreateMedication)
    .output(Medication)
    .mutation(({ ctx, input }) => createMedication(ctx, input)),
  update: signedInProcedure
    .input(UpdateMedication)
    .output(Medication)
    .mutation(({ ctx, input }) => updateMedication(ctx, input)),
  changeSchedule: signedInProcedure
    .input(ChangeSchedule)
    .output(Medication)
    .mutation(({ ctx, input }) => changeSchedule(ctx, input)),
  addSchedule: signedInProcedure
    .input(AddSchedule)
    .output(Medication)
    .mutation(({ ctx, input }) => addSchedule(ctx, input)),
  endSchedule: signedInProcedure
    .input(EndSchedule)
    .output(Medication)
    .mutation(({ ctx, input }) => endSchedule(ctx, input)),
  hold: signedInProcedure
    .input(HoldMedication)
    .output(Medication)
    .mutation(({ ctx, input }) => holdMedication(ctx, input)),
  resume: signedInProcedure
    .input(ResumeMedication)
    .output(Medication)
    .mutation(({ ctx, input }) => resumeMedication(ctx, input)),
  stop: signedInProcedure
    .input(StopMedication)
    .output(Medication)
    .mutation(({ ctx, input }) => stopMedication(ctx, input)),
  restart: signedInProcedure
    .input(RestartMedication)
    .output(Medication)
    .mutation(({ ctx, input }) => restartMedication(ctx, input)),
});
