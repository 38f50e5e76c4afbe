/** Modules that the platform gives to Lightning web components, as far as this project imports them. */
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: { title: string; message?: string; variant?: 'info' | 'success' | 'warning' | 'error'; mode?: string });
  }
}

declare module 'lightning/confirm' {
  export default class LightningConfirm {
    static open(options: { message: string; label: string; theme?: string; variant?: string }): Promise<boolean>;
  }
}

declare module 'lightning/empApi' {
  /** A platform event as it comes over CometD. */
  export interface EmpMessage {
    readonly channel: string;
    readonly data: { readonly payload: Readonly<Record<string, unknown>>; readonly event: { readonly replayId: number } };
  }
  export interface EmpSubscription {
    readonly channel: string;
  }
  export function isEmpEnabled(): Promise<boolean>;
  export function onError(callback: (error: unknown) => void): void;
  export function subscribe(channel: string, replayId: number, callback: (message: EmpMessage) => void): Promise<EmpSubscription>;
  export function unsubscribe(subscription: EmpSubscription, callback: (response: unknown) => void): Promise<unknown>;
}
