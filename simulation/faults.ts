/** Faults as a list of rules: the first that has something to say strikes. */
import type { Fault, FaultPoint, Faults } from '../local-org/index.ts';

export type Rule = (point: FaultPoint, detail: string) => Fault;

export interface FaultScript extends Faults {
  /** From now on, until the answer is called. */
  add(rule: Rule): () => void;
}

export function faultScript(): FaultScript {
  const rules: Rule[] = [];
  return {
    at(point, detail) {
      for (const rule of rules) {
        const fault = rule(point, detail);
        if (fault !== 'none') return fault;
      }
      return 'none';
    },
    add(rule) {
      rules.push(rule);
      return () => void rules.splice(rules.indexOf(rule), 1);
    },
  };
}

/** The n-th times (from 1) that this happens. */
export function times(point: FaultPoint, detail: string, which: (n: number) => boolean, fault: Fault): Rule {
  let n = 0;
  return (where, what) => (where === point && what === detail && which(++n) ? fault : 'none');
}

export const once = (point: FaultPoint, detail: string, fault: Fault, n = 1): Rule => times(point, detail, (time) => time === n, fault);
export const always = (point: FaultPoint, detail: string, fault: Fault): Rule => times(point, detail, () => true, fault);

/** One row kills every statement it is part of: what a subscriber's trigger does that fails on it with an uncatchable limit. */
export function poison(username: string): Rule {
  let aboard = false;
  return (point, detail) => {
    if (point === 'row' && detail === `User.Username:${username.toLowerCase()}`) aboard = true;
    if (point !== 'dml' || detail !== 'User' || !aboard) return 'none';
    aboard = false;
    return 'limit';
  };
}
