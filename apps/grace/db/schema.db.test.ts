import { describeSchema } from '@commons/shared-db/testing';
import { grace } from '../app.ts';

describeSchema(grace);
