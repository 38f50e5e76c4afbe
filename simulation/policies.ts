/** Policies of the simulation, made from the sample: the same profile and permission set, other chunk sizes and ways. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/lib/tools.ts';

const FOLDER = 'samples/main/default/customMetadata';

/** A sample policy with other values: of numbers, text and flags that it states already. */
export function policyFile(name: string, values: Readonly<Record<string, string>>, base = 'Customers'): Record<string, string> {
  let text = readFileSync(join(root, FOLDER, `PortalUserPolicy.${base}.md-meta.xml`), 'utf8');
  for (const [field, value] of Object.entries(values)) {
    const changed = text.replace(new RegExp(`(<field>${field}</field>\\s*<value[^>]*>)[^<]*`), `$1${value}`);
    if (changed === text) throw new Error(`the sample policy has no other ${field}`);
    text = changed;
  }
  return { [`${FOLDER}/PortalUserPolicy.${name}.md-meta.xml`]: text.replace(/<label>[^<]*/, `<label>${name}`) };
}

/**
 * `Small`: chunks of 20. `Approved`: a second person for every run. `Standard`: the profile that came with the licence.
 * `Queued`: queueable jobs. `BatchOnly`: a batch, come what may. `Plus` and `Partner`: licences with roles;
 * `PlusQueued`: in queueable jobs.
 */
export const policies: Readonly<Record<string, string>> = {
  ...policyFile('Small', { ScopeSize__c: '20.0' }),
  ...policyFile('Approved', { ApprovalThreshold__c: '1.0' }),
  ...policyFile('Standard', { Profile__c: 'Customer Community User' }),
  ...policyFile('Internal', { Profile__c: 'System Administrator' }),
  ...policyFile('Queued', { ScopeSize__c: '20.0', Engine__c: 'Queueable' }),
  ...policyFile('BatchOnly', { ScopeSize__c: '20.0', Engine__c: 'Batch' }),
  ...policyFile('Plus', { ScopeSize__c: '20.0' }, 'Customers_Plus'),
  ...policyFile('PlusQueued', { ScopeSize__c: '20.0', Engine__c: 'Queueable' }, 'Customers_Plus'),
  ...policyFile('Partner', { ScopeSize__c: '20.0' }, 'Partners'),
  ...policyFile('Powerful', { PermissionSets__c: 'Portal_Users_Administrator' }),
};
