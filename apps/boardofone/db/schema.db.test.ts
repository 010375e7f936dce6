import { describeSchema } from '@commons/shared-db/testing';
import { boardofone } from '../app.ts';

describeSchema(boardofone);
