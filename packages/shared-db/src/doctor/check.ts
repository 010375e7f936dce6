import type { Sql } from 'postgres';
import type { ProvidedDatabase } from '../connection/provide-database.ts';
import type { DatabaseModule } from '../migrate/database-module.ts';

/** What a check looks at. */
export interface Patient {
  owner: Sql;
  provided: ProvidedDatabase;
  ownerUrl: string;
  modules: readonly DatabaseModule[];
  dataFolder: string;
}

/** What a check found: fine, worth knowing, or wrong, which comes with what to do. */
export interface Diagnosis {
  state: 'ok' | 'note' | 'wrong';
  /** What is so. */
  text: string;
  /** What to do about it. */
  remedy?: string;
}

/** One thing that the doctor looks at. */
export interface Check {
  name: string;
  run(patient: Patient): Promise<Diagnosis>;
}

/** The answer of a check that found everything in order. */
export const ok = (text: string): Diagnosis => ({ state: 'ok', text });

/** The answer of a check that found something that an operator may want to know. */
export const note = (text: string, remedy: string): Diagnosis => ({ state: 'note', text, remedy });

/** The answer of a check that found something wrong. */
export const wrong = (text: string, remedy: string): Diagnosis => ({ state: 'wrong', text, remedy });
