/** The @AuraEnabled methods of PortalUserConsole and what they answer. Apex leaves null fields out. */
declare namespace Apex {
  interface ContactRow {
    readonly id: string;
    readonly name: string;
    readonly email?: string;
    readonly account?: string;
    readonly portalUser: 'None' | 'Active' | 'Inactive';
  }
  interface ContactPage {
    readonly rows: readonly ContactRow[];
    readonly next?: string;
  }
  interface ContactQuestion {
    readonly text: string;
    readonly accountId: string | null;
    readonly withoutUser: boolean;
  }
  interface AccountRow {
    readonly id: string;
    readonly name: string;
    readonly place?: string;
  }
  interface Rights {
    readonly mayRequest: boolean;
    readonly mayApprove: boolean;
  }
  interface PolicyOption {
    readonly name: string;
    readonly label: string;
    readonly description?: string;
    readonly mayInvite: boolean;
    readonly invites: boolean;
  }
  interface RunRow {
    readonly id: string;
    readonly name: string;
    readonly policy: string;
    readonly state: string;
    readonly waitingFor?: string;
    readonly waitsForMe: boolean;
    readonly requester?: string;
    readonly requested: number;
    readonly created: number;
    readonly createdAt: string;
  }
  interface Added {
    readonly added: number;
    readonly repeated: number;
    readonly rejected: number;
  }
  interface Handed {
    readonly found: number;
    readonly lastId?: string;
    readonly done: boolean;
  }
  interface Progress {
    readonly name?: string;
    readonly policy?: string;
    readonly requester?: string;
    readonly mine?: boolean;
    readonly approver?: string;
    readonly mayStop?: boolean;
    readonly mayResume?: boolean;
    readonly mayApprove?: boolean;
    readonly approvers?: readonly string[];
    readonly state: string;
    readonly waitingFor?: string;
    readonly jobGone?: boolean;
    readonly message?: string;
    readonly requested: number;
    readonly ready: number;
    readonly created: number;
    readonly skipped: number;
    readonly failed: number;
    readonly sendInvitations: boolean;
  }
  interface ItemRow {
    readonly rowNumber: number;
    readonly contactId: string;
    readonly contactName?: string;
    readonly verdict: string;
    readonly state: string;
    readonly code?: string;
    readonly reason?: string;
    readonly username?: string;
  }
  interface ItemPage {
    readonly rows: readonly ItemRow[];
    readonly hasMore: boolean;
  }
  interface CodeCount {
    readonly code: string;
    readonly count: number;
  }
  interface FixOption {
    readonly name: string;
    readonly label: string;
    readonly help: string;
    readonly count: number;
  }
  interface FixChange {
    readonly recordId: string;
    readonly recordName?: string;
    readonly what: string;
    readonly before?: string;
    readonly after?: string;
  }
  interface FixPage {
    readonly changes: readonly FixChange[];
    /** Contacts of the run that this is about. */
    readonly items: number;
    readonly lastRow: number;
    readonly done: boolean;
  }
  interface FixResult {
    readonly changed: number;
    readonly ready: number;
    readonly notReady: number;
    readonly messages?: readonly string[];
    readonly lastRow: number;
    readonly done: boolean;
  }
  interface FilePage {
    readonly csv: string;
    readonly lastRow: number;
    readonly done: boolean;
  }
}

declare module '@salesforce/apex/PortalUserConsole.policies' {
  export default function policies(): Promise<readonly Apex.PolicyOption[]>;
}
declare module '@salesforce/apex/PortalUserConsole.rights' {
  export default function rights(): Promise<Apex.Rights>;
}
declare module '@salesforce/apex/PortalUserConsole.findContacts' {
  export default function findContacts(question: Apex.ContactQuestion & { after: string | null }): Promise<Apex.ContactPage>;
}
declare module '@salesforce/apex/PortalUserConsole.countContacts' {
  export default function countContacts(question: Apex.ContactQuestion): Promise<number>;
}
declare module '@salesforce/apex/PortalUserConsole.contactsAmong' {
  export default function contactsAmong(question: Apex.ContactQuestion & { contactIds: readonly string[] }): Promise<readonly string[]>;
}
declare module '@salesforce/apex/PortalUserConsole.findAccounts' {
  export default function findAccounts(question: { text: string }): Promise<readonly Apex.AccountRow[]>;
}
declare module '@salesforce/apex/PortalUserConsole.recentRuns' {
  export default function recentRuns(): Promise<readonly Apex.RunRow[]>;
}
declare module '@salesforce/apex/PortalUserConsole.createRun' {
  export default function createRun(order: { policyName: string; sendInvitations: boolean }): Promise<string>;
}
declare module '@salesforce/apex/PortalUserConsole.addPortion' {
  export default function addPortion(order: { runId: string; portion: number; contactIds: readonly string[] }): Promise<Apex.Added>;
}
declare module '@salesforce/apex/PortalUserConsole.addFound' {
  export default function addFound(
    order: Apex.ContactQuestion & { runId: string; portion: number; afterId: string | null; exceptions: readonly string[] },
  ): Promise<Apex.Handed>;
}
declare module '@salesforce/apex/PortalUserConsole.seal' {
  export default function seal(order: { runId: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.start' {
  export default function start(order: { runId: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.approve' {
  export default function approve(order: { runId: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.reject' {
  export default function reject(order: { runId: string; reason: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.fixes' {
  export default function fixes(question: { runId: string }): Promise<readonly Apex.FixOption[]>;
}
declare module '@salesforce/apex/PortalUserConsole.previewFix' {
  export default function previewFix(question: { runId: string; fix: string; afterRow: number }): Promise<Apex.FixPage>;
}
declare module '@salesforce/apex/PortalUserConsole.applyFix' {
  export default function applyFix(order: { runId: string; fix: string; afterRow: number }): Promise<Apex.FixResult>;
}
declare module '@salesforce/apex/PortalUserConsole.stop' {
  export default function stop(order: { runId: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.resume' {
  export default function resume(order: { runId: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.progress' {
  export default function progress(question: { runId: string }): Promise<Apex.Progress>;
}
declare module '@salesforce/apex/PortalUserConsole.items' {
  export default function items(question: {
    runId: string;
    verdict: string;
    state: string;
    code: string;
    text: string;
    afterRow: number;
  }): Promise<Apex.ItemPage>;
}
declare module '@salesforce/apex/PortalUserConsole.codes' {
  export default function codes(question: { runId: string }): Promise<readonly Apex.CodeCount[]>;
}
declare module '@salesforce/apex/PortalUserConsole.successes' {
  export default function successes(question: { runId: string; afterRow: number }): Promise<Apex.FilePage>;
}
declare module '@salesforce/apex/PortalUserConsole.failures' {
  export default function failures(question: { runId: string; afterRow: number }): Promise<Apex.FilePage>;
}
