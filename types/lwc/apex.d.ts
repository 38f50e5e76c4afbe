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
    readonly hasMore: boolean;
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
    readonly requested: number;
    readonly created: number;
    readonly createdAt: string;
  }
  interface Added {
    readonly added: number;
    readonly repeated: number;
    readonly rejected: number;
  }
  interface Progress {
    readonly state: string;
    readonly waitingFor?: string;
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
  interface FilePage {
    readonly csv: string;
    readonly lastRow: number;
    readonly done: boolean;
  }
}

declare module '@salesforce/apex/PortalUserConsole.policies' {
  export default function policies(): Promise<readonly Apex.PolicyOption[]>;
}
declare module '@salesforce/apex/PortalUserConsole.findContacts' {
  export default function findContacts(question: {
    text: string;
    account: string;
    withoutUser: boolean;
    pageNumber: number;
  }): Promise<Apex.ContactPage>;
}
declare module '@salesforce/apex/PortalUserConsole.findContactIds' {
  export default function findContactIds(question: {
    text: string;
    account: string;
    withoutUser: boolean;
    afterId: string | null;
  }): Promise<readonly string[]>;
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
declare module '@salesforce/apex/PortalUserConsole.seal' {
  export default function seal(order: { runId: string }): Promise<void>;
}
declare module '@salesforce/apex/PortalUserConsole.start' {
  export default function start(order: { runId: string }): Promise<void>;
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
  export default function items(question: { runId: string; verdict: string; afterRow: number }): Promise<Apex.ItemPage>;
}
declare module '@salesforce/apex/PortalUserConsole.successes' {
  export default function successes(question: { runId: string; afterRow: number }): Promise<Apex.FilePage>;
}
declare module '@salesforce/apex/PortalUserConsole.failures' {
  export default function failures(question: { runId: string; afterRow: number }): Promise<Apex.FilePage>;
}
