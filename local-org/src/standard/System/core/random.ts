/** Randomness of the transaction, so that a run can be repeated. */
import { current } from '../../../runtime/transaction.ts';

/** 32 random bits. */
export const randomBits = (): number => Math.floor(current().random() * 0x1_0000_0000);
