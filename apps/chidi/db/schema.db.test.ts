import { describeSchema } from '@commons/shared-db/testing';
import { chidi } from '../app.ts';

describeSchema(chidi);
